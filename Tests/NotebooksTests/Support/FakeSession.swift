import Notebooks

/// A session of a few formulas with known values, for steps.
struct FakeSession: StepReplay {
  /// What formulas come to.
  var values: [String: Double] = [:]
  /// The checks that hold, without their verb.
  var holding: Set<String> = []
  var attempts: [String] = []
  var past = StepPast()
  /// What ran, and what was found fault with.
  var ran: [String] = []
  var faults: [String] = []

  func result(ofCheck command: String) -> CheckResult {
    let lines = command.split(separator: "\n")
    return holding.contains(lines.last.map(String.init) ?? "") ? .holds : .fails("no")
  }

  func value(of formula: String) -> StepValue {
    if let number = values[formula] ?? Double(formula) {
      return .number(number, text: "\(number)")
    }
    return .refused("nothing is called \(formula)")
  }

  func isCommand(_ line: String) -> Bool { line.hasPrefix("train") }
  func spelling(of source: String) -> String {
    source.split(separator: " ").joined(separator: " ")
  }

  mutating func run(_ cell: NotebookCell) -> Bool {
    ran.append(cell.source)
    return true
  }

  mutating func reportFault(onLine line: Int, _ problem: String) {
    faults.append("\(line): \(problem)")
  }
}

extension StepText {
  /// All lines of it, the marks of Markdown among them.
  var lines: [String] {
    switch self {
    case .prose(let text): [text]
    case .lines(let lines): lines
    case .several(let texts): texts.flatMap(\.lines)
    }
  }
}

extension StepAnswer {
  /// What is shown, behind a word for what becomes of the lesson.
  var lines: [String] {
    switch self {
    case .command: ["command"]
    case .solved: ["solved"]
    case .stay(let text): ["stay"] + text.lines
    case .wrong(let text): ["wrong"] + text.lines
    case .passed(let text): ["passed"] + text.lines
    }
  }
}

extension Notebook {
  /// The only step of a lesson that holds nothing else.
  static func step(_ kind: String, _ lines: String) throws -> any LessonStep {
    let notebook = try Notebook(text: "```\(kind)\n\(lines)\n```\n", name: "a.md")
    guard case .step(let step)? = notebook.blocks.first else {
      throw NotebookError(file: "a.md", line: 1, problem: "there is no step")
    }
    return step
  }
}
