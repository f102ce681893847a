import Commands
import Language
import Tuning
import Workbench

extension TrialEngine {
  /// The engine that a line asks for; nil where its trials are trained here: where it says so, and where
  /// a notebook is replayed, which comes to the same bytes.
  ///
  /// - Parameter resuming: The line that goes on with the study of another one, and says where; nil for
  ///   a search that says it itself.
  static func asked(
    by run: SearchRun, _ execution: Execution, resuming: Arguments? = nil
  ) throws(Diagnostic) -> TrialEngine? {
    let (line, arguments) = (run.line, resuming ?? run.arguments)
    let address = try arguments.value(of: EngineOptions.address)
    let workers = try arguments.value(of: EngineOptions.workers)
    guard try arguments.valueOrUsual(of: EngineOptions.engine) == .ray else {
      let others = [EngineOptions.address.name, EngineOptions.workers.name]
      guard let option = arguments.command.options.first(where: { others.contains($0.name.text) })
      else { return nil }
      throw Diagnostic(
        "\(option.name.text)= is for engine=ray", at: option.range,
        hints: ["engine=ray \(option.formatted)", "threads of this machine: overfit --threads 4"])
    }
    let range = arguments.range(of: EngineOptions.engine)
    guard execution.settings.files.rights.namesStudies else {
      throw Diagnostic(
        "a file that is run or learned from starts no program", at: range,
        hints: ["type it at the prompt: \(arguments.command.formatted)"])
    }
    guard let start = execution.settings.start, let own = execution.settings.program,
      let above = execution.settings.above?(line.earlier != nil || resuming != nil)
    else { return nil }
    if let obstacle = above.obstacle {
      throw Diagnostic(
        obstacle, at: range,
        hints: ["search local goes on from the best trial itself", "engine=local trains here"])
    }
    return TrialEngine(
      Task(
        line: sentLine(run), above: above, address: address, workers: workers), start, own,
      execution, at: range)
  }

  /// The line by which another machine knows the search. What goes on with a study is told there as a
  /// search of its own, with all that the study says.
  private static func sentLine(_ run: SearchRun) -> String {
    let line = run.line
    guard line.earlier != nil, let trial = run.candidate(line.first, besides: .init([])) else {
      return line.text
    }
    let options = run.options(of: trial).map(\.formatted).joined(separator: " ")
    let folds = line.study.folds.map { " folds=\($0)" } ?? ""
    return "search manual \(options)\(folds) repeats=\(line.study.repeats) "
      + "by=\(line.study.criterion.rawValue)"
  }
}

extension SearchRun {
  /// A trial as another machine is told of it.
  func request(_ trial: Candidate, to epochs: [Int]? = nil) -> TrialRequest {
    TrialRequest(
      settings: options(of: trial).map { option in
        (option.name.text, option.values.map(\.formatted).joined(separator: ","))
      } + [part?.setting].compactMap(\.self), epochs: epochs,
      fits: max(1, folds.count) * line.study.repeats)
  }

  /// What is different about a trial, with what the line of another machine does not say.
  fileprivate func options(of trial: Candidate) -> [Option] {
    guard line.earlier != nil else { return trial.options }
    let names = trial.options.map(\.name.text)
    return line.fixed.filter { !names.contains($0.name.text) } + trial.options
  }
}
