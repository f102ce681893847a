import Commands
import Formulas
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
    /// How many weights were made only to be looked at.
    var weights = 0
  }

  /// After how many weights the rest is reckoned from what was seen.
  private static let mostWeightsReckoned = 30_000_000

  /// What the line does, told before it begins.
  ///
  /// - Throws: A `Diagnostic` where no network of the trials can be built.
  ///
  /// - Parameter isKept: Whether the trials are done, and an interrupt ends this no more.
  func plan(_ execution: Execution, isKept: Bool = false) throws(Diagnostic) -> SearchPlan {
    var isPart = line.method == .bayes || line.brackets != nil || line.trials > Self.mostReckoned
    var reckoned = try reckoned(isPart: isPart, isKept: isKept, execution)
    if !isPart, reckoned.weights > Self.mostWeightsReckoned {
      isPart = true
      reckoned = try self.reckoned(isPart: true, isKept: isKept, execution)
    }
    let first = line.stop == .median ? 1 : line.brackets?.brackets.first?.first?.epochs
    // Where the rest is reckoned from some, the epochs of a grid are known all the same.
    let known = isPart && reckoned.unbuilt == 0 ? epochsOfGrid : nil
    let least = first ?? known?.min() ?? min(reckoned.least, reckoned.most)
    let most = known?.max() ?? reckoned.most
    // Of brackets as many whole trainings as their epochs come to.
    let whole = line.brackets.map { Double($0.epochs) / Double(max(1, most)) }
    let share = (whole ?? Double(line.trials)) / Double(max(1, reckoned.count))
    let (count, isTooMuch) = fitCount
    // A search that is made again for each fold, and what it chose trained once more.
    let times = line.isNested ? Double(folds.count + 1) : 1
    let once =
      known.map { Double($0.reduce(0, +)) * Double(line.trials / $0.count) }
      ?? Double(reckoned.epochs) * share
    let all = once * Double(line.study.fitsOfTrial) * times
    let choosing =
      switch line.sampler {
      case .random: Work.none
      case .tpe: TPESampler.work(trials: line.trials, in: line.space)
      case .gp: GaussianSampler.work(trials: line.trials, in: line.space)
      }
    return SearchPlan(
      method: line.method, sampler: line.sampler, stop: line.stop,
      sizes: line.method == .grid ? line.settings.map { $0.range.count ?? 1 } : [],
      space: line.method == .manual ? nil : line.space.count,
      trials: line.trials, wished: line.wished, folds: line.study.folds, isNested: line.isNested,
      repeats: line.study.repeats,
      parallel: line.method == .bayes || line.stop == .median ? line.parallel : nil,
      brackets: line.brackets,
      epochs: least...max(least, most),
      work: execution.plan(
        of: times * (share * reckoned.work + choosing), fits: isTooMuch ? .max : count,
        epochs: all < 0x1p62 ? Int(all.rounded()) : .max),
      reckonedFrom: isPart && reckoned.count < line.trials ? reckoned.count : nil,
      unbuilt: reckoned.unbuilt)
  }

  /// The values of `epochs` in a grid of all combinations, in which each value is there equally often;
  /// nil elsewhere.
  private var epochsOfGrid: [Int]? {
    guard line.method == .grid, line.brackets == nil, line.trials == line.space.count,
      let setting = line.settings.first(where: { $0.name.text == "epochs" })
    else { return nil }
    let values = setting.choices.compactMap { choice in
      (try? arguments.evaluator.number(choice)).flatMap { Int(exactly: $0) }
    }
    return values.isEmpty || values.count < setting.choices.count ? nil : values
  }

  /// How many networks are trained, and whether that is more than can be counted.
  private var fitCount: (count: Int, isTooMuch: Bool) {
    let ofTrial = line.study.fitsOfTrial
    let (once, isTooMuch) = line.trials.multipliedReportingOverflow(by: ofTrial)
    guard line.isNested else { return (once, isTooMuch) }
    let (all, isMore) = once.multipliedReportingOverflow(by: folds.count + 1)
    return (MemoryBudget.sum(all, ofTrial), isTooMuch || isMore)
  }

  private func reckoned(
    isPart: Bool, isKept: Bool, _ execution: Execution
  ) throws(Diagnostic) -> Reckoned {
    let points = isPart ? line.space.spread(count: min(line.trials, Self.mostReckoned)) : []
    var reckoned = Reckoned()
    for place in 0..<(isPart ? points.count : line.trials) {
      if !isKept, execution.control.isInterrupted() { break }
      let network =
        isPart
        ? line.trial(line.options(of: points[place]))
        : candidate(line.first + place, besides: SearchCourse.Tried([]))?.network
      guard let network else { continue }
      reckoned.count += 1
      if let refusal = network.refusal {
        reckoned.unbuilt += 1
        reckoned.refusal = reckoned.refusal ?? refusal
        continue
      }
      reckoned.weights = MemoryBudget.sum(
        reckoned.weights, network.variant.network.parameterCount)
      let epochs = network.variant.settings.epochs
      reckoned.epochs = MemoryBudget.sum(reckoned.epochs, epochs)
      reckoned.least = min(reckoned.least, epochs)
      reckoned.most = max(reckoned.most, epochs)
      reckoned.work =
        reckoned.work + Double(line.study.repeats)
        * RepeatedTrainings(examples: line.data.examples, fits: [fits(of: network)]).work
      if reckoned.weights > Self.mostWeightsReckoned { break }
    }
    if let refusal = reckoned.refusal, reckoned.unbuilt == reckoned.count, line.method != .manual {
      throw refusal
    }
    return reckoned
  }
}
