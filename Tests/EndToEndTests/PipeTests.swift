import Foundation
import Testing

@Suite("Pipe", .waiting, .timeLimit(.minutes(15)))
struct PipeTests {
  @Test("prints the transcript of the lines it reads")
  func transcript() throws {
    let program = try Program([], input: "print 1\n\n  \nprint 2")
    #expect(program.output == "> print 1\n1\n> print 2\n2\n")
    #expect(program.error.isEmpty)
    #expect(program.status == 0)
  }

  @Test("a byte-order mark before the first line is no character of it")
  func byteOrderMark() throws {
    let program = try Program([], input: "\u{FEFF}print 1\nprint 2\n")
    #expect(program.output == "> print 1\n1\n> print 2\n2\n")
    #expect(program.status == 0)
  }

  @Test("ends a line where a notebook does", arguments: ["\n", "\r\n", "\r"])
  func endings(_ end: String) throws {
    let program = try Program([], input: ["print 1 # a", "", "print 2", ""].joined(separator: end))
    #expect(program.output == "> print 1 # a\n1\n> print 2\n2\n")
    #expect(program.status == 0)
  }

  @Test("stops at the first command that fails")
  func failure() throws {
    let program = try Program([], input: "print 1\ntrane epochs=5\nprint 2\n")
    #expect(
      program.output == """
        > print 1
        1
        > trane epochs=5
          ^^^^^ unknown command "trane"
          did you mean: train

        """)
    #expect(program.status == 1)
  }

  @Test("opens no cell for editing, which only a person could do")
  func edit() throws {
    let program = try Program([], input: "print 1\nedit 1\nprint 2\ncells\n")
    #expect(
      program.output.hasSuffix(
        """
        > edit 1
        edit 1 COMMAND replaces it; it is:
        [1] print 1
        > print 2
        2
        > cells
        [1] print 1
        [2] print 2

        """))
    #expect(program.status == 0)
  }

  @Test("shows the lines of a loop behind points")
  func loop() throws {
    let program = try Program([], input: "for a in 1, 2\n  print a\nend\n")
    #expect(program.output.hasPrefix("> for a in 1, 2\n.   print a\n. end\n"))
    #expect(program.status == 0)
  }

  @Test("leaves at quit, whatever follows")
  func quit() throws {
    let program = try Program([], input: "quit\ntrane\n")
    #expect(program.output == "> quit\n")
    #expect(program.status == 0)
  }

  @Test("takes files from Windows")
  func carriageReturns() throws {
    #expect(try Program([], input: "print 1\r\n").output == "> print 1\n1\n")
  }

  @Test("lets no control character of a script through")
  func controlCharacters() throws {
    let program = try Program([], input: "print \u{1B}[31m1\u{7}\n")
    #expect(program.output.hasPrefix("> print ?[31m1?\n"))
  }

  @Test("never sends an escape code", arguments: ["auto", "always", "never"])
  func noEscapes(color: String) throws {
    let input = Samples.script(Samples.slow + ["train epochs=15", "plot boundary", "trane"])
    let program = try Program(["--color", color], input: input)
    #expect(!program.output.contains("\u{1B}"))
    #expect(program.error.isEmpty)
  }

  @Test("runs a file")
  func run() throws {
    let folder = TemporaryFolder()
    try folder.write("print 1\nprint 2\n", to: "script.overfit")
    let program = try Program(["run", folder.path + "/script.overfit"])
    #expect(program.output == "> print 1\n1\n> print 2\n2\n")
    #expect(program.status == 0)
  }

  @Test("fails where a file that it runs is refused something")
  func refusedInRun() throws {
    let folder = TemporaryFolder()
    let script = folder.path + "/script.overfit"
    try folder.write("save picture.md\nprint 1\n", to: "script.overfit")
    let program = try Program([], input: "run \(script)\nprint 2\n")
    #expect(program.output.contains("may not write here"))
    #expect(program.output.hasSuffix("[1] print 1\n1\n"))
    #expect(program.status == 1)
  }

  @Test("stops at an interrupt with status 130", arguments: [[], ["run", "script.overfit"]])
  func interrupt(call: [String]) throws {
    let folder = TemporaryFolder()
    let script = Samples.script(Samples.slow + ["train yes=yes epochs=1000000", "print 2"])
    try folder.write(script, to: "script.overfit")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.path)
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.arguments = call
    let output = Pipe()
    let input = Pipe()
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    var text = ""
    while !text.contains("> train") {
      text += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
    process.interrupt()
    process.waitUntilExit()
    text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("> train yes=yes epochs=1000000\n"))
    #expect(!text.contains("> print 2"))
    #expect(process.terminationStatus == 130)
    #expect(process.terminationReason == .exit)
  }

  @Test("stops at an interrupt while it waits for lines")
  func interruptedWaiting() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.path)
    let output = Pipe()
    let input = Pipe()
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data("print 1\n".utf8))
    var text = ""
    while !text.hasSuffix("1\n1\n") {
      text += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }

  @Test("ends without a word when nobody reads on")
  func brokenPipe() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "while echo print 1; do :; done | '\(Binary.path)' | head -n 1"]
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    #expect(output.fileHandleForReading.readDataToEndOfFile() == Data("> print 1\n".utf8))
    process.waitUntilExit()
    let words = String(
      decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(!words.contains("overfit"))
  }

  @Test(
    "says that the disk is full", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "echo print 1 | '\(Binary.path)' > /dev/full"]
    let error = Pipe()
    process.standardError = error
    try process.run()
    process.waitUntilExit()
    #expect(
      error.fileHandleForReading.readDataToEndOfFile()
        == Data("overfit: cannot write: No space left on device\n".utf8))
    #expect(process.terminationStatus == 1)
  }
}
