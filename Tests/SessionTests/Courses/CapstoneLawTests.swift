import Testing

@testable import Notebooks
@testable import Session
@testable import Workbench

/// Nobody gets through the broken notebooks by trying what is there and reading what is printed.
@Suite("Who guesses in the broken notebooks")
struct CapstoneLawTests {
  private static let folder = "\(LessonTests.root)/lessons/capstone"
  private static let course = try? LessonCourse(
    "capstone", folder: folder, by: .lesson, files: WorkingFolder())
  static let names = course?.lessons.map(\.name) ?? []

  private func lesson(_ name: String) throws -> Notebook {
    try #require(Self.course?.lessons.first { $0.name == name }).notebook
  }

  /// The lesson at the first step of its own that is meant.
  private func walk(_ name: String, to isMeant: (any LessonStep) -> Bool) throws -> LessonWalk {
    var walk = LessonWalk(try lesson(name), settings: LessonTests.settings)
    walk.mostTries = Self.course?.settings.tries
    while let step = walk.nextStep {
      if case .own(let own) = step, isMeant(own) { return walk }
      _ = walk.advance()
    }
    throw Misread(name: name)
  }

  private struct Misread: Error { let name: String }

  /// The numbers in a text, of percentages the shares too.
  private func numbers(in text: String) -> [Double] {
    let signs = text.map { "0123456789.-%".contains($0) ? $0 : " " }
    return String(signs).split(separator: " ").flatMap { word -> [Double] in
      let isShare = word.hasSuffix("%")
      var digits = word.filter { $0 != "%" }
      while digits.hasSuffix(".") { digits.removeLast() }
      guard let number = Double(digits) else { return [] }
      return isShare ? [number / 100] : [number]
    }
  }

  /// All that the lesson prints without being asked for it, but for what is said of one question once
  /// its answer is no secret any more.
  private func printed(_ notebook: Notebook, without question: Question) -> [String] {
    var isStep = false
    var texts = notebook.text.split(separator: "\n").map(String.init).filter { line in
      if line.hasPrefix("```") { isStep = line.count > 3 && line != "```overfit" }
      return !isStep
    }
    for case .step(let step) in notebook.blocks {
      texts += step.name == question.name ? [question.ask.text] : step.texts.map(\.text)
    }
    return texts + question.hinting.all.map(\.text)
  }

  @Test("course.yaml counts the answers, and no question can be hit by trying", arguments: names)
  func chances(_ name: String) throws {
    let tries = try #require(Self.course?.settings.tries)
    for case .step(let step) in try lesson(name).blocks {
      guard let question = step as? Question else { continue }
      switch question.form {
      case .choices(let choices):
        let ways = (1 << choices.count) - 1
        #expect(choices.count(where: \.isRight) > 1, "\(name) \(question.name)")
        #expect(Double(tries) / Double(ways) < 0.05, "\(name) \(question.name)")
      case .typed(let answer, _, _):
        #expect(!answer.isText, "\(name) \(question.name): words can be heaped up")
      }
    }
  }

  @Test("nobody tells the right ones by their length", arguments: names)
  func lengths(_ name: String) throws {
    for case .step(let step) in try lesson(name).blocks {
      guard let question = step as? Question, case .choices(let choices) = question.form else {
        continue
      }
      func mean(_ isRight: Bool) -> Double {
        let counts = choices.filter { $0.isRight == isRight }.map { Double($0.text.text.count) }
        return counts.reduce(0, +) / Double(counts.count)
      }
      let (right, wrong) = (mean(true), mean(false))
      #expect(
        (right - wrong).magnitude < 0.1 * min(right, wrong), "\(name) \(question.name)")
      let sorted = choices.sorted { $0.text.text.count < $1.text.text.count }
      let count = choices.count(where: \.isRight)
      #expect(sorted.prefix(count).contains { !$0.isRight }, "\(name): the shortest are right")
      #expect(sorted.suffix(count).contains { !$0.isRight }, "\(name): the longest are right")
    }
  }

  /// What whoever looks around types, and what it is the way to: that is no guess.
  private static let looking = [
    "show data", "show network", "show training", "show history", "show session", "diagnose",
    "evaluate", "why", "plot loss", "plot boundary", "plot activations", "plot weights 1",
    "plot gradients", "show metrics validation", "show confusion validation", "show coverage",
    "print weights(1)",
  ]
  private static let ways = ["02-clouds sure": ["show coverage"]]

  @Test("no number that a look around prints is an answer to another question", arguments: names)
  func looks(_ name: String) throws {
    for case .step(let step) in try lesson(name).blocks {
      guard let question = step as? Question, case .typed(let answer, _, _) = question.form,
        case .number(let formula, let within) = answer.form
      else { continue }
      let walk = try walk(name) { $0.name == question.name }
      guard case .number(let value, _) = walk.session.value(of: formula.text),
        case .number(let tolerance, _) = walk.session.value(of: within?.text ?? "0")
      else { continue }
      for line in Self.looking where !(Self.ways["\(name) \(step.name)"] ?? []).contains(line) {
        var session = walk.session
        for number in numbers(in: session.text(of: line)) {
          #expect(
            (number.magnitude - value.magnitude).magnitude > tolerance,
            "\(name) \(question.name): \(line) prints \(number)")
        }
      }
    }
  }

  @Test("nothing is repaired by other layers alone: what is mended is trained", arguments: names)
  func untrained(_ name: String) throws {
    let start = try walk(name) { $0 is Exercise }
    let text = try lesson(name).text
    let sizes = Set(text.matches(of: /dense (\d+)/).map { String($0.output.1) }).sorted()
    let activations = ["", "relu", "leaky_relu", "tanh", "sigmoid", "softmax", "elu", "softplus"]
    var lines = ["scale standard", "scale minmax"]
    for layer in 1...4 {
      lines += ["remove \(layer)", "insert \(layer) batchnorm", "insert \(layer) dropout 0.5"]
      for size in sizes {
        lines += activations.map { "replace \(layer) dense \(size) \($0)" }
      }
    }
    for line in lines {
      var walk = start
      _ = walk.submit(line)
      #expect(walk.answer(to: "") != .solved, "\(name): \(line)")
    }
  }

  @Test("no number that is printed is an answer", arguments: names)
  func answers(_ name: String) throws {
    for case .step(let step) in try lesson(name).blocks {
      guard let question = step as? Question, case .typed(let answer, _, _) = question.form,
        case .number(let formula, let within) = answer.form
      else { continue }
      var walk = try walk(name) { $0.name == question.name }
      guard case .number(let value, _) = walk.session.value(of: formula.text),
        case .number(let tolerance, _) = walk.session.value(of: within?.text ?? "0")
      else {
        Issue.record("\(name) \(question.name) has no number")
        continue
      }
      var texts = printed(try lesson(name), without: question)
      walk = try self.walk(name) { $0 is Exercise }
      texts += walk.standing.lines
      for text in texts {
        for number in numbers(in: text) {
          #expect(
            (number.magnitude - value.magnitude).magnitude > tolerance,
            "\(name) \(question.name): \(number) is printed in: \(text)")
        }
      }
    }
  }

  @Test("no hint, and nothing that is said, has a line of the solution", arguments: names)
  func hints(_ name: String) throws {
    for case .step(let step) in try lesson(name).blocks {
      guard let exercise = step as? Exercise else { continue }
      let lines = exercise.solution.map(\.source).filter { $0 != "initialize" }
      for text in exercise.texts.map(\.text) {
        #expect(!lines.contains { text.contains($0) }, "\(name): \(text)")
      }
    }
  }

  @Test("what was wrong is told by a step alone, and by no text that run prints", arguments: names)
  func endings(_ name: String) throws {
    let lines = try lesson(name).text.split(separator: "\n")
    let start = try #require(lines.lastIndex { $0.hasPrefix("```exercise") })
    var isStep = false
    for line in lines[start...] {
      if line.hasPrefix("```") { isStep.toggle() }
      #expect(isStep || line == "```", "\(name): \(line)")
    }
  }

  @Test("training on for longer repairs nothing", arguments: names, [20, 200])
  func patience(_ name: String, epochs: Int) throws {
    let start = try walk(name) { $0 is Exercise }
    for lines in [["train epochs=\(epochs)"], ["initialize", "train epochs=\(epochs)"]] {
      var walk = start
      for line in lines { _ = walk.submit(line) }
      #expect(walk.answer(to: "") != .solved, "\(name): \(lines)")
    }
  }
}
