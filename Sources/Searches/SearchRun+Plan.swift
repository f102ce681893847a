import Commands
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

extension SearchRun {
  /// What some of the trials take, looked at one after the other.
  private struct Reckoned {
    var count = 0
    var work = Work.none
    var epochs = 0
    var least = Int.max
    var most = 0
    /// How many can't be built, and why the first of them can't.
    var unbuilt = 0
    var refusal: Diagnostic?
  }

  /// What the line does, told before it begins.
  ///
  /// - Throws: A `Diagnostic` where no network of the trials can be built.
  func plan(_ execution: Execution) throws(Diagnostic) -> SearchPlan {
    let isPart = line.method == .bayes || line.brackets != nil || line.trials > Self.mostReckoned
    let reckoned = try reckoned(isPart: isPart, execution)
    let (least, most) = (
      line.brackets?.brackets.first?.first?.epochs ?? min(reckoned.least, reckoned.most),
      reckoned.most
    )
    // Of brackets as many whole trainings as their epochs come to.
    let whole = line.brackets.map { Double($0.epochs) / Double(max(1, most)) }
    let share = (whole ?? Double(line.trials)) / Double(max(1, reckoned.count))
    let (count, isTooMuch) = line.trials.multipliedReportingOverflow(by: line.study.fitsOfTrial)
    let all = Double(reckoned.epochs) * share * Double(line.study.fitsOfTrial)
    let choosing =
      line.method == .bayes ? TPESampler.work(trials: line.trials, in: line.space) : .none
    return SearchPlan(
      method: line.method.rawValue,
      sizes: line.method == .grid ? line.settings.map { $0.range.count ?? 1 } : [],
      trials: line.trials, folds: line.study.folds, repeats: line.study.repeats,
      parallel: line.method == .bayes ? line.parallel : nil, brackets: line.brackets,
      epochs: least...max(least, most),
      work: execution.plan(
        of: share * reckoned.work + choosing, fits: isTooMuch ? .max : count,
        epochs: all < 0x1p62 ? Int(all.rounded()) : .max),
      reckonedFrom: isPart ? reckoned.count : nil, unbuilt: reckoned.unbuilt)
  }

  private func reckoned(isPart: Bool, _ execution: Execution) throws(Diagnostic) -> Reckoned {
    let points = isPart ? line.space.spread(count: min(line.trials, Self.mostReckoned)) : []
    var reckoned = Reckoned()
    for place in 0..<(isPart ? points.count : line.trials) {
      if execution.control.isInterrupted() { break }
      let network =
        isPart
        ? line.trial(line.options(of: points[place]))
        : candidate(line.first + place, besides: Tried(options: []))?.network
      guard let network else { continue }
      reckoned.count += 1
      if let refusal = network.refusal {
        reckoned.unbuilt += 1
        reckoned.refusal = reckoned.refusal ?? refusal
        continue
      }
      let epochs = network.variant.settings.epochs
      reckoned.epochs = MemoryBudget.sum(reckoned.epochs, epochs)
      reckoned.least = min(reckoned.least, epochs)
      reckoned.most = max(reckoned.most, epochs)
      reckoned.work =
        reckoned.work + Double(line.study.repeats)
        * RepeatedTrainings(examples: line.data.examples, fits: [fits(of: network)]).work
    }
    if let refusal = reckoned.refusal, reckoned.unbuilt == reckoned.count, line.method != .manual {
      throw refusal
    }
    return reckoned
  }
}
