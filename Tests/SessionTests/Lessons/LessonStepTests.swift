import Commands
import Notebooks
import Testing

@testable import Session
@testable import Workbench

@Suite("Steps in a walk")
struct LessonStepTests {
  private static let text = """
    Prose.

    ```overfit
    > let a = 2
    ```

    ```question sum
    ask How much is one more?
    answer a + 1 within 0.01
    wrong a
    says That is the number itself.
    ```

    ```prediction double
    ask What will it do?
    measure a
    choice It grows.
    when now > before
    choice It shrinks.
    ```

    More prose.

    ```overfit
    > let b = 1
    > let a = 4
    ```

    ```claim larger
    says Four is *more*.
    holds a > 3
    ```

    ```exercise small
    check a < 10%
    means it is under a tenth
    check a > 0
    hint Choose.
    hint Choose less.
    wrong
    > let a = 0.5
    says A half is not under a tenth.
    wrong
    > let a = 0
    when a == 0
    says Nothing is too little.
    solution
    > let a = 0.05
    ```

    ```cards
    card x
    back y
    ```
    """

  /// A walk that stands before the step of a name.
  private func walk(to name: String) throws -> LessonWalk {
    var walk = LessonWalk(try Notebook(text: Self.text, name: "n.md"), settings: .testing())
    while let step = walk.nextStep {
      if case .own(let own) = step, own.name == name { break }
      _ = walk.advance()
    }
    return walk
  }

  @Test("a question asks the student's own run")
  func question() throws {
    var walk = try walk(to: "sum")
    _ = walk.submit("let a = 7")
    guard case .wrong(let said)? = walk.answer(to: "7") else {
      Issue.record("7 was not judged")
      return
    }
    #expect(Optional(said).lines == ["Not that.", "That is the number itself."])
    #expect(walk.answer(to: "print a") == .command)
    guard case .passed(let right)? = walk.answer(to: "8") else {
      Issue.record("8 was not right")
      return
    }
    #expect(Optional(right).lines == ["Right."])
  }

  @Test("a formula that looks at the test split is no answer, for a look is counted")
  func lookingAnswer() throws {
    let text = """
      ```overfit
      > data circles points=40
      > split train=60% validation=20% test=20%
      > network
      > add dense 1 sigmoid
      ```

      ```question q
      ask How large is the validation error?
      answer error(validation)
      ```
      """
    var walk = LessonWalk(try Notebook(text: text, name: "n.md"), settings: .testing())
    for _ in 0..<4 { _ = walk.advance() }
    guard case .stay(let said)? = walk.answer(to: "error(test)") else {
      Issue.record("error(test) was judged")
      return
    }
    #expect(
      Optional(said).lines.first
        == "That is no number: it looks at the test split, which is counted: print error(test).")
    guard case .passed? = walk.answer(to: "error(validation)") else {
      Issue.record("error(validation) is the answer")
      return
    }
    #expect(walk.session.state.data?.testLooks == 0 && walk.tries == 0)
  }

  @Test("what was predicted is put beside what came behind the last cell of the block")
  func prediction() throws {
    var walk = try walk(to: "double")
    guard case .passed? = walk.answer(to: "b") else {
      Issue.record("b was no prediction")
      return
    }
    var shown: [[String]] = []
    while walk.nextStep != nil, shown.count < 4 {
      _ = walk.advance()
      shown.append(walk.contrast.flatMap { Optional($0).lines })
    }
    #expect(
      shown == [
        [], [], [], ["You predicted: It shrinks.", "What came: It grows. (2 before, 4 now)"],
      ])
  }

  @Test("what was predicted is kept with the place")
  func keptPrediction() throws {
    var walk = try walk(to: "double")
    _ = walk.answer(to: "b")
    _ = walk.advance()
    let text = walk.progress(digest: 1).text
    #expect(text.contains("\nsaid 3 It shrinks.\n"))
    let progress = try #require(LessonProgress(Array(text.utf8)))
    #expect(progress.text == text)
    var again = LessonWalk(try Notebook(text: Self.text, name: "n.md"), settings: .testing())
    #expect(again.goOn(to: progress) == .arrived(cells: 3))
    for _ in 0..<3 { _ = again.advance() }
    #expect(
      again.contrast.flatMap { Optional($0).lines }
        == ["You predicted: It shrinks.", "What came: It grows. (2 before, 4 now)"])
    #expect(LessonProgress(Array(text.replacing("said 3", with: "said x").utf8)) == nil)
  }

  @Test("what is tried beside a step is counted, and an answer may be the one number of a matrix")
  func tried() throws {
    var walk = try walk(to: "sum")
    #expect(walk.triedCount == 0)
    _ = walk.submit("let a = [7]")
    _ = walk.submit("print a")
    #expect(walk.triedCount == 2)
    #expect(walk.session.value(of: "a @ a") == .number(49, text: "49"))
    guard case .other? = Optional(walk.session.value(of: "[1, 2]")) else {
      Issue.record("two numbers are none")
      return
    }
    guard case .passed? = walk.answer(to: "8") else {
      Issue.record("8 was not right")
      return
    }
  }

  @Test("a claim is a paragraph to read, and no step to stop at")
  func claim() throws {
    var walk = LessonWalk(try Notebook(text: Self.text, name: "n.md"), settings: .testing())
    var read: [String] = []
    while let step = walk.nextStep {
      if case .prose(let prose) = step { read.append(prose.source) }
      _ = walk.advance()
    }
    #expect(read.contains("Four is *more*."))
  }

  @Test("an exercise tells in numbers how far off it is, and of a wrong answer what is wrong")
  func exercise() throws {
    var walk = try walk(to: "small")
    let open = ["\\[ \\] it is under a tenth", "    400%, wanted under 10% · off by 390 points"]
    let way = "hint helps, solution shows one way, skip takes it and goes on."
    #expect(walk.standing.lines == open + ["[x] check a > 0", "Not tried yet: \(way)"])
    _ = walk.submit("let a = 0.5")
    #expect(
      walk.standing.lines.suffix(3) == [
        "[x] check a > 0", "A half is not under a tenth.", "1 of 2 checks hold. Stuck? \(way)",
      ])
    _ = walk.submit("let  a =  0")
    #expect(walk.standing.lines.contains("Nothing is too little."))
    _ = walk.submit("let a = 0.2")
    #expect(walk.standing.lines.last == "1 of 2 checks hold. Stuck? \(way)")
    #expect(walk.standing.lines.count == 4)
    #expect(walk.answer(to: "hint") == .stay(.prose("Hint 1 of 2: Choose.")))
    _ = walk.submit("let a = 0.01")
    #expect(walk.standing.lines.last == "Solved: the return key goes on.")
  }

  @Test(
    "only a line that changes something is an attempt, and told what is wrong with it",
    arguments: ["print a", "note so", "diagnos", "check a < 1", "undo", "cells", "show session"])
  func onlyLooks(line: String) throws {
    var walk = try walk(to: "small")
    _ = walk.submit("print a")
    #expect(walk.standing.lines.last?.hasPrefix("Not tried yet") == true)
    _ = walk.submit("let a = 0.5")
    #expect(walk.reminder.lines.contains("A half is not under a tenth."))
    _ = walk.submit(line)
    #expect((walk.reminder != nil) == (line == "undo"))
    for lines in [walk.standing, walk.reminder].compactMap({ $0 }).map(\.lines) {
      #expect(!lines.contains("A half is not under a tenth."))
      #expect(lines.last?.contains("hint helps") == true)
    }
    _ = walk.submit("let a = 0.5")
    #expect(walk.reminder.lines.contains("A half is not under a tenth."))
  }

  @Test("while a network is begun one line stands in the place of its checks, and check lists them")
  func begun() throws {
    let text = """
      ```exercise net
      check error(validation) < 1%
      check looks(test) == 0
      hint Build.
      solution
      > data circles points=40
      ```
      """
    var walk = LessonWalk(try Notebook(text: text, name: "n.md"), settings: .testing())
    _ = walk.submit("data circles points=40")
    _ = walk.submit("split train=60% validation=20% test=20%")
    _ = walk.submit("network")
    #expect(
      walk.reminder.lines == [
        "The checks can't be asked yet: the network has no layers (add dense 1 sigmoid adds one; "
          + "help add shows the others). check lists them."
      ])
    guard case .stay(let listed)? = walk.answer(to: "check") else {
      Issue.record("check lists nothing")
      return
    }
    #expect(Optional(listed).lines.count == 4)
    _ = walk.submit("add dense 1 sigmoid")
    #expect(walk.reminder.lines.count > 2)
  }

  @Test("a verb that is called a look leaves the network, the data and the names as they are")
  func looks() throws {
    let marks = ["hash(data)", "hash()", "rate()"]
    let empty = NotebookSession(settings: .testing())
    for definition in Vocabulary.standard.table.definitions where definition.family != .notebook {
      guard let last = definition.example.last, !empty.isAttempt(last) else { continue }
      var session = NotebookSession(running: Array(definition.example.dropLast()))
      let before = marks.map { session.value(of: $0) }
      let names = session.state.bindings.names
      _ = session.submit(last)
      #expect(marks.map { session.value(of: $0) } == before, "\(definition.verb)")
      #expect(session.state.bindings.names == names, "\(definition.verb)")
    }
  }

  @Test("the lesson replays, strictly too, and its solutions are the model student's")
  func replays() throws {
    for isStrict in [false, true] {
      let replay = Replay(
        try Notebook(text: Self.text, name: "n.md"), settings: .testing(), isStrict: isStrict)
      #expect(replay.faults == [])
    }
    #expect(try walk(to: "none").cards.map(\.front.text) == ["x"])
  }
}
