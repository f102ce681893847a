import Notebooks
import SeededRandom
import Synchronization
import Testing

@testable import Session
@testable import Workbench

@Suite("Progress that is handed in")
struct ProgressCheckTests {
  private let folder: TemporaryFolder

  private static let lesson = """
    # Sums

    ```overfit
    > let a = 2
    ```

    ```question sum
    ask How much is one more?
    answer a + 1
    ```

    ```exercise large
    check a > 10
    check a < 100
    hint Choose.
    solution
    > let a = 50
    ```

    ```overfit
    > let b = a
    ```

    ```question which
    ask Which?
    right this
    says Yes.
    choice that
    says No.
    ```

    ```exercise larger
    check b > a
    hint Choose.
    solution
    > let b = a + 1
    ```

    ```cards
    card x
    back y
    ```

    """

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.lesson, to: "c/01-sums.md")
    try folder.write("title: C\n", to: "c/course.yaml")
  }

  private func course() throws -> LessonCourse {
    try LessonCourse("c", folder: "\(folder.path)/c", by: .progress, files: WorkingFolder())
  }

  private func walk() throws -> LessonWalk {
    LessonWalk(try course().lessons[0].notebook, settings: .testing())
  }

  /// Walks to the end; lines are what is typed at each step that asks.
  private func walked(_ lines: [String: [String]]) throws -> LessonProgress {
    var walk = try walk()
    while let next = walk.nextStep {
      guard case .own(let step) = next, step.isJudged else {
        _ = walk.advance()
        continue
      }
      for line in lines[step.name] ?? [] {
        switch walk.answer(to: line) {
        case .solved: walk.goOnFromBranch()
        case .passed: _ = walk.advance()
        case .command, nil: _ = walk.submit(line)
        case .stay, .wrong: break
        }
      }
      if case .own(let same)? = walk.nextStep, same.name == step.name { break }
    }
    return walk.ownProgress
  }

  private static let honest = [
    "sum": ["4", "hint", "3"], "large": ["print 1", "let a = 12", ""], "which": ["a"],
    "larger": ["let b = 40", ""],
  ]

  private func check(_ handed: HandedProgress) throws -> ProgressCheck {
    ProgressCheck(handed, of: try course(), settings: .testing())
  }

  /// What is found of one lesson's progress that is written to a file and read again.
  private func findings(_ text: String) throws -> [String] {
    let check = try check(HandedProgress(Array(text.utf8), file: "a.txt"))
    #expect(check.passes == check.findings.allSatisfy(\.isPassed))
    return check.findings.map { "\($0.step ?? "-"): \($0.isPassed) \($0.text)" }
  }

  private func text(_ progress: LessonProgress) -> String {
    HandedProgress(draw: nil, parts: [.init(lesson: "01-sums", progress: progress)]).text
  }

  @Test("is passed where the student's own cells meet the checks and their answers are right")
  func honest() throws {
    let text = text(try walked(Self.honest))
    #expect(
      try findings(text) == [
        "sum: true right, as they say at try 2", "large: true passed with 2 own cells",
        "which: true right, as they say at try 1", "larger: true passed with 1 own cell",
      ])
    // It reads back as it was.
    #expect(try HandedProgress(Array(text.utf8), file: "a").text == text)
  }

  @Test("a walk goes on with the answers that were kept")
  func kept() throws {
    let progress = try walked(Self.honest)
    var again = try walk()
    _ = again.goOn(to: progress)
    #expect(again.ownProgress == progress)
    #expect(progress.openSteps(of: again.notebook).isEmpty)
    let skipped = try walked(["sum": ["skip"], "large": ["skip"], "which": ["b"]])
    #expect(skipped.openSteps(of: again.notebook) == ["sum", "large"])
    var lines = Self.honest
    lines["sum"] = ["solution", ""]
    #expect(try walked(lines).openSteps(of: again.notebook) == ["sum"])
  }

  @Test("what was skipped, shown or not reached is said to be so")
  func open() throws {
    var lines = Self.honest
    lines["sum"] = ["solution", ""]
    lines["large"] = ["skip"]
    lines["which"] = []
    #expect(
      try findings(text(try walked(lines))) == [
        "sum: false not answered: the answer was shown", "large: false skipped",
        "which: false not reached", "larger: false not reached",
      ])
  }

  @Test("a line that is changed in the file is believed only if it is true")
  func forged() throws {
    let text = text(try walked(Self.honest))
    // Cells that do not meet the checks.
    #expect(
      try findings(text.replacing("let a = 12", with: "let a = 5")).prefix(2) == [
        "sum: true right, as they say at try 2",
        "large: false claimed, and its checks do not hold after the student's cells",
      ])
    // Cells that fail, or are none.
    for line in ["let a = c", "lett a = 12", "quit", "learn 1", "save x.md"] {
      let found = try findings(text.replacing("> let a = 12", with: "> \(line)"))
      #expect(found[1].hasPrefix("large: false does not replay: "), "\(line): \(found)")
      #expect(found[2] == "which: false not tried: what comes before it does not replay")
    }
    // Answers that are not right.
    #expect(
      try findings(text.replacing("tries 2 3\n", with: "tries 2 30\n"))[0]
        == "sum: false claimed, and \"30\" is not the answer")
    #expect(
      try findings(text.replacing("tries 1 a\n", with: "tries 1 b\n"))[2]
        == "which: false claimed, and \"b\" is not the answer")
    let bare = text.split(separator: "\n").filter { !$0.hasPrefix("> ") }.joined(separator: "\n")
    #expect(throws: NotebookError.self) { try findings(bare + "\n") }
    // Other right ways are right.
    #expect(try findings(text.replacing("let a = 12", with: "let a = 13"))[1].contains("true"))
  }

  @Test("a line that was saved behind a cell runs only where it saves, and no cell comes of it")
  func saves() throws {
    let text = text(try walked(Self.honest))
    for line in ["let a = 12", "edit 2 let a = 12", "undo", "run x.md", "let a = 12; print a"] {
      let forged = text.replacing("> let a = 12\n", with: "> let a = 5\n+ \(line)\n")
      #expect(
        try findings(forged)[1]
          == "large: false claimed, and its checks do not hold after the student's cells", "\(line)"
      )
    }
    let path = "\(folder.path)/c/mine.md"
    let saved = text.replacing("> let a = 12\n", with: "> let a = 12\n+ save \(path)\n")
    #expect(try findings(saved)[1].hasPrefix("large: true "))
    #expect(!WorkingFolder().exists(path))
  }

  @Test("a cell that takes too long ends its lesson, and those behind it are told as not tried")
  func slow() throws {
    try folder.write("# More\n\n```question q\nask One?\nanswer 1\n```\n", to: "c/02-more.md")
    try folder.write("# Last\n\n```overfit\n> print 1\n```\n", to: "c/03-last.md")
    let progress = try walked(Self.honest)
    let others = try course().lessons.dropFirst().map { lesson in
      var walk = LessonWalk(lesson.notebook, settings: .testing())
      while walk.nextStep != nil {
        _ = walk.answer(to: "1")
        _ = walk.advance()
      }
      return HandedProgress.Part(lesson: lesson.name, progress: walk.ownProgress)
    }
    let handed = HandedProgress(
      draw: nil, parts: [.init(lesson: "01-sums", progress: progress)] + others)
    #expect(try check(handed).passes)
    // The clock runs out in the fourth cell, and stays so.
    let cells = Mutex(0)
    let isOut = { @Sendable in cells.withLock { $0 > 3 } }
    let control = RunControl(
      isInterrupted: isOut, isGivenUp: isOut, isOutOfTime: isOut,
      onCell: { cells.withLock { $0 += 1 } })
    let check = ProgressCheck(
      handed, of: try course(), settings: .testing(), control: control)
    #expect(!check.passes && !check.isInterrupted)
    #expect(
      check.findings.map { "\($0.lesson) \($0.step ?? "-"): \($0.isPassed) \($0.text)" } == [
        "01-sums sum: true right, as they say at try 2",
        "01-sums large: true passed with 2 own cells",
        "01-sums -: false does not replay: a cell takes too long",
        "01-sums which: false not tried: what comes before it does not replay",
        "01-sums larger: false not tried: what comes before it does not replay",
        "02-more q: false not tried: a cell of 01-sums takes too long",
        "03-last -: false not tried: a cell of 01-sums takes too long",
      ])
  }

  @Test("done without cells and answers is nothing, and so is another text, or another lesson's")
  func claims() throws {
    let progress = try walked(Self.honest)
    let bare = LessonProgress(
      digest: progress.digest, done: progress.of, of: progress.of, place: progress.place, own: [:])
    #expect(
      try findings(text(bare))
        == ["sum", "large", "which", "larger"].map { "\($0): false skipped" })
    let other = LessonProgress(
      digest: 7, done: progress.of, of: progress.of, place: "", own: progress.own,
      answers: progress.answers)
    #expect(
      try findings(text(other)) == [
        "-: false handed in for another text of the lesson than the one here"
      ])
    let parts = [progress, progress].map { HandedProgress.Part(lesson: "01-sums", progress: $0) }
    #expect(
      try check(HandedProgress(draw: nil, parts: parts)).findings.map(\.text)
        == ["handed in more than once"])
    let stray = HandedProgress(draw: nil, parts: [.init(lesson: "02-x", progress: progress)])
    #expect(
      try check(stray).findings.map(\.text)
        == ["not handed in", "none of the lessons that are to be handed in"])
    #expect(try !check(HandedProgress(draw: nil, parts: [])).passes)
  }

  @Test("so many of so many are passed: the second number is the lessons' own, however far one is")
  func counts() throws {
    try folder.write("# More\n\n```question q\nask One?\nanswer 1\n```\n", to: "c/02-more.md")
    try folder.write("# Last\n\n```overfit\n> print 1\n```\n", to: "c/03-last.md")
    let names = ["sum", "large", "which", "larger"]
    for count in 0...names.count {
      let lines = Self.honest.filter { names.prefix(count).contains($0.key) }
      let progress = try walked(lines)
      let check = try check(
        HandedProgress(draw: nil, parts: [.init(lesson: "01-sums", progress: progress)]))
      #expect(check.passed == count && check.count == names.count + 2, "\(check.findings)")
    }
    #expect(try check(HandedProgress(draw: nil, parts: [])).count == names.count + 2)
  }

  @Test("an exercise that was solved counts, also where something else was tried behind it")
  func solvedBefore() throws {
    for line in ["", "let a = 1", "undo", "reset"] {
      var walk = try walk()
      _ = walk.advance()
      _ = walk.advance()
      _ = walk.answer(to: "3")
      _ = walk.advance()
      _ = walk.submit("let a = 12")
      if line == "reset" { _ = walk.reset() } else if !line.isEmpty { _ = walk.submit(line) }
      #expect(try findings(text(walk.ownProgress))[1] == "large: true passed with 1 own cell")
    }
  }

  @Test("the number of steps is the lesson's own, and no claim of the file")
  func ends() throws {
    try folder.write("# Read\n\nA word.\n\n```overfit\n> print 1\n```\n", to: "c/01-sums.md")
    let progress = try walked([:])
    #expect(try findings(text(progress)) == ["-: true read to its end"])
    for (done, of) in [(0, 0), (1, 1), (progress.of + 1, progress.of + 1)] {
      let forged = LessonProgress(
        digest: progress.digest, done: done, of: of, place: progress.place, own: [:])
      #expect(
        try findings(text(forged)) == [
          "-: false says that there are \(of) steps, and there are \(progress.of)"
        ])
    }
    let partly = LessonProgress(
      digest: progress.digest, done: 1, of: progress.of, place: progress.place, own: [:])
    #expect(try findings(text(partly)) == ["-: false not read to its end"])
  }

  @Test(
    "nothing stands before the first lesson but the seed",
    arguments: [
      ("seed abc\n", 2), ("seed -1\n", 2), ("seed 18446744073709551616\n", 2), ("seed\n", 2),
      ("hello\n", 2), ("\n", 2), ("seed 1\nseed 2\n", 3), ("seed 1\n\n", 3), (" seed 1\n", 2),
    ])
  func head(text: String, line: Int) throws {
    let whole = self.text(try walked(Self.honest))
    let forged = whole.replacing("\nlesson ", with: "\n\(text)lesson ")
    for forged in [forged, "\(HandedProgress.heading)\n\(text)x"] {
      let error = #expect(throws: NotebookError.self) {
        try HandedProgress(Array(forged.utf8), file: "a.txt")
      }
      #expect(error?.line == line)
    }
    let seeded = whole.replacing("\nlesson ", with: "\nseed 7\nlesson ")
    #expect(try HandedProgress(Array(seeded.utf8), file: "a.txt").draw?.seed == 7)
    #expect(try HandedProgress(Array("Overfit progress 1\n".utf8), file: "a.txt").parts.isEmpty)
  }

  @Test("no step is named twice, and none leaves more cells than there are")
  func once() throws {
    let whole = text(try walked(Self.honest))
    func read(_ more: String) throws -> HandedProgress {
      try HandedProgress(Array((whole + more).utf8), file: "a")
    }
    for word in ["step", "tried"] {
      let block = "answer 90 tries 1\n\(word) 90 of 1 cells\nkeep 1\n= 1 cell, not saved\n"
      #expect(try read(block).parts.count == 1)
      let again = block.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
      #expect(throws: NotebookError.self) { try read(block + again) }
    }
    #expect(throws: NotebookError.self) { try read("answer 90 tries 1\nanswer 90 tries 1\n") }
    #expect(throws: NotebookError.self) {
      try read("step 90 of 1000001 cells\nkeep 1000001\n= 1000001 cells, not saved\n")
    }
    let many = whole.replacing(" of 1 cells\nkeep 1\n", with: " of 9 cells\nkeep 9\n")
      .replacing("= 3 cells", with: "= 11 cells")
    #expect(many != whole)
    #expect(try findings(many)[1] == "large: false does not replay: cells are missing")
  }

  @Test("the cells that steps leave as they were cost nothing to be read", .timeLimit(.minutes(1)))
  func size() throws {
    var text = text(try walked(Self.honest))
    for step in 100..<30_000 {
      text += "step \(step) of 10000 cells\nkeep 10000\n= 10000 cells, not saved\n"
    }
    #expect(text.utf8.count < HandedProgress.mostBytes)
    #expect(try HandedProgress(Array(text.utf8), file: "a").parts.count == 1)
  }

  @Test("the seed of a draw is told, and is the folder's where that names one")
  func draw() throws {
    for (name, text) in [("02-two", "Two"), ("03-three", "Three")] {
      try folder.write("# \(text)\n\n```overfit\n> print 1\n```\n", to: "c/\(name).md")
    }
    func check(_ settings: String, by seed: UInt64?) throws -> ProgressCheck {
      try folder.write(settings, to: "c/course.yaml")
      let parts = try course().lessons(drawnBy: seed ?? 7).map { lesson in
        var walk = LessonWalk(lesson.notebook, settings: .testing())
        while walk.nextStep != nil { _ = walk.advance() }
        return HandedProgress.Part(lesson: lesson.name, progress: walk.ownProgress)
      }
      return try self.check(HandedProgress(draw: seed.map { LessonDraw(seed: $0) }, parts: parts))
    }
    #expect(try check("title: C\n", by: 9).draw?.seed == nil)
    #expect(try check("draw: 1\n", by: 9).draw?.seed == 9)
    #expect(try check("draw: 1\nseed: 7\n", by: nil).draw?.seed == 7)
    for seed: UInt64 in [7, 9] {
      let found = try check("draw: 1\nseed: 7\n", by: seed).findings
      #expect(found.contains { $0.lesson == "course.yaml" && !$0.isPassed } == (seed == 9))
      #expect(!found.contains { $0.text == "not handed in" })
    }
  }

  @Test("no step is passed that is taken out of the file, whichever it is")
  func law() throws {
    let lines = text(try walked(Self.honest)).split(
      separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices.dropLast() {
      var fewer = lines
      fewer.remove(at: index)
      let bytes = Array(fewer.joined(separator: "\n").utf8)
      guard let handed = try? HandedProgress(bytes, file: "a"), !handed.parts.isEmpty else {
        continue
      }
      let check = try check(handed)
      // An exercise is proved by its cells alone, and what was tried is the student's word.
      let words = lines[index].split(separator: " ")
      let isNeeded = !(words.first == "answer" && words.count == 4) && words.first != "gave"
      #expect(check.passes != isNeeded, "\(lines[index]): \(check.findings)")
    }
  }

  @Test("any text is progress or an error, and never a trap")
  func fuzzed() throws {
    let lines = text(try walked(Self.honest)).split(separator: "\n").map(String.init)
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed))
      let count = random.below(30)
      let text =
        "Overfit progress 1\n"
        + (0..<count).map { _ in
          random.pick(lines) + (random.oneIn(4) ? " 9\n" : "\n")
        }.joined()
      guard let handed = try? HandedProgress(Array(text.utf8), file: "a") else { continue }
      if seed % 10 == 0 { _ = try check(handed) }
    }
  }
}
