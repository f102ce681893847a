internal import ArgumentParser
internal import Workbench

/// The options that hold for every call, before or after its word.
struct GlobalOptions: ParsableArguments {
  static let threadCounts = 1...64
  static let widths = 40...200

  @Option(help: .of("--seed")) var seed: UInt64?
  @Option(help: .of("--threads")) var threads: Int?
  @Option(help: .of("--width")) var width: Int?
  @Flag(help: .of("--plain")) var plain = false
  @Option(help: .of("--color")) var color = ColorChoice.auto
  @Option(name: .customLong("datasets"), help: .of("--datasets"), completion: .directory)
  var datasetFolders: [String] = []
  @Option(help: .of("--format")) var format = OutputFormat.text
  @Option(name: .customLong("allow-read"), help: .of("--allow-read"), completion: .directory)
  var readableFolders: [String] = []
  @Option(name: .customLong("allow-write"), help: .of("--allow-write"), completion: .directory)
  var writableFolders: [String] = []
  @Option(help: .of("--cell-time")) var cellTime: Int?
  @Option(help: .of("--memory")) var memory: Int?

  /// What they are where none is given.
  static var usual: GlobalOptions {
    var options = GlobalOptions()
    (options.seed, options.threads, options.width) = (nil, nil, nil)
    (options.plain, options.color, options.format) = (false, .auto, .text)
    (options.cellTime, options.memory) = (nil, nil)
    (options.datasetFolders, options.readableFolders, options.writableFolders) = ([], [], [])
    return options
  }

  func validate() throws {
    try GlobalOptions.check(threads, "--threads", in: GlobalOptions.threadCounts)
    try GlobalOptions.check(width, "--width", in: GlobalOptions.widths)
    try GlobalOptions.check(memory, "--memory", in: 1...Wording.mostGibibytes)
    try GlobalOptions.check(cellTime, "--cell-time", in: CellTime.range)
    for (option, folders) in [("--datasets", datasetFolders), ("--allow-read", readableFolders)] {
      for folder in folders where !Folders.exists(folder) {
        throw ValidationError("\(option): there is no folder \(folder)")
      }
    }
  }

  private static func check(_ value: Int?, _ name: String, in range: ClosedRange<Int>) throws {
    guard let value, !range.contains(value) else { return }
    throw ValidationError(
      "\(name) must be from \(range.lowerBound) to \(range.upperBound), not \(value)")
  }
}
