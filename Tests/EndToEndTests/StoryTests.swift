import Testing

/// A student's session, typed line by line on a terminal of 80 columns and 24 rows.
@Suite("A session at the prompt", .waiting, .serialized, .timeLimit(.minutes(15)))
struct StoryTests {
  private let home = TemporaryFolder()

  private func start() throws -> PseudoTerminal {
    let terminal = PseudoTerminal(home: home, environment: ["NO_COLOR": "1"])
    try terminal.wait(forLine: "[1]")
    return terminal
  }

  @Test("goes from the first line to a good fit, with a slip on the way")
  func wholeSession() throws {
    let terminal = try start()
    #expect(terminal.screen.lines[0] == "Overfit 0.1 · seed 0 · help, lessons, quit")
    try terminal.enter([
      "data circles points=400 noise=0.15", "split train=60% validation=20% test=20%", "network",
      "add dense 1 sigmoid", "train epochs=100 rate=0.1",
    ])
    for line in [
      "circles · 400 points · 2 features · 2 classes (200 / 200)",
      "train 240 · validation 80 · test 80", "empty network · input 2",
      "#1 dense 1 sigmoid · 2 -> 1 · 3 parameters",
    ] {
      #expect(terminal.screen.lines.contains(line))
    }
    #expect(terminal.screen.description.contains("\nepoch 100/100 · loss 0."))
    try terminal.enter(["diagnose target=5%"], from: 6)
    #expect(terminal.screen.description.contains("\nHigh bias: the training error is "))
    #expect(terminal.screen.description.contains("(explain bias)"))

    try terminal.enter(
      [
        "insert 1 dense 8 tanh", "train epochs=200 optimizer=adam rate=0.02", "plot boundary",
      ], from: 7)
    #expect(terminal.screen.description.contains("training points on the wrong side"))
    try terminal.enter(["compare l2=0,0.001,0.01,0.1 plot=boundary"], from: 10)
    #expect(terminal.screen.description.contains("\nlowest validation error: "))
    // What fails is no cell, and its number goes to the next line.
    try terminal.type("trane epochs=5", thenPrompt: 11)
    #expect(
      terminal.screen.description.hasSuffix(
        """

        [11] trane epochs=5
             ^^^^^ unknown command "trane"
             did you mean: train
        [11]
        """))
    #expect(terminal.screen.lines.allSatisfy { $0.count <= 80 })
    #expect(!terminal.raw.contains("\u{1B}[9"))
    terminal.send("\u{4}")
    try terminal.wait(for: "\n10 cells are not saved: quit again to leave, or save FILE.md\n[11]")
    terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.isAsFound)
  }

  @Test("opens a cell for editing and runs the later ones again")
  func edit() throws {
    let terminal = try start()
    try terminal.enter(["let a = 2", "print a + 1", "print \"end\""])
    terminal.send("edit 1\r")
    try terminal.wait(forLine: "[1] let a = 2")
    terminal.send("\u{7F}40\r")
    try terminal.wait(forLine: "[4]")
    #expect(
      terminal.screen.description.hasSuffix(
        """

        [1] let a = 40
        [2] print a + 1
        41
        [3] print "end"
        end
        [4]
        """))
    try terminal.type("undo", thenPrompt: 4)
    try terminal.enter(["print a"], from: 4)
    #expect(terminal.screen.description.hasSuffix("\n[4] print a\n2\n[5]"))
  }

  @Test("leaves a cell as it was when its editing is given up")
  func abandonedEdit() throws {
    let terminal = try start()
    try terminal.enter(["print 1"])
    terminal.send("edit 1\r")
    try terminal.wait(forLine: "[1] print 1")
    terminal.send("\u{3}")
    try terminal.wait(forLine: "[2]")
    try terminal.enter(["print 2"], from: 2)
    try terminal.type("cells", thenPrompt: 3)
    #expect(terminal.screen.description.hasSuffix("\n[1] print 1\n[2] print 2\n[3]"))
  }

  @Test("opens a loop for editing, and the arrow keys go up and down in it")
  func editLoop() throws {
    let terminal = try start()
    terminal.send("for a in 1, 2\r")
    try terminal.wait(forLine: "  .")
    terminal.send("\tprint a\rend\r")
    try terminal.wait(forLine: "[2]")
    terminal.send("edit 1\r")
    try terminal.wait(for: "the loop at the prompt") {
      $0.description.hasSuffix("\n[1] for a in 1, 2\n  print a\nend")
    }
    // Up from behind "end" to behind "  p", on to the line's end, and down again.
    terminal.send("\u{1B}[A")
    for _ in 0..<6 { terminal.send("\u{1B}[C") }
    terminal.send(" * 10\u{1B}[B\r")
    try terminal.wait(forLine: "[2]")
    #expect(terminal.screen.description.hasSuffix("  print a * 10\nend\n10\n20\n[2]"))
    terminal.send("\u{1B}[A")
    try terminal.wait(for: "the loop out of the history") {
      $0.description.hasSuffix("\n[2] for a in 1, 2\n  print a * 10\nend")
    }
  }

  @Test("replays equal after it was saved, with the seed of its greeting")
  func saved() throws {
    let terminal = PseudoTerminal(["--seed", "7"], home: home)
    try terminal.wait(forLine: "[1]")
    try terminal.type("set keep errors", thenPrompt: 1)
    try terminal.enter(Samples.quick + ["print loss()", "trane", "note All *done*."])
    #expect(
      terminal.screen.lines.contains { $0.contains("· seed 7 ·") }
        || terminal.raw.contains("· seed 7 ·"))
    try terminal.type("save \(home.path)/lesson.md", thenPrompt: 9)
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    let text = try #require(home.read("lesson.md"))
    #expect(text.hasPrefix("---\nseed: 7\n---\n# lesson\n"))
    let replay = try Program(["replay", home.path + "/lesson.md"], home: home)
    #expect(replay.output == "\(home.path)/lesson.md: equal\n")
    #expect(replay.status == 0)

    // A run takes the notebook's seed too, and ends well though the notebook holds an error.
    let run = try Program(["run", home.path + "/lesson.md"], home: home)
    #expect(run.status == 0)
    let loss = try #require(
      text.split(separator: "\n").drop { $0 != "> print loss()" }.dropFirst().first)
    #expect(run.output.contains("> print loss()\n\(loss)\n"))
    let other = try Program(["run", home.path + "/lesson.md", "--seed", "8"], home: home)
    #expect(!other.output.contains("> print loss()\n\(loss)\n"))
  }
}
