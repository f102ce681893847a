import Foundation
import SeededRandom
import Testing

/// Sessions that are killed at a random moment leave every file whole: as it was after the line before, or
/// as it is after the line that ran. In the long form a thousand times.
@Suite("Files of killed sessions", .waiting, .timeLimit(.minutes(60)))
struct KilledSavesLawTests {
  /// Cells, saves, checkpoints and pictures; no line stands here twice, so that the history tells how far
  /// a session came.
  private static let lines = [
    "data circles points=24", "network", "add dense 2 tanh", "add dense 1 sigmoid",
    "train epochs=1", "save ~/n.md", "save network ~/a.safetensors", "print loss()",
    "train epochs=1 checkpoint=~/c.safetensors", "save", "save weights ~/w.npz", "let a = 2",
    "train epochs=1 batch=8 checkpoint=~/c.safetensors",
    "save network ~/a.safetensors overwrite=yes", "note A remark.",
    "save ~/n.md overwrite=yes", "predict train", "save predictions ~/p.csv", "print a",
    "save history ~/h.csv", "train epochs=1 batch=4", "save weights ~/w.npz overwrite=yes",
    "save history ~/h.csv overwrite=yes", "save ~/m.md",
    "train epochs=1 batch=6 checkpoint=~/c.safetensors", "print error(train)",
  ]
  private static let files = [
    "n.md", "m.md", "a.safetensors", "c.safetensors", "w.npz", "p.csv", "h.csv",
  ]
  private static let history = ".local/state/overfit/history"

  private typealias Versions = [String: Data]

  private static func versions(in home: TemporaryFolder) -> Versions {
    files.reduce(into: [:]) { versions, name in
      versions[name] = FileManager.default.contents(atPath: "\(home.path)/\(name)")
    }
  }

  /// The files after each of the lines, and how long they took together, in seconds.
  private static let twin = Result { () throws -> (after: [Versions], seconds: Double) in
    let home = TemporaryFolder()
    let terminal = PseudoTerminal(home: home, rows: 100)
    try terminal.wait(forLine: "[1]")
    let start = Date()
    var after = [Versions()]
    for line in lines {
      try terminal.type(line)
      after.append(versions(in: home))
    }
    return (after, Date().timeIntervalSince(start))
  }

  @Test("are those of the line before, or of the line that ran", arguments: 0..<3)
  func saves(part: Int) throws {
    let twin = try Self.twin.get()
    #expect(Self.files.allSatisfy { twin.after.last?[$0] != nil })
    for seed in stride(from: part, to: LongRun.count(6, long: 600), by: 3) {
      var random = SeededGenerator(seed: UInt64(seed) + 1)
      let home = TemporaryFolder()
      let killed = PseudoTerminal(home: home, rows: 100)
      try killed.wait(forLine: "[1]")
      killed.send(Self.lines.map { $0 + "\r" }.joined())
      usleep(UInt32(random.below(Int(twin.seconds * 1_000_000))))
      killed.signal(SIGKILL)
      _ = try killed.waitForExit()

      let typed = Self.typed(in: home)
      #expect(typed == Array(Self.lines.prefix(typed.count)), "seed \(seed): the history")
      let found = Self.versions(in: home)
      let before = twin.after[max(0, typed.count - 1)]
      let after = twin.after[typed.count]
      for file in Self.files {
        #expect(
          found[file] == before[file] || found[file] == after[file],
          "seed \(seed): \(file) after \(typed.last ?? "nothing")")
      }
      try Self.expectRecovery(in: home, typed: typed, "seed \(seed)")
    }
  }

  /// The lines that the history has.
  private static func typed(in home: TemporaryFolder) -> [String] {
    let text = home.read(history) ?? ""
    #expect(text.isEmpty || text.hasSuffix("\n"))
    return text.split(separator: "\n").map(String.init)
  }

  /// Whether a notebook was saved behind the last of these cells: then nothing is lost.
  private static func isSaved(_ lines: some Collection<String>) -> Bool {
    let last = lines.reversed().first { !$0.hasPrefix("save") || isNotebook($0) }
    return last.map(isNotebook) ?? false
  }

  private static func isNotebook(_ line: String) -> Bool {
    line == "save" || line.hasPrefix("save ~/n.md") || line.hasPrefix("save ~/m.md")
  }

  /// The session comes back to the last cell that was typed, or to the one before it, unless all of it
  /// was saved.
  private static func expectRecovery(
    in home: TemporaryFolder, typed: [String], _ context: String
  ) throws {
    let cells = typed.filter { !$0.hasPrefix("save") }
    guard cells.count > 1 else { return }
    let again = PseudoTerminal(["--recover"], home: home, rows: 100)
    try again.wait(for: "a prompt") {
      $0.isAtPrompt || $0.description.contains("there is no session to recover")
    }
    guard again.screen.isAtPrompt else {
      #expect(isSaved(typed) || isSaved(typed.dropLast()), "\(context): \(typed)")
      return
    }
    let rows = try again.type("cells").filter { $0.hasPrefix("[") }
    #expect([cells.count - 1, cells.count].contains(rows.count), "\(context): \(rows)")
    for (row, cell) in zip(rows, cells) {
      #expect(row.hasSuffix(cell), "\(context): \(row)")
    }
  }
}

/// The place in a lesson, and the history of two sessions at once.
extension KilledSavesLawTests {
  private static let steps = [
    "", "", "let b = 4", "print b", "let a = b + 9", "", "",
  ]

  /// What is kept of the place in the lesson.
  private static func place(in home: TemporaryFolder) -> String? {
    let folder = ".local/state/overfit/lessons"
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: "\(home.path)/\(folder)")) ?? []
    return names.first { $0.hasSuffix(".progress") }.flatMap { home.read("\(folder)/\($0)") }
  }

  private static func walk(_ home: TemporaryFolder) throws -> PseudoTerminal {
    try home.write(SumsLesson.text, to: "sums.md")
    let terminal = PseudoTerminal(
      ["-c", "cd \"$HOME\" && exec \"$0\" learn sums.md", Binary.path], program: "/bin/sh",
      home: home, environment: ["NO_COLOR": "1"], rows: 200)
    try terminal.wait(forLine: "[1] let a = 2")
    return terminal
  }

  @Test("hold a place in the lesson that was there, and the walk goes on at it")
  func places() throws {
    let home = TemporaryFolder()
    let terminal = try Self.walk(home)
    let start = Date()
    var kept: Set<String?> = [nil]
    for step in Self.steps {
      let place = terminal.screen.place
      terminal.send(step + "\r")
      try terminal.wait(for: "the next prompt") {
        $0.place > place && $0.currentLine.hasPrefix("[")
      }
      kept.insert(Self.place(in: home))
    }
    let seconds = Date().timeIntervalSince(start)
    for seed in 0..<LongRun.count(4, long: 250) {
      var random = SeededGenerator(seed: UInt64(seed) + 1)
      let home = TemporaryFolder()
      let killed = try Self.walk(home)
      killed.send(Self.steps.map { $0 + "\r" }.joined())
      usleep(UInt32(random.below(Int(seconds * 1_000_000))))
      killed.signal(SIGKILL)
      _ = try killed.waitForExit()
      let found = Self.place(in: home)
      #expect(kept.contains(found), "seed \(seed): \(found ?? "none")")
    }
  }

  @Test("have in the history what both of two sessions typed")
  func histories() throws {
    for seed in 0..<LongRun.count(3, long: 150) {
      var random = SeededGenerator(seed: UInt64(seed) + 1)
      let home = TemporaryFolder()
      let sessions = (0..<2).map { _ in PseudoTerminal(home: home, rows: 100) }
      let typed = (0..<2).map { number in (0..<12).map { "let s\(number)x\($0) = \($0)" } }
      for session in sessions { try session.wait(forLine: "[1]") }
      for (session, lines) in zip(sessions, typed) {
        session.send(lines.map { $0 + "\r" }.joined())
      }
      usleep(UInt32(random.below(300_000)))
      sessions[0].signal(SIGKILL)
      _ = try sessions[0].waitForExit()
      try sessions[1].wait(forLine: "[13]")
      let history = Self.typed(in: home)
      let first = history.filter { $0.hasPrefix("let s0") }
      #expect(history.filter { $0.hasPrefix("let s1") } == typed[1], "seed \(seed)")
      #expect(first == Array(typed[0].prefix(first.count)), "seed \(seed): \(history)")
      #expect(first.count + typed[1].count == history.count, "seed \(seed): \(history)")
      // What stands under a prompt that came is in the history.
      let shown = (0..<12).last { sessions[0].raw.contains("[\($0 + 2)] ") }.map { $0 + 1 } ?? 0
      #expect(first.count >= shown, "seed \(seed): \(first.count) of \(shown)")
    }
  }
}
