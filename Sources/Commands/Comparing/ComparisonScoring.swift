import Datasets
import Language
import Networks
import Reports
import Tuning
import Workbench

/// Measures the networks of a comparison by what the student asked to judge by.
struct ComparisonScoring {
  private let criterion: Criterion
  private let data: DataInHand
  private let positive: Int
  private let execution: Execution
  private let arguments: Arguments

  /// Makes it ready for the data and the network that the comparison is of.
  init(
    _ criterion: Criterion, _ data: DataInHand, _ hand: NetworkInHand, _ execution: Execution,
    _ arguments: Arguments
  ) {
    self.criterion = criterion
    self.data = data
    positive = data.positiveClass(for: hand)
    self.execution = execution
    self.arguments = arguments
  }

  /// A value for each variant and seed, on the examples that it learned from and on those that judge.
  func scores(of report: ComparisonReport) throws(Diagnostic) -> ComparisonScores {
    var (training, validation): ([[Double?]], [[Double?]]) = ([], [])
    for outcomes in report.outcomes {
      let trials = outcomes.compactMap { try? $0.get() }
      var (learned, judged): ([Double?], [Double?]) = ([], [])
      for trial in trials {
        learned.append(try value(of: trial, trial.training, rows: trial.rows))
        guard let evaluation = trial.validation else { continue }
        judged.append(try value(of: trial, evaluation, rows: data.rows(of: .validation)))
      }
      training.append(learned)
      validation.append(judged)
    }
    let isNamed = criterion.isOfPositiveClass && data.classCount == 2
    return ComparisonScores(
      criterion, positive: isNamed ? data.dataset.classNames.className(positive) : nil,
      training: training, validation: validation)
  }

  private func value(
    of trial: Comparison.Trial, _ evaluation: Evaluation, rows: [Int32]
  ) throws(Diagnostic) -> Double? {
    try execution.asking(arguments) { () throws(NetworkError) in
      try criterion.value(
        of: trial.result.network, evaluation, on: data.examples, rows: rows, positive: positive,
        pool: execution.settings.pool)
    }
  }
}
