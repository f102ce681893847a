import Charts
import Tuning
package import Workbench

/// The trials of a search as its pictures show them: those that came to something.
package struct JudgedTrials {
  let study: SearchStudy
  /// How its trials were chosen, each way once.
  let methods: [SearchMethod]
  /// Whether a Gaussian process chose where the method is bayes.
  let isGaussian: Bool
  let seed: UInt64
  /// The settings that differ, each over all trials.
  package let columns: [StudyColumn]
  /// The places of the trials that were judged, done or stopped, in the order of their numbers.
  let places: [Int]
  /// What each trial came to; NaN where it failed.
  let scores: [Double]

  /// The trials of a study.
  package init(_ hand: StudyInHand) {
    study = hand.study
    isGaussian = hand.plan.method == .bayes && hand.plan.sampler == .gp
    methods = SearchMethod.allCases.filter(hand.methods.contains)
    seed = hand.seed
    columns = hand.columns
    scores = hand.study.trials.map { trial in trial.measured.map { Spread($0.judged).mean } ?? .nan
    }
    let scores = scores
    places = hand.study.trials.indices.filter { scores[$0].isFinite }
  }

  /// Whether there is anything to draw.
  package var isEmpty: Bool { places.isEmpty }

  var axis: Axis {
    Axis(study.criterion.title, format: study.criterion.isShare ? .percent : .number)
  }

  /// The places of the trials that were stopped, or that were not.
  func places(stopped: Bool) -> [Int] {
    places.filter { (study.trials[$0].stop != nil) == stopped }
  }

  /// "30 trials · error from 1.7% to 58.3% · the best: trial 6 · 2 failed".
  var size: [String] {
    let count = study.trials.count
    let ends = places.map { scores[$0] }
    let score = SearchScore(study)
    var parts = ["\(NumberText.count(count)) \(count == 1 ? "trial" : "trials")"]
    if let least = ends.min(), let most = ends.max() {
      parts.append(
        "\(study.criterion.title) from \(score.text(least)) to \(score.text(most))")
    }
    if let best = study.best { parts.append("the best: trial \(best.number)") }
    let (stopped, failed) = (study.stopped.count, study.failures.count)
    if stopped > 0 { parts.append("\(NumberText.count(stopped)) stopped") }
    if failed > 0 { parts.append("\(NumberText.count(failed)) failed") }
    return parts
  }
}
