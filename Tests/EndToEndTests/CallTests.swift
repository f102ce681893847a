import Foundation
import Testing

@Suite("Calls", .waiting, .timeLimit(.minutes(15)))
struct CallTests {
  @Test("tells its version")
  func version() throws {
    let program = try Program(["--version"])
    #expect(program.output == "overfit 0.1\n")
    #expect(program.status == 0)
  }

  @Test(
    "shows one page of help, however it is asked",
    arguments: [["help"], ["--help"], ["-h"], ["run", "--help"], ["help", "run"]])
  func help(call: [String]) throws {
    let program = try Program(call)
    let lines = program.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.first?.hasPrefix("Overfit") == true)
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(program.error.isEmpty)
    #expect(program.status == 0)
  }

  @Test("shows the page of a command as the prompt does, and says what is none")
  func helpOfCommand() throws {
    let program = try Program(["help", "search"])
    #expect(program.output == (try Program([], input: "help search\n").output).dropFirst(14))
    #expect(program.status == 0)
    let none = try Program(["help", "serach"])
    #expect(none.output.isEmpty)
    #expect(none.error.hasPrefix("> help serach\n"))
    #expect(none.error.contains("did you mean"))
    #expect(none.status == 1)
  }

  @Test(
    "answers bad usage with one line and status 2",
    arguments: [
      (["lern"], "overfit: no call is named \"lern\"; did you mean learn?"),
      (["rnu"], "overfit: no call is named \"rnu\"; did you mean run?"),
      (["xyzzy"], "overfit: no call is named \"xyzzy\"; try overfit help"),
      (["exprt", "a.md"], "overfit: no call is named \"exprt\"; did you mean export?"),
      (
        ["kernel", "instal", "--user"],
        "overfit: no call is named \"kernel instal\"; did you mean install?"
      ),
      (["kernel", "xyzzy"], "overfit: no call is named \"kernel xyzzy\"; try overfit help kernel"),
      (["--sed", "3"], "overfit: unknown option '--sed'. Did you mean '--seed'?"),
      (["--seed"], "overfit: missing value for '--seed <seed>'"),
      (["--seed", "-1"], "overfit: missing value for '--seed <seed>'"),
      (["--seed", "x"], "overfit: the value 'x' is invalid for '--seed <seed>'"),
      (["run"], "overfit: missing expected argument '<file>'"),
      (["run", "a", "b"], "overfit: unexpected argument 'b'"),
      (["replay"], "overfit: missing expected argument '<path> ...'"),
      (["--threads", "0"], "overfit: --threads must be from 1 to 64, not 0"),
      (["--cell-time", "-1"], "overfit: missing value for '--cell-time <cell-time>'"),
      (["--cell-time=100000"], "overfit: --cell-time must be from 0 to 86400, not 100000"),
      (["run", "a", "--width", "201"], "overfit: --width must be from 40 to 200, not 201"),
      (
        ["--color", "red"],
        "overfit: the value 'red' is invalid for '--color <color>'. "
          + "Please provide one of 'auto', 'always' or 'never'."
      ),
      (["a\u{1B}[31m"], "overfit: no call is named \"a?[31m\"; try overfit help"),
    ])
  func badUsage(call: [String], message: String) throws {
    let program = try Program(call)
    #expect(program.error == message + "\n")
    #expect(program.output.isEmpty)
    #expect(program.status == 2)
  }

  @Test(
    "takes no file for a notebook whose name is another's, and so none for equal or proven",
    arguments: [[], ["replay"], ["check"], ["export", "--to", "html"]])
  func otherFiles(call: [String]) throws {
    let folder = TemporaryFolder()
    for name in ["page.ipynb", "notes.txt", "lines.overfit"] {
      try folder.write("> print 1\n", to: name)
      let program = try Program(call + ["\(folder.path)/\(name)"])
      #expect(
        program.error
          == "overfit: \(folder.path)/\(name) is no notebook: the name of one ends in .md\n")
      #expect(program.output.isEmpty)
      #expect(program.status != 0)
    }
  }

  @Test(
    "takes its options before and after the word",
    arguments: [
      ["--seed", "7", "run", "none"], ["run", "--seed", "7", "none"], ["run", "none", "--seed=7"],
    ])
  func options(call: [String]) throws {
    let program = try Program(call)
    #expect(program.error == "overfit: none: there is no such file\n")
    #expect(program.status == 1)
  }

  @Test("ends at once where standard input is closed", arguments: ["<&-", "<&- >&- 2>&-"])
  func closedStreams(redirections: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" \(redirections)", Binary.path]
    process.environment = Binary.environment(home: TemporaryFolder().path, [:])
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
