import Networks
import Testing

@testable import Notebooks
@testable import Session
@testable import Workbench

/// What is judged in the broken notebooks has learned from the notebook's own training examples.
@Suite("What is learned elsewhere repairs no broken notebook")
struct CapstoneTrainingTests {
  private static let course = try? LessonCourse(
    "capstone", folder: "\(LessonTests.root)/lessons/capstone", by: .lesson,
    files: WorkingFolder())
  static let names = course?.lessons.map(\.name) ?? []

  /// The lesson at its exercise, with the lines that made and divided its data.
  private struct Start {
    var walk: LessonWalk
    let exercise: Exercise
    let data: [String]

    var solution: [String] { exercise.solution.map(\.source) }
    var division: [String] { Array(data.dropFirst()) }

    mutating func type(_ lines: [String]) {
      for line in lines {
        switch walk.submit(line) {
        case .cell(_, let cell) where !cell.hasFailed: break
        case .notebook: break
        default: Issue.record("\(walk.notebook.name): \(line) fails")
        }
      }
    }

    /// The checks that do not hold, as they are typed.
    var failing: [String] {
      exercise.checks.map(\.command).filter { !walk.walked.holds($0) }
    }
  }

  private static let onLearning = "check hash(learned) == "

  private func start(_ name: String) throws -> Start {
    let lesson = try #require(Self.course?.lessons.first { $0.name == name }).notebook
    var walk = LessonWalk(lesson, settings: LessonTests.settings)
    while let step = walk.nextStep {
      if case .own(let own) = step, let exercise = own as? Exercise {
        let cells = walk.session.cells.map(\.source)
        let data = cells.filter { line in
          ["data ", "split ", "take "].contains { line.hasPrefix($0) }
        }
        return Start(walk: walk, exercise: exercise, data: data)
      }
      _ = walk.advance()
    }
    throw Misread(name: name)
  }

  private struct Misread: Error { let name: String }

  /// Only what it has learned from is not the lesson's; all else is.
  private func expectRefused(_ start: Start, _ way: String) {
    #expect(
      start.failing.count == 1 && start.failing[0].hasPrefix(Self.onLearning),
      "\(start.walk.notebook.name), \(way): \(start.failing)")
    var walk = start.walk
    #expect(walk.answer(to: "") != .solved, "\(way)")
  }

  @Test("another split for a while, be it trained on, copied, saved or typed", arguments: names)
  func split(_ name: String) throws {
    var start = try start(name)
    let hasTest = start.division[0].contains(" test=")
    start.type(["split validation=10%\(hasTest ? " test=10%" : "")"] + start.solution)
    let network = try #require(start.walk.session.state.network?.network)
    let numbers = network.summaries.filter { $0.parameterCount > 0 }.map(\.number)
    var back = start
    back.type(start.division)
    expectRefused(back, "the old split put back")
    // Trained on, on the right points.
    var on = back
    on.type(["train epochs=1 rate=0.000001"])
    expectRefused(on, "trained on")
    // Under another name, or as the layers of another network.
    for line in ["copy other", "network heir from=\(network.name)"] {
      var copied = back
      copied.type([line])
      #expect(copied.failing.contains { $0.hasPrefix(Self.onLearning) }, "\(name): \(line)")
    }
    // By way of a file.
    var loaded = start
    loaded.type(["save network elsewhere.safetensors"] + start.division)
    loaded.type(["initialize", "load network elsewhere.safetensors"])
    expectRefused(loaded, "loaded")
    // By hand.
    var typed = start
    typed.type(numbers.flatMap { ["let w\($0) = weights(\($0))", "let b\($0) = bias(\($0))"] })
    typed.type(start.division + ["initialize"])
    typed.type(numbers.flatMap { ["set weights \($0) w\($0)", "set bias \($0) b\($0)"] })
    typed.type(["train epochs=1 rate=0.000001"])
    #expect(typed.failing.contains { $0.hasPrefix(Self.onLearning) }, "\(name): typed")
    // Who begins anew on the right points has done nothing wrong, nor who saves and loads that.
    back.type(start.solution)
    #expect(back.failing.isEmpty, "\(name): \(back.failing)")
    back.type(["save network own.safetensors", "initialize", "load network own.safetensors"])
    #expect(back.failing.isEmpty, "\(name): \(back.failing)")
  }

  @Test("the test examples among those that are learned", arguments: names)
  func testExamples(_ name: String) throws {
    var start = try start(name)
    let split = try #require(start.data.first { $0.hasPrefix("split ") })
    guard split.contains(" test=") else { return }
    let words = split.split(separator: " ").filter { word in
      !word.hasPrefix("train=") && !word.hasPrefix("test=")
    }
    start.type([words.joined(separator: " ")])
    start.type(start.solution)
    #expect(start.failing.contains { $0.hasPrefix(Self.onLearning) }, "\(name)")
  }

  @Test("other examples for a while", arguments: names)
  func data(_ name: String) throws {
    var start = try start(name)
    let line = start.data[0]
    let number = try #require(line.firstMatch(of: /=(\d+)/))
    let other = line.replacingCharacters(
      in: number.output.1.startIndex..<number.output.1.endIndex,
      with: "\((Int(number.output.1) ?? 0) + 100)")
    start.type([other] + start.division + start.solution + start.data)
    if name == "05-digits" { start.type(["scale minmax"]) }
    if name == "03-houses" { start.type(["scale standard"]) }
    #expect(start.failing.contains { $0.hasPrefix(Self.onLearning) }, "\(name): \(start.failing)")
    #expect(!start.failing.contains { $0.contains("hash(validation)") }, "\(name)")
    start.type(start.solution)
    #expect(start.failing.isEmpty, "\(name): \(start.failing)")
  }

  @Test("a student's own names change no check and no answer", arguments: names)
  func ownNames(_ name: String) throws {
    var start = try start(name)
    let words = ["data", "train", "training", "validation", "val", "test", "learned", "e", "pi"]
    start.type(start.solution + words.map { "let \($0) = 3" })
    #expect(start.failing.isEmpty, "\(name): \(start.failing)")
    for case .step(let step) in start.walk.notebook.blocks {
      guard let question = step as? Question, case .typed(let answer, _, _) = question.form,
        case .number(let formula, _) = answer.form
      else { continue }
      var named = start.walk.session
      for word in words { named = named.running("let \(word) = 7") }
      #expect(
        start.walk.session.value(of: formula.text) == named.value(of: formula.text),
        "\(name) \(question.name)")
    }
  }
}

extension NotebookSession {
  fileprivate func running(_ line: String) -> NotebookSession {
    var copy = self
    _ = copy.submit(line)
    return copy
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
