package import Commands
import Language
import Networks
import TensorEngine
import Tuning
import Workbench

/// One trial of a search as the search itself would train it, for the machine that a search sends it
/// to: behind the cells above the search, by its line, in one setting.
package struct SentTrial {
  /// What it came to.
  package struct Result: Equatable, Sendable {
    /// What it had come to behind some of its epochs, up to where it failed.
    package var stages: [TrialStage] = []
    /// Why it came to nothing; nil where it did not.
    package var failure: String?
    /// Whether it was never trained for that.
    package var isRefused = false
    /// Whether it was interrupted.
    package var isInterrupted = false
  }

  private let run: SearchRun
  private let execution: Execution
  private let network: VariedNetwork

  /// What tells the notebook with its data from every other one.
  package var start: String {
    StudyFacts(
      run.line.study, of: run.line.start, on: run.line.data, seed: run.line.seed
    ).digest
  }

  /// Makes the trial.
  ///
  /// - Parameters:
  ///   - execution: Where the cells above the search have led to.
  ///   - line: The line of the search.
  ///   - parameters: What is different about the trial, as names and values that would be typed; of
  ///     a nested search also which fold is left out, or judges alone.
  package init(
    _ execution: Execution, of line: String, _ parameters: [(name: String, value: String)]
  ) throws(OneTrial.Refusal) {
    self.execution = execution
    do throws(Diagnostic) {
      var run = try StudyLoading.run(of: line, execution, at: SourceRange(0, line.utf8.count))
      var options: [Option] = []
      for parameter in parameters {
        if run.line.isNested, run.part == nil,
          let part = NestedPart(parameter, folds: run.folds.count)
        {
          run = try run.narrowed(to: part)
        } else {
          options.append(try OneTrial.option(parameter, execution))
        }
      }
      network = try run.line.network(options)
      self.run = run
    } catch {
      throw .setting(OneTrial.words(of: error))
    }
  }

  /// Trains it to its end, or to some epochs one after the other.
  ///
  /// - Parameter epochs: These, ascending; nil for its end alone.
  package func result(at epochs: [Int]?) -> Result {
    if let refusal = run.refusal(of: network, execution) {
      return Result(failure: refusal.message, isRefused: true)
    }
    let fits = (1...run.line.study.repeats).flatMap { run.fits(of: network, start: $0) }
    var result = Result()
    if let epochs {
      train(fits, to: epochs, &result)
    } else {
      let outcome = repeated(fits).finished(trainings(fits.count)).first
      note(outcome ?? nil, after: network.variant.settings.epochs, &result)
    }
    return result
  }

  private func train(_ fits: [Fit], to epochs: [Int], _ result: inout Result) {
    var fits = fits
    var done = 0
    for epoch in epochs {
      let going = fits.map { $0.goingOn(from: $0.variant.network, epochs: epoch - done) }
      switch repeated(going).advances(trainings(fits.count)).first {
      case nil: result.isInterrupted = true
      case .failure(let error):
        note(run.failure(by: error), &result)
      case .success(let advances):
        guard advances.allSatisfy({ $0.judged != nil }) else {
          note(run.undefined, &result)
          return
        }
        for (place, advance) in advances.enumerated() {
          fits[place].variant.network = advance.network
        }
        let outcome = repeated(fits).measured(trainings(fits.count)).first
        var stage = TrialStage(epoch: epoch, judged: advances.compactMap(\.judged), learned: [])
        switch outcome.map({ run.scores(of: $0) }) {
        case nil: result.isInterrupted = true
        case .success(let scores): stage.learned = scores.learned
        case .failure(let failure): stage.reason = failure.reason
        }
        result.stages.append(stage)
      }
      if result.failure != nil || result.isInterrupted { return }
      done = epoch
    }
  }

  private func repeated(_ fits: [Fit]) -> RepeatedTrainings {
    RepeatedTrainings(examples: run.line.data.examples, fits: [fits])
  }

  private func trainings(_ count: Int) -> IndependentTrainings {
    execution.trainings(
      of: execution.plan(of: .none, fits: count, epochs: 0), after: 0, epochs: 0)
  }

  private func note(
    _ outcome: RepeatedTrainings.Outcome?, after epochs: Int, _ result: inout Result
  ) {
    switch outcome.map({ run.scores(of: $0) }) {
    case nil: result.isInterrupted = true
    case .success(let scores):
      result.stages.append(
        TrialStage(epoch: epochs, judged: scores.judged, learned: scores.learned))
    case .failure(let failure): note(failure, &result)
    }
  }

  private func note(_ failure: SearchRun.TrialFailure, _ result: inout Result) {
    (result.failure, result.isRefused) = (failure.reason, failure.refusal != nil)
  }
}
