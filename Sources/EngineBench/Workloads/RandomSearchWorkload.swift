import Session
import TensorEngine
import Workbench

/// 200 random trials of 20 epochs of 2-16-16-1, and what a trial costs beside its training: whole
/// cells, from the line that is typed to the report of the study.
enum RandomSearchWorkload {
  static func measure(threads: Int) throws -> [Measurement] {
    [try trials(threads: threads)]
      + (try Searcher.allCases.map { try cost(of: $0, threads: threads) })
  }

  /// What a session can't do that these lines ask of it.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// Who chooses the settings of trials whose trainings are as small as can be.
  private enum Searcher: String, CaseIterable {
    case grid, random, tpe, gp

    /// How many trials there are: those that learn from the trials before are slower by far.
    var trials: Int {
      switch self {
      case .grid, .random: 2000
      case .tpe: 200
      case .gp: 60
      }
    }

    var line: String {
      switch self {
      case .grid: "search grid rate=0.001..0.05 by 0.001 l2=0.0001..0.004 by 0.0001"
      case .random: "search random rate=0.001..1 log l2=0.0001..0.1 log trials=\(trials)"
      case .tpe: "search bayes rate=0.001..1 log l2=0.0001..0.1 log trials=\(trials)"
      case .gp:
        "search bayes rate=0.001..1 log l2=0.0001..0.1 log sampler=gp trials=\(trials)"
      }
    }
  }

  private static func trials(threads: Int) throws -> Measurement {
    let start = try session(
      of: [
        "data circles points=1250 noise=0.1", "split train=80% validation=20%", "network",
        "add dense 16 relu", "add dense 16 relu", "add dense 1 sigmoid",
        "train epochs=1 optimizer=adam batch=32",
      ], threads: threads)
    let line =
      "search random rate=0.0001..0.1 log l2=0.000001..0.01 log trials=200 epochs=20 yes=yes"
    return Measurement(
      workload: .randomSearch, threads: threads, values: try seconds(of: line, in: start),
      unit: "s", remarks: [("trials", 200)])
  }

  /// The whole cell over its trials, each of which is one step on four examples.
  private static func cost(of searcher: Searcher, threads: Int) throws -> Measurement {
    let start = try session(
      of: [
        "data circles points=8", "split train=50% validation=50%", "network",
        "add dense 1 sigmoid", "train epochs=1 batch=4",
      ], threads: threads)
    return Measurement(
      workload: .randomSearch, threads: threads, metric: "trial_\(searcher.rawValue)",
      values: try seconds(of: searcher.line, in: start).map { $0 / Double(searcher.trials) * 1e6 },
      unit: "us", remarks: [("trials", Double(searcher.trials))])
  }

  private static func session(of lines: [String], threads: Int) throws -> NotebookSession {
    var settings = SessionSettings(
      datasetFolders: [], lessonFolders: [], files: WorkingFolder(permission: .nowhere))
    settings.pool = ThreadPool(threads: threads)
    var session = NotebookSession(settings: settings)
    for line in lines { try run(line, in: &session) }
    return session
  }

  /// A line, in six copies of a session, of which the first is for warming up.
  private static func seconds(of line: String, in start: NotebookSession) throws -> [Double] {
    let seconds = try (0..<6).map { _ in
      var session = start
      return try Stopwatch.seconds { try run(line, in: &session) }
    }
    return Array(seconds.dropFirst())
  }

  private static func run(_ line: String, in session: inout NotebookSession) throws {
    if case .cell(_, let cell) = session.submit(line), case .reports = cell.result { return }
    throw Refusal(description: "this is not done: \(line)")
  }
}
