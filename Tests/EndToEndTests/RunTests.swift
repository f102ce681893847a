import Foundation
import Testing

@Suite("Running files", .waiting, .timeLimit(.minutes(15)))
struct RunTests {
  private let folder = TemporaryFolder()

  private func run(_ name: String, _ options: String..., environment: [String: String] = [:]) throws
    -> Program
  {
    try Program(
      ["run", "\(folder.path)/\(name)"] + options, environment: environment, home: folder)
  }

  @Test("ends with 1 at the first error of a script")
  func error() throws {
    try folder.write("print 1\ntrane\nprint 2\n", to: "script.overfit")
    let program = try run("script.overfit")
    #expect(program.output.hasPrefix("> print 1\n1\n> trane\n  ^^^^^ unknown command"))
    #expect(!program.output.contains("print 2"))
    #expect(program.status == 1)
  }

  @Test("a byte-order mark before a script is no character of it")
  func byteOrderMark() throws {
    try folder.write("\u{FEFF}print 1\nprint 2\n", to: "script.overfit")
    #expect(try run("script.overfit").output == "> print 1\n1\n> print 2\n2\n")
  }

  @Test("goes on after an error that a notebook expects, and not after another")
  func expectedError() throws {
    let expected = "  ^^^^^ unknown command \"trane\"\n  did you mean: train\n"
    try folder.write("```overfit\n> trane\n\(expected)> print 2\n2\n```\n", to: "expected.md")
    let program = try run("expected.md")
    #expect(program.output == "> trane\n\(expected)> print 2\n2\n")
    #expect(program.status == 0)

    try folder.write("```overfit\n> trane\nall is well\n> print 2\n2\n```\n", to: "other.md")
    let other = try run("other.md")
    #expect(other.output == "> trane\n\(expected)")
    #expect(other.status == 1)
  }

  @Test("writes nothing, unless the call allows it")
  func writing() throws {
    try folder.write("print 1\nsave \(folder.path)/x.md\n", to: "script.overfit")
    let refused = try run("script.overfit")
    let words = refused.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("a lesson or script may not write here (--allow-write FOLDER)"))
    #expect(refused.status == 1)
    #expect(folder.read("x.md") == nil)

    let allowed = try run("script.overfit", "--allow-write", folder.path)
    #expect(allowed.output.hasSuffix("\nsaved 1 cell in \(folder.path)/x.md\n"))
    #expect(allowed.status == 0)
    #expect(folder.read("x.md") == "# x\n\n```overfit\n> print 1\n1\n```\n")

    try folder.write("print 1\nsave \(folder.path)/../y.md\n", to: "outside.overfit")
    #expect(try run("outside.overfit", "--allow-write", folder.path).status == 1)
  }

  @Test("shows a cell that a script would open, at a terminal as in a pipe")
  func edit() throws {
    try folder.write("print 1\nedit 1\nprint 2\ncells\n", to: "script.overfit")
    let expected = """
      > print 1
      1
      > edit 1
      edit 1 COMMAND replaces it; it is:
      [1] print 1
      > print 2
      2
      > cells
      """
    #expect(try run("script.overfit").output.hasPrefix(expected))
    let terminal = PseudoTerminal(["run", "\(folder.path)/script.overfit"], home: folder)
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.screen.description.contains(expected), "\(terminal.screen)")
  }

  @Test("may not fetch anything")
  func fetching() throws {
    try folder.write("fetch mnist from=http://127.0.0.1:9/\n", to: "script.overfit")
    let program = try run("script.overfit", "--allow-write", folder.path)
    #expect(program.output.contains("a lesson or script may not download files"))
    #expect(program.status == 1)
  }

  @Test("gives one JSON object a line")
  func json() throws {
    let script = Samples.script(
      Samples.quick + ["plot boundary", "for a in 1, 2", "print a", "end", "note ok", "cells"])
    try folder.write(script + "trane \"\u{1}\"\n", to: "script.overfit")
    let program = try run("script.overfit", "--format", "json")
    #expect(program.status == 1)
    let lines = program.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == Samples.quick.count + 6)
    let objects = try lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(objects.first?["source"] as? String == "data circles points=40")
    #expect(objects.dropLast(4).allSatisfy { $0["result"] != nil })
    #expect(objects.allSatisfy { $0["version"] as? Int == 1 })
    #expect(objects[Samples.quick.count + 2]["note"] as? String == "ok")
    #expect(objects.last?["end"] as? String == "failure")
    let error = try #require(objects.dropLast().last?["error"] as? [String: Any])
    #expect(error["message"] is String)
  }

  @Test("gives the same bytes with one thread and with two, and with every kernel")
  func sameBytes() throws {
    let script = Samples.script([
      "data circles points=300 noise=0.15", "split train=60% validation=20% test=20%", "network",
      "add dense 64 relu", "add dropout 0.2", "add dense 1 sigmoid",
      "train epochs=4 optimizer=adam rate=0.02", "evaluate", "plot boundary", "plot loss",
      "compare l2=0,0.01", "print weights(1)", "print loss()",
    ])
    try folder.write(script, to: "script.overfit")
    let one = try run("script.overfit", "--threads", "1")
    let two = try run("script.overfit", "--threads", "2")
    let plain = try run("script.overfit", environment: ["OVERFIT_KERNELS": "plain"])
    #expect(one.status == 0)
    #expect(one.output.split(separator: "\n").count > 40)
    #expect(two.output == one.output)
    #expect(plain.output == one.output)
    let seeded = try run("script.overfit", "--seed", "1")
    #expect(seeded.status == 0)
    #expect(seeded.output != one.output)
  }
}
