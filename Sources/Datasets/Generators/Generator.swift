public import TensorEngine

/// A data set that Overfit makes itself, drawn from the seed.
///
/// The table `all` is the only list of them: help, completion and messages read from it.
public struct Generator: Sendable {
  /// The word by which it is asked for.
  public let name: String
  /// What it looks like, in one line.
  public let summary: String
  /// Its options, in the order in which help shows them.
  public let options: [GeneratorOption]
  private let draw: @Sendable (GeneratorSettings) throws(DatasetError) -> Dataset

  init(
    name: String, summary: String, options: [GeneratorOption],
    draw: @escaping @Sendable (GeneratorSettings) throws(DatasetError) -> Dataset
  ) {
    self.name = name
    self.summary = summary
    self.options = options
    self.draw = draw
  }

  /// Every generator, in the order in which help shows them.
  public static let all: [Generator] = [
    circles, moons, spirals, blobs, xor, gaussians, line, waves, houses, digits,
  ]

  /// The generator of that name.
  public static func named(_ name: String) -> Generator? {
    all.first { $0.name == name }
  }

  /// Makes the data set: the same seed and options give the same bits everywhere.
  ///
  /// - Parameters:
  ///   - options: what was given; the others have their defaults.
  ///   - interruption: what calls the work off; what comes of it then is no data set to be used.
  /// - Throws: `DatasetError`, with the option at fault, if there is no such option, if it is
  ///   given twice, or if its value is not allowed.
  public func dataset(
    options given: [(name: String, value: Double)] = [], seed: UInt64,
    interruption: Interruption = .never
  ) throws(DatasetError) -> Dataset {
    var values = options.map { $0.defaultValue }
    var isGiven = options.map { _ in false }
    for (option, value) in given {
      guard let index = options.firstIndex(where: { $0.name == option }) else {
        let names = options.map { $0.name }
        throw refusal(of: option, .unknownName(.init(.option, option, known: names)))
      }
      guard options[index].allows(value) else {
        throw refusal(of: option, .generator(.value(value, of: options[index])))
      }
      guard !isGiven[index] else {
        throw refusal(of: option, .generator(.repeatedOption(option)))
      }
      isGiven[index] = true
      values[index] = value
    }
    let settings = GeneratorSettings(
      generator: name, seed: seed, names: options.map { $0.name }, values: values,
      interruption: interruption)
    try requireMemory(for: settings)
    return try draw(settings)
  }

  /// Asks for the memory of the examples while they are drawn.
  private func requireMemory(for settings: GeneratorSettings) throws(DatasetError) {
    let isImages = name == Generator.digits.name
    let counts = isImages ? ["images", "test"] : ["points", "houses"]
    let examples = options.filter { counts.contains($0.name) }
      .reduce(0) { $0 + settings.whole($1.name) }
    // A point is drawn in double precision, and pushed, before it is rounded.
    let bytes = examples * (isImages ? 2 * Pen.side * Pen.side : 120)
    try FileBytes(name: name, bytes: []).require(bytes, for: .dataset)
  }

  private func refusal(of option: String, _ fault: DatasetError.Fault) -> DatasetError {
    DatasetError(file: name, option: option, fault)
  }
}
