import Commands
import JSON
import Language
import Workbench

/// The program that has the trials of a search trained on other machines: a line of JSON each way for
/// each of them. It is started with the first trial, and ended with the search.
///
/// Results come in any order; whoever asked puts them in theirs.
final class TrialEngine {
  /// How many trials are under way at the most.
  static let mostUnderWay = 256
  /// At how many epochs a trial is judged at the most: they stand in one word of a call.
  static let mostEpochs = 10_000
  private static let protocolVersion = 1
  private static let module = "overfit_engines.ray"

  /// What it is told of the search.
  struct Task {
    let line: String
    let above: CellsAbove
    let address: String?
    let workers: Int?
    /// What the cells above come to, by which each result is checked.
    var start = ""
  }

  var task: Task
  private let start: RunningProgram.Start
  private let own: OwnProgram
  private let execution: Execution
  private let range: SourceRange
  private var program: RunningProgram?
  private var lastID = 0
  /// Whether it could not go on.
  private(set) var hasFailed = false

  init(
    _ task: Task, _ start: @escaping RunningProgram.Start, _ own: OwnProgram,
    _ execution: Execution, at range: SourceRange
  ) {
    (self.task, self.start, self.own) = (task, start, own)
    (self.execution, self.range) = (execution, range)
  }

  /// Has some trials trained.
  ///
  /// - Parameter told: Told of each when it is done, by its place.
  /// - Returns: Whether all are done; false where it was interrupted.
  /// - Throws: A `Diagnostic` where it can't go on.
  func train(
    _ requests: [TrialRequest], told: (Int, TrialAnswer) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Bool {
    guard !requests.isEmpty else { return true }
    guard requests.allSatisfy({ $0.epochs?.count ?? 0 <= Self.mostEpochs }) else {
      throw fault(
        "stop=median asks of each epoch, and another machine tells of 10,000 at the most",
        hints: ["stop=halving asks of a few", Self.local])
    }
    guard let program = try started() else { return false }
    let first = lastID + 1
    lastID += requests.count
    var (sent, done) = (0, Set<Int>())
    while done.count < requests.count {
      while sent < requests.count, sent - done.count < Self.mostUnderWay {
        program.send(requests[sent].message(first + sent).text)
        sent += 1
      }
      guard let event = try next(program) else {
        program.send(JSONValue.object([.init("op", "cancel")]).text)
        return false
      }
      guard event["event"]?.string == "result", case .integer(let id)? = event["id"],
        (first..<(first + sent)).contains(id), done.insert(id).inserted
      else { continue }
      try told(id - first, try answer(event, fits: requests[id - first].fits))
    }
    return true
  }

  /// Ends the program.
  func end() {
    program?.end()
    program = nil
  }

  /// The program, once it is ready; nil where it was interrupted before.
  private func started() throws(Diagnostic) -> RunningProgram? {
    if let program { return program }
    let program: RunningProgram
    do throws(StartFailure) {
      program = try start(Self.module)
    } catch {
      throw fault(error.problem, hints: [Self.installation, Self.local])
    }
    self.program = program
    program.send(greeting.text)
    while true {
      guard let event = try next(program) else { return nil }
      if event["event"]?.string == "ready" { return program }
    }
  }

  private var greeting: JSONValue {
    let variables = own.variables.sorted { $0.key < $1.key }
    return .object([
      .init("op", "start"), .init("protocol", .integer(Self.protocolVersion)),
      .init("version", .string(own.version)), .init("program", .string(own.path)),
      .init("address", task.address.map { .string($0) } ?? .null),
      .init("workers", task.workers.map { .integer($0) } ?? .null),
      .init("notebook", .string(task.above.script)), .init("search", .string(task.line)),
      .init("folder", .string(own.folder)),
      .init(
        "files",
        .array(
          task.above.files.map {
            .object([.init("path", .string($0.path)), .init("sha256", .string($0.digest))])
          })),
      .init("environment", .object(variables.map { .init($0.key, .string($0.value)) })),
    ])
  }

  /// The next event; nil where it was interrupted.
  private func next(_ program: RunningProgram) throws(Diagnostic) -> JSONValue? {
    while !execution.control.isInterrupted() {
      switch program.next() {
      case .nothing: continue
      case .ended(let last): throw ended(last)
      case .line(let text):
        // What is no line of the protocol is a remark of some library's.
        guard let event = try? JSONValue(reading: Array(text.utf8)) else { continue }
        guard event["event"]?.string == "failed" else { return event }
        throw fault(
          event["message"]?.string ?? "the engine failed",
          hints: [event["hint"]?.string, Self.local].compactMap(\.self))
      }
    }
    return nil
  }

  private func answer(_ event: JSONValue, fits: Int) throws(Diagnostic) -> TrialAnswer {
    do throws(TrialAnswer.Fault) {
      return try TrialAnswer(event, start: task.start, fits: fits)
    } catch {
      throw fault(
        "node \(error.node): \(error.reason)",
        hints: ["each node needs this version of overfit and the same files", Self.local])
    }
  }

  private func ended(_ last: String?) -> Diagnostic {
    guard let last, last.contains("No module named") else {
      return fault("the engine ended" + (last.map { ": \($0)" } ?? ""), hints: [Self.local])
    }
    return fault(
      "engine=ray is not installed: Python finds no module \(Self.module)",
      hints: [Self.installation, Self.local])
  }

  private static let installation =
    "python3 -m pip install './engines[ray]' installs it, in the folder of Overfit's sources"

  private static let local = "engine=local trains here, to the same bytes"

  /// What ends the search; a replay may find another cluster, so it is no cell.
  private func fault(_ message: String, hints: [String]) -> Diagnostic {
    hasFailed = true
    execution.settings.files.memory?.refuseRecording()
    return Diagnostic(message, at: range, hints: hints)
  }
}
