import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

extension SearchRun {
  /// What the line does, told before it begins.
  func plan(_ execution: Execution) -> SearchPlan {
    let isSample = line.method == .bayes || line.brackets != nil || line.trials > Self.mostReckoned
    let networks =
      isSample
      ? line.space.spread(count: min(line.trials, Self.mostReckoned))
        .map { line.trial(line.options(of: $0)) }
      : (0..<line.trials).compactMap { place in
        candidate(line.first + place, besides: Tried(options: []))?.network
      }
    let built = networks.filter { $0.refusal == nil }
    let epochs = built.map(\.variant.settings.epochs)
    // Of brackets as many whole trainings as their epochs come to.
    let whole = line.brackets.map { Double($0.epochs) / Double(max(1, epochs.max() ?? 1)) }
    let share = (whole ?? Double(line.trials)) / Double(max(1, networks.count))
    let repeats = Double(line.study.repeats)
    let work = built.reduce(Work.none) { sum, network in
      sum
        + repeats
        * RepeatedTrainings(examples: line.data.examples, fits: [fits(of: network)]).work
    }
    let least = line.brackets?.brackets.first?.first?.epochs ?? epochs.min() ?? 0
    let perTrial = Double(epochs.reduce(0) { MemoryBudget.sum($0, $1) }) * share
    let (count, isTooMuch) = line.trials.multipliedReportingOverflow(by: line.study.fitsOfTrial)
    let all = perTrial * Double(line.study.fitsOfTrial)
    return SearchPlan(
      method: line.method.rawValue,
      sizes: line.method == .grid ? line.settings.map { $0.range.count ?? 1 } : [],
      trials: line.trials, folds: line.study.folds, repeats: line.study.repeats,
      parallel: line.method == .bayes ? line.parallel : nil, brackets: line.brackets,
      epochs: least...max(least, epochs.max() ?? 0),
      work: execution.plan(
        of: share * work, fits: isTooMuch ? .max : count,
        epochs: all < 0x1p62 ? Int(all.rounded()) : .max),
      sample: isSample ? networks.count : nil)
  }
}
