import Foundation
import Testing

@Suite("Replaying", .waiting, .serialized, .timeLimit(.minutes(15)))
struct ReplayTests {
  private let folder = TemporaryFolder()

  private func replay(_ words: String...) throws -> Program {
    try Program(["replay"] + words, home: folder)
  }

  /// The lesson about circles, as the repository has it.
  private static func circles() throws -> String {
    try String(contentsOfFile: Repository.path("lessons/01-circles.md"), encoding: .utf8)
  }

  @Test("finds every lesson equal, and says which one needs data that is nowhere")
  func lessons() throws {
    let nowhere = folder.path + "/empty"
    let environment = [
      "XDG_DATA_HOME": nowhere, "XDG_STATE_HOME": nowhere, "OVERFIT_DATASETS": nowhere,
    ]
    let lessons = Repository.path("lessons")
    let program = try Program(
      ["replay", lessons, "--cell-time", "0"], environment: environment, home: folder)
    #expect(
      program.output == """
        \(lessons)/01-circles.md: equal
        \(lessons)/02-mnist.md: skipped: needs mnist, which is not on this machine
        \(lessons)/03-neuron.md: equal
        \(lessons)/04-diagnosis.md: equal
        \(lessons)/05-penalties.md: equal
        \(lessons)/06-dropout.md: equal
        \(lessons)/07-stopping.md: equal
        \(lessons)/08-batchnorm.md: equal
        \(lessons)/09-signals.md: equal
        \(lessons)/10-steps.md: equal
        \(lessons)/11-schedules.md: equal
        \(lessons)/12-confidence.md: equal
        \(lessons)/13-convolution.md: equal
        \(lessons)/14-transfer.md: equal
        \(lessons)/README.md: equal
        \(lessons)/capstone/01-arms.md: equal
        \(lessons)/capstone/02-clouds.md: equal
        \(lessons)/capstone/03-houses.md: equal
        \(lessons)/capstone/04-moons.md: equal
        \(lessons)/capstone/05-digits.md: equal
        \(lessons)/capstone/06-squares.md: equal
        \(lessons)/capstone/07-parts.md: equal
        \(lessons)/capstone/08-rings.md: equal
        \(lessons)/cards.md: equal
        \(lessons)/checklist.md: equal
        \(lessons)/gallery.md: equal

        """)
    #expect(program.error.isEmpty)
    #expect(program.status == 0)
  }

  @Test("shows a changed character as a unified diff with file and line")
  func difference() throws {
    let changed = try Self.circles().replacingOccurrences(
      of: "train 720 · validation 240", with: "train 721 · validation 240")
    try folder.write(changed, to: "circles.md")
    let path = folder.path + "/circles.md"
    let line = try #require(
      changed.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.hasPrefix("train 721") })
    let program = try replay(path)
    #expect(program.status == 1)
    let lines = program.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(2) == ["--- \(path) (expected)", "+++ \(path) (actual)"])
    #expect(lines[2] == "@@ -\(line - 2),7 +\(line - 2),7 @@")
    #expect(lines.filter { $0.hasPrefix("-train") } == ["-train 721 · validation 240 · test 240"])
    #expect(lines.filter { $0.hasPrefix("+train") } == ["+train 720 · validation 240 · test 240"])
    #expect(folder.read("circles.md") == changed)
  }

  @Test("an update rewrites the outputs and nothing else")
  func update() throws {
    let right = try Self.circles()
    let changed = right.replacingOccurrences(of: "\nloss   ", with: "\nlosses ")
      .replacingOccurrences(of: "0.693147", with: "0.7\n0.8")
    #expect(changed != right)
    try folder.write(changed, to: "circles.md")
    try folder.write("# Prose alone  \r\n\r\nand *nothing* else", to: "prose.md")
    let program = try replay("--update", folder.path)
    #expect(
      program.output == """
        \(folder.path)/circles.md: updated
        \(folder.path)/prose.md: equal

        """)
    #expect(program.status == 0)
    #expect(folder.read("circles.md") == right)
    #expect(folder.read("prose.md") == "# Prose alone  \r\n\r\nand *nothing* else")
    let again = try replay(folder.path)
    #expect(again.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": equal") })
    #expect(again.status == 0)
  }

  @Test("fails where an exercise promises what it does not keep")
  func exercise() throws {
    func exercise(_ check: String) -> String {
      "```overfit\n> let a = 1\n```\n\n```exercise x\ncheck \(check)\nsolution\n> let a = 2\n```\n"
    }
    try folder.write(exercise("a > 1"), to: "right.md")
    try folder.write(exercise("a > 0"), to: "trivial.md")
    try folder.write(exercise("a > 2"), to: "wrong.md")
    #expect(try replay(folder.path + "/right.md").status == 0)
    let trivial = try replay(folder.path + "/trivial.md")
    #expect(trivial.output.contains("trivial.md:5: the checks of exercise x hold before"))
    #expect(trivial.status == 1)
    let wrong = try replay(folder.path + "/wrong.md")
    #expect(wrong.output.contains("wrong.md:6: fails after the solution: check a > 2"))
    #expect(wrong.status == 1)
  }

  @Test("complains of what is no notebook")
  func complaints() throws {
    let missing = try replay(folder.path + "/none.md")
    #expect(missing.error == "overfit: \(folder.path)/none.md: there is no such file\n")
    #expect(missing.status == 1)
    try folder.write("text", to: "empty/notes.txt")
    let empty = try replay(folder.path + "/empty")
    #expect(
      empty.error == "overfit: \(folder.path)/empty: there is no notebook in this folder\n")
    #expect(empty.status == 1)
    try folder.write("```overfit\nno input\n```\n", to: "bad.md")
    let bad = try replay(folder.path + "/bad.md")
    #expect(bad.error.hasPrefix("overfit: \(folder.path)/bad.md:2: "))
    #expect(bad.status == 1)
  }

  @Test("goes on behind a file that can't be read, and leaves that as it is")
  func goesOn() throws {
    let right = "```overfit\n> print 2\n2\n```\n"
    let open = "```overfit\n> print 2\n3\n\nProse.\n\n```overfit\n> print 3\n3\n```\n"
    try folder.write(right, to: "all/a.md")
    try folder.write(open, to: "all/b.md")
    try folder.write(right, to: "all/c/d.md")
    for words in [[], ["--update"]] {
      let program = try Program(
        ["replay", folder.path + "/all", folder.path + "/none.md"] + words, home: folder)
      #expect(
        program.output == "\(folder.path)/all/a.md: equal\n\(folder.path)/all/c/d.md: equal\n")
      #expect(program.error.contains("all/b.md:1: this fence of ``` is not closed before line 7"))
      #expect(program.error.contains("none.md: there is no such file"))
      #expect(program.status == 1)
      #expect(folder.read("all/b.md") == open)
    }
  }

  @Test("an update keeps an output that an error would replace, unless errors are accepted")
  func newErrors() throws {
    let text = "```overfit\n> print 1 + 1\n3\n> print nothing\n5\n```\n"
    try folder.write(text, to: "n.md")
    let kept = try replay("--update", folder.path + "/n.md")
    #expect(kept.status == 1)
    #expect(kept.output.contains("n.md: updated\n"))
    #expect(kept.output.contains("n.md:4: fails now: nothing is called \"nothing\""))
    #expect(
      folder.read("n.md") == text.replacingOccurrences(of: "1 + 1\n3", with: "1 + 1\n2"))
    #expect(try replay("--update", "--accept-errors", folder.path + "/n.md").status == 0)
    #expect(folder.read("n.md")?.contains("^^^^^^^ nothing is called") == true)
    #expect(try replay(folder.path + "/n.md").status == 0)
  }

  @Test("stops at Ctrl-C with status 130 and leaves the file as it is", arguments: [false, true])
  func interrupted(update: Bool) throws {
    let cells = Samples.slow + ["train yes=yes epochs=1000000"]
    let text = "```overfit\n" + cells.map { "> \($0)\nx\n" }.joined() + "```\n"
    try folder.write(text, to: "long.md")
    let words = ["replay", folder.path + "/long.md"] + (update ? ["--update"] : [])
    let terminal = PseudoTerminal(words, home: folder)
    try terminal.wait(for: "/1000000")
    terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .status(130))
    #expect(terminal.screen.description.contains("long.md: interrupted"))
    #expect(folder.read("long.md") == text)
  }

  @Test("is ended by a cell that takes longer than it may", arguments: [false, true])
  func slowCell(update: Bool) throws {
    let cells = ["print 1 + 1"] + Samples.slow + ["train yes=yes epochs=1000000", "print 2"]
    let text = "```overfit\n" + cells.map { "> \($0)\nx\n" }.joined() + "```\n"
    try folder.write(text, to: "long.md")
    let path = folder.path + "/long.md"
    let words = ["replay", path, "--cell-time", "1"] + (update ? ["--update"] : [])
    let program = try Program(words, home: folder)
    let cell = cells.count - 1
    #expect(
      program.error
        == "overfit: \(path):\(2 * cell): cell \(cell) took longer than 1 s (--cell-time)\n")
    #expect(program.output.isEmpty)
    #expect(program.status == 1)
    #expect(folder.read("long.md") == text)
  }
}
