import Foundation

/// A run of the program through pipes, without a terminal.
struct Program {
  let output: String
  let error: String
  let status: Int32

  /// Runs it to its end with `input` on standard input, in a folder, or where the tests run; a copy
  /// of it where one is named.
  init(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    home: TemporaryFolder = TemporaryFolder(), folder: String? = nil, copy: String? = nil
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: copy ?? Binary.path)
    process.arguments = arguments
    process.environment = Binary.environment(home: home.path, environment)
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    output = Program.text(of: standardOutput)
    error = Program.text(of: standardError)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  private static func text(of pipe: Pipe) -> String {
    String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}
