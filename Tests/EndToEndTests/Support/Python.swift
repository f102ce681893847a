import Foundation

/// A Python with the packages that tests of file formats compare with: the one that
/// OVERFIT_PYTHON names, else `python3` of the search path.
enum Python {
  static let name = ProcessInfo.processInfo.environment["OVERFIT_PYTHON"] ?? "python3"

  /// Whether it is there and has NumPy and safetensors.
  static let isThere: Bool = (try? run("import numpy, safetensors.numpy"))?.status == 0

  /// Runs a program with arguments.
  static func run(
    _ program: String, _ arguments: String...
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name, "-c", program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
