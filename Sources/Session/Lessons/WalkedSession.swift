import Language
import Notebooks
import Workbench

/// The student's session in a walk, and what they have typed since the step came next.
struct WalkedSession: StepSession {
  private static let lookedAt =
    "a look at the test split stays a look, also when it is taken back; restart begins the lesson again"
  private static let markOfLooks = "looks(test)"
  private static let markOfHashes = "hash("
  private static let markOfLearning = "hash(learned)"
  private static let marksOfData = ["data", "train", "validation", "test"].map { "hash(\($0))" }

  let session: NotebookSession
  let attempts: [String]
  var hasJustAttempted = false
  var allowsSkips = true
  /// What the student has made of the step before.
  var past = StepPast()
  /// The lesson beside which the student works; nil where they don't.
  var lesson: NotebookSession?
  /// How often the test split was looked at, also where that is in no cell any more.
  var looks = 0

  func result(ofCheck command: String) -> CheckResult {
    let result = session.result(ofCheck: command)
    switch result {
    case .refused: return result
    case .fails:
      // A count that is not zero tells a student little, and sixteen digits nothing.
      if command.contains(Self.markOfLooks) { return .fails(Self.lookedAt) }
      if command.contains(Self.markOfLearning) { return .fails(learnedElsewhere) }
      if Self.marksOfData.contains(where: { command.contains($0) }) { return .fails(otherData) }
      return command.contains(Self.markOfHashes) ? .fails(nil) : result
    case .holds:
      guard session.state.data.map({ $0.testLooks < looks }) ?? false else { return result }
      // Who has seen it can't have chosen without it, whatever the notebook says now.
      var seen = session
      seen.raiseLooks(to: looks)
      if case .fails = seen.result(ofCheck: command) { return .fails(Self.lookedAt) }
      return result
    }
  }

  /// That the examples are not those of the lesson, and which of its lines bring them back.
  private var otherData: String {
    var lines = lesson?.linesOfData ?? []
    if let seed = lesson?.state.seed, seed != session.state.seed, !lines.isEmpty {
      lines.insert("seed \(seed)", at: 0)
    }
    let way = lines.isEmpty ? "" : ": \(lines.joined(separator: ", then ")) brings it back"
    return "the data is not that of the lesson any more\(way)"
  }

  /// That the network has learned from other examples, and how it begins anew on those of the lesson.
  private var learnedElsewhere: String {
    let isBack = lesson?.state.data?.mark == session.state.data?.mark
    let way = isBack ? "initialize" : "bring the old ones back, then initialize"
    return "it has learned from other data, or from another split: \(way) and train"
  }

  func value(of formula: String) -> StepValue { session.value(of: formula) }

  func typedValue(of formula: String) -> StepValue {
    guard !session.looksAtTest(formula) else {
      return .refused("it looks at the test split, which is counted: print \(formula)")
    }
    return session.value(of: formula)
  }

  func isAttempt(_ source: String) -> Bool { session.isAttempt(source) }
  func isCommand(_ line: String) -> Bool { session.isCommand(line) }
  func spelling(of source: String) -> String { session.spelling(of: source) }
}

extension NotebookSession {
  /// The lines that made the data in hand and parted it.
  fileprivate var linesOfData: [String] {
    var lines: [String] = []
    for cell in cells where !cell.hasFailed {
      let statements = script(cell.source).statements.filter { !$0.isBlank }
      guard statements.count == 1, case .command(let command) = statements[0] else { continue }
      switch command.verb.text {
      case "data": lines = [cell.source]
      case "split", "take": lines.append(cell.source)
      default: break
      }
    }
    return lines
  }
}
