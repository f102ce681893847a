import TensorEngine

extension Generator {
  /// The digits of `StrokeDigits`, with a test set of their own.
  static let digits = Generator(
    name: "digits", summary: "handwritten digits of 28 x 28 pixels, drawn by Overfit",
    options: [
      .whole("images", 5000, 10...60_000, "how many training images there are"),
      .whole("test", 1000, 10...10_000, "how many test images there are"),
      .imbalance("digits: share of the digit 1; the others share the rest evenly"),
    ]
  ) { settings throws(DatasetError) in
    let (trainingCount, testCount) = (settings.whole("images"), settings.whole("test"))
    var (pixels, labels) = try images(of: "training", count: trainingCount, settings)
    let test = try images(of: "test", count: testCount, settings)
    pixels += test.pixels
    labels += test.labels
    return try Dataset(
      name: settings.generator, inputShape: [Pen.side, Pen.side, 1], inputs: .bytes(pixels),
      targets: .classes(labels, count: 10), exampleKind: .image, featureNames: [],
      classNames: (0..<10).map { "\($0)" }, targetName: "digit",
      testRows: trainingCount..<trainingCount + testCount)
  }

  private static func images(
    of part: String, count: Int, _ settings: GeneratorSettings
  ) throws(DatasetError) -> (pixels: [UInt8], labels: [Int32]) {
    guard settings["imbalance"] > 0 else {
      return StrokeDigits.images(
        part: part, count: count, seed: settings.seed, settings.interruption)
    }
    let shares = try settings.shares(of: count, among: 10)
    let labels = shares.indices.flatMap { [Int32](repeating: Int32($0), count: shares[$0]) }
    let order = settings.stream("\(part)/shares").permutation(count: count)
    let shuffled = order.map { labels[Int($0)] }
    let pixels = StrokeDigits.pixels(
      of: shuffled, part: part, seed: settings.seed, settings.interruption)
    return (pixels, shuffled)
  }
}
