import Commands
import Language
import Networks
import Tuning
import Workbench

/// A trial that is trained bit by bit, and may be given up on its way.
struct SearchRacer {
  let trial: SearchRun.Candidate
  /// Its trainings as they go on; none where it can't be built, or is over.
  var fits: [Fit] = []
  /// What it comes to on its way, where that was trained elsewhere, as far as it is known.
  var stages: [TrialStage] = []
  /// Why it comes to nothing behind these.
  var coming: SearchRun.TrialFailure?
  /// What it came to on its way.
  var curve: [SearchTrial.CurvePoint] = []
  /// How many epochs it is trained for, unless it is given up.
  let end: Int
  /// What it came to at its end.
  var scores: SearchTrial.Scores?
  /// Why it was given up.
  var reason: StopReason?
  /// Why it came to nothing.
  var failure: SearchRun.TrialFailure?

  init(_ trial: SearchRun.Candidate) {
    self.trial = trial
    end = trial.network.variant.settings.epochs
  }

  /// How many epochs it has behind it.
  var epochs: Int { curve.last?.epoch ?? 0 }

  /// Whether it goes on.
  var isRunning: Bool { failure == nil && reason == nil && scores == nil }

  /// How it ended.
  var state: SearchTrial.State {
    if let failure { return .failed(reason: failure.reason) }
    guard let scores else { return .failed(reason: Wording.interruption) }
    return reason == nil ? .complete(scores) : .stopped(epochs: epochs, scores)
  }
}

// What was trained elsewhere.
extension SearchRacer {
  /// Goes on as far as it is known to have come, or fails as it did there.
  mutating func advance(to epochs: Int) {
    guard let stage = stages.first(where: { $0.epoch == epochs }) else {
      failure = coming
      return
    }
    curve.append(SearchTrial.CurvePoint(epoch: epochs, value: Spread(stage.judged).mean))
  }

  /// What it came to by all its figures where it is now.
  var sentScores: Result<SearchTrial.Scores, SearchRun.TrialFailure> {
    guard let stage = stages.first(where: { $0.epoch == epochs }) else {
      return .failure(coming ?? SearchRun.TrialFailure(reason: "", refusal: nil))
    }
    if let reason = stage.reason {
      return .failure(SearchRun.TrialFailure(reason: reason, refusal: nil))
    }
    return .success(SearchTrial.Scores(judged: stage.judged, learned: stage.learned))
  }
}

extension TrainingSettings {
  /// Whether a training may be broken off and gone on with, and comes to the same.
  var canBeBrokenOff: Bool {
    if case .plateau? = rateControl { return false }
    return earlyStopping == nil && targets.isEmpty && maximumSteps == nil
  }
}
