internal import ArgumentParser
internal import Workbench

/// The options that hold for every call, before or after its word, as ArgumentParser reads them.
struct GlobalOptionWords: ParsableArguments {
  @Option(help: .of("--seed")) var seed: UInt64?
  @Option(help: .of("--threads")) var threads: Int?
  @Option(help: .of("--width")) var width: Int?
  @Flag(help: .of("--plain")) var plain = GlobalOptions().plain
  @Option(help: .of("--color")) var color = GlobalOptions().color
  @Option(name: .customLong("datasets"), help: .of("--datasets"), completion: .directory)
  var datasetFolders: [String] = []
  @Option(help: .of("--format")) var format = GlobalOptions().format
  @Option(name: .customLong("allow-read"), help: .of("--allow-read"), completion: .directory)
  var readableFolders: [String] = []
  @Option(name: .customLong("allow-write"), help: .of("--allow-write"), completion: .directory)
  var writableFolders: [String] = []
  @Option(help: .of("--cell-time")) var cellTime: Int?
  @Option(help: .of("--memory")) var memory: Int?

  /// What they say.
  var values: GlobalOptions {
    GlobalOptions(
      seed: seed, threads: threads, width: width, plain: plain, color: color,
      datasetFolders: datasetFolders, format: format, readableFolders: readableFolders,
      writableFolders: writableFolders, cellTime: cellTime, memory: memory)
  }

  func validate() throws {
    try Self.check(threads, "--threads", in: GlobalOptions.threadCounts)
    try Self.check(width, "--width", in: GlobalOptions.widths)
    try Self.check(memory, "--memory", in: 1...Wording.mostGibibytes)
    try Self.check(cellTime, "--cell-time", in: CellTime.range)
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
