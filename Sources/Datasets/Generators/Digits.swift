import TensorEngine

extension Generator {
  /// The digits of `StrokeDigits`, with a test set of their own.
  static let digits = Generator(
    name: "digits", summary: "handwritten digits of 28 x 28 pixels, drawn by Overfit",
    options: [
      .whole("images", 5000, 10...60_000, "how many training images there are"),
      .whole("test", 1000, 10...10_000, "how many test images there are"),
    ]
  ) { settings throws(DatasetError) in
    let (trainingCount, testCount) = (settings.whole("images"), settings.whole("test"))
    var (pixels, labels) = StrokeDigits.images(
      part: "training", count: trainingCount, seed: settings.seed)
    let test = StrokeDigits.images(part: "test", count: testCount, seed: settings.seed)
    pixels += test.pixels
    labels += test.labels
    return try Dataset(
      name: settings.generator, inputShape: [Pen.side, Pen.side, 1], inputs: .bytes(pixels),
      targets: .classes(labels, count: 10), exampleNoun: "images", featureNames: [],
      classNames: (0..<10).map { "\($0)" }, targetName: "digit",
      testRows: trainingCount..<trainingCount + testCount)
  }
}
