import Commands
import Formulas
import Language
import Synchronization
import Testing

@testable import Session
@testable import Workbench

/// A verb or a function with what may last in it.
struct LastingCase: CustomTestStringConvertible, Sendable {
  let name: String
  let line: String
  let before: [String]

  /// The question at which a training has taken some of its steps.
  static let inTheMiddle = 40

  var testDescription: String { name }

  /// The verbs and functions that may last.
  static let all: [LastingCase] =
    [
      LastingWork.verbs, LastingWork.functions.merging(elementwise) { given, _ in given },
      LastingWork.further,
    ]
    .flatMap { $0.sorted { $0.key < $1.key } }
    .compactMap { name, work in
      guard case .line(let line, let before) = work else { return nil }
      return LastingCase(name: "\(name): \(line)", line: line, before: before)
    }

  /// A session in which the line can be typed.
  var session: NotebookSession {
    var settings = SessionSettings.testing()
    if line.hasPrefix("save") { settings.files = WorkingFolder() }
    var session = NotebookSession(settings: settings)
    for line in before {
      let isStopped = line.hasPrefix(LastingWork.stopped)
      _ = session.submit(
        isStopped ? String(line.dropFirst(LastingWork.stopped.count)) : line,
        control: isStopped ? Asking(limit: Self.inTheMiddle).control : RunControl())
    }
    return session
  }

  /// The functions of a matrix, which all go over it.
  static var elementwise: [String: LastingWork] {
    let known = Set(LastingWork.functions.keys)
    let functions = ExpressionFunction.all.filter {
      !known.contains($0.name) && $0.usage.hasPrefix("\($0.name)(x")
    }
    return Dictionary(
      uniqueKeysWithValues: functions.map {
        ($0.name, .line("let y = \($0.name)(x)", after: LastingWork.numbers))
      })
  }
}

/// Counts how often a run is asked whether to stop, and how long it goes without.
final class Asking: Sendable {
  private struct State {
    var asks = 0
    var last = ContinuousClock.now
    var longest = Duration.zero
  }

  private let state = Mutex(State())
  private let limit: Int

  /// - Parameter limit: The question that is answered with yes, and all after it.
  init(limit: Int = .max) { self.limit = limit }

  var control: RunControl { RunControl(isInterrupted: { self.ask() }) }
  var asks: Int { state.withLock { $0.asks } }
  var longest: Duration {
    state.withLock { max($0.longest, ContinuousClock.now - $0.last) }
  }

  private func ask() -> Bool {
    state.withLock { state in
      let now = ContinuousClock.now
      state.longest = max(state.longest, now - state.last)
      state.last = now
      state.asks += 1
      return state.asks >= limit
    }
  }
}

@Suite("Everything that lasts can be interrupted")
struct InterruptionLawTests {
  @Test("each verb has a line that lasts, or a reason why it does not")
  func verbs() {
    #expect(Set(LastingWork.verbs.keys) == Set(Vocabulary.standard.table.verbs))
  }

  @Test("each function has a line that lasts, or a reason why it does not")
  func functions() {
    let given = Set(LastingWork.functions.keys).union(LastingCase.elementwise.keys)
    #expect(given == Set(ExpressionFunction.all.map(\.name)))
  }

  /// What takes its time is asked again within two seconds, in a debug build beside other tests.
  @Test("is asked all the time whether to stop", arguments: LastingCase.all)
  func asks(work: LastingCase) {
    var session = work.session
    let asking = Asking()
    let outcome = session.submit(work.line, control: asking.control)
    if case .cell(_, let cell) = outcome, case .failure(let diagnostic) = cell.result {
      Issue.record("\(diagnostic.message)")
    }
    if case .refused(let diagnostic) = outcome { Issue.record("\(diagnostic.message)") }
    #expect(asking.longest < .seconds(2))
    #expect(asking.asks > 1)
  }

  @Test("leaves the notebook as it was, wherever it is stopped", arguments: LastingCase.all)
  func restores(work: LastingCase) {
    // The other test of these lines writes its file at the same time.
    let line =
      work.line.hasPrefix("save ") ? work.line.replacing("saved.", with: "stopped.") : work.line
    var whole = work.session
    let asking = Asking()
    _ = whole.submit(line, control: asking.control)
    let session = work.session
    let before = session.markdown(title: "t")
    let keeps = ["train", "search"].contains { work.line.hasPrefix($0) }
    for limit in Set([1, 2, asking.asks / 2, asking.asks - 1]) where limit > 0 {
      var stopped = session
      let outcome = stopped.submit(line, control: Asking(limit: limit).control)
      switch outcome {
      case .interrupted: #expect(stopped.markdown(title: "t") == before)
      case .refused(let diagnostic):
        #expect(
          diagnostic.message.hasPrefix("interrupted"), "question \(limit): \(diagnostic.message)")
      case .cell(_, let cell):
        // The figures behind the last step can be worked out later.
        let isKept = cell.isCutShort || asking.asks - limit < 100
        #expect(keeps && isKept, "question \(limit)")
      default: Issue.record("question \(limit) of \(asking.asks)")
      }
      #expect(keeps || stopped.cells.count == session.cells.count)
    }
  }

  @Test("a training that is given up leaves the notebook as it was")
  func givenUp() {
    var session = NotebookSession(running: LastingWork.points)
    let before = session.markdown(title: "t")
    let asking = Asking(limit: LastingCase.inTheMiddle)
    let stops = asking.control.isInterrupted
    let outcome = session.submit(
      "train epochs=9 batch=1000",
      control: RunControl(
        isInterrupted: stops, isGivenUp: { asking.asks >= LastingCase.inTheMiddle }))
    guard case .interrupted(let message) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(message == "interrupted: the notebook is as it was")
    #expect(session.markdown(title: "t") == before)
  }
}
