import Charts
import Networks
import Tuning
import Workbench

/// The outcomes of a comparison as a table, with a verdict.
struct ComparisonText {
  private let report: ComparisonReport
  private let variants: [Comparison.Variant]
  private let outcomes: [[Comparison.Outcome]]
  private let seeds: Int
  private let runs: [Int?]
  private let isClassification: Bool

  /// Puts a comparison into words.
  init(of report: ComparisonReport) {
    self.report = report
    variants = report.variants
    outcomes = report.outcomes
    seeds = report.seeds
    runs = report.runs
    isClassification = report.isClassification
  }

  var blocks: [Block] {
    [.table(table)] + failures + (verdict.map { [.text($0)] } ?? []) + [.text(shared)]
  }

  /// "layers=1 failed: layer 2 is no hidden dense layer"
  private var failures: [Block] {
    zip(variants, report.refusals).compactMap { variant, refusal in
      refusal.map { .text("\(variant.label) failed: \($0)") }
    }
  }

  private func isRefused(_ variant: Int) -> Bool {
    report.refusals.indices.contains(variant) && report.refusals[variant] != nil
  }

  /// The settings of each variant.
  private var options: [[WrittenSetting]] { variants.map(\.settings.written) }

  /// The settings that all variants have.
  private var common: [WrittenSetting] {
    let all = options
    let options = variants.indices.filter { !isRefused($0) }.map { all[$0] }
    return (options.first ?? []).filter { option in options.allSatisfy { $0.contains(option) } }
  }

  /// What else differs about each variant than its label says: the rate that comes with an optimizer.
  private var companions: [String] {
    let common = common
    let all = options
    return variants.indices.map { place in
      guard !isRefused(place) else { return "" }
      let said = variants[place].changes.map(\.setting)
      return SettingsText.line(
        of: all[place].filter { !common.contains($0) && !said.contains($0.name) })
    }
  }

  /// What the variants have in common, and what the columns count.
  private var shared: String {
    let weights =
      seeds == 1 ? "the same first weights" : "the same \(seeds) seeds (mean ± one deviation)"
    let positive = report.asked?.positive.map { " of class \($0)" } ?? ""
    let text =
      "\(measure)\(positive) of networks from \(weights), each with "
      + SettingsText.line(of: common)
    return changesRates ? text + "; their rates differ too: rate= gives all the same one" : text
  }

  /// Whether optimizers come with rates of their own, so that two things differ.
  private var changesRates: Bool {
    let trained = variants.indices.filter { !isRefused($0) }.map { variants[$0] }
    let rates = Set(trained.map(\.settings.optimizer.learningRate))
    let changed = Set(trained.flatMap(\.changes).map(\.setting))
    return rates.count > 1 && changed.contains(TrainingSetting.optimizer.name)
      && !changed.contains(TrainingSetting.rate.name)
  }

  /// "errors", "losses", "f1".
  private var measure: String {
    guard report.asked != nil else { return isClassification ? "errors" : "losses" }
    return report.criterion.title
  }

  private var table: Table {
    let columns: [Table.Column] =
      [
        .init(term: "variant")
      ] + (hasCompanions ? [.init("with")] : []) + [
        .init(term: "training", alignment: .right),
        .init(term: "validation", alignment: .right), .init(term: "gap", alignment: .right),
        .init(term: "weight norm", alignment: .right), .init(term: "zeros", alignment: .right),
      ] + (hasRuns ? [.init(term: "run", alignment: .right)] : [])
    let rows = report.order.map { variant -> [Table.Cell] in
      let trials = report.trials(of: variant)
      let label: [Table.Cell] =
        [.text(variants[variant].label)] + (hasCompanions ? [.text(companions[variant])] : [])
      guard !trials.isEmpty else {
        let diverged = outcomes[variant].count { (try? $0.get()) == nil }
        let text =
          isRefused(variant)
          ? "failed" : seeds == 1 ? "diverged" : "\(diverged) of \(seeds) diverged"
        return label + [.text(text), .empty, .empty, .empty, .empty] + run(of: variant)
      }
      let training = report.scores(of: variant, on: .training)
      let validation = report.scores(of: variant, on: .validation)
      return label + [
        figure(training, of: trials), figure(validation, of: trials.compactMap(\.validation)),
        gap(training, validation),
        number(Spread(trials.map(\.weightNorm)).mean),
        .number(
          Spread(trials.map { Double($0.zeroCount) }).mean,
          text: zeros(trials)),
      ] + run(of: variant)
    }
    return Table(columns: columns, rows: rows)
  }

  private var hasCompanions: Bool { companions.contains { !$0.isEmpty } }

  private var hasRuns: Bool { runs.contains { $0 != nil } }

  /// The cell of a variant's number among the runs; none where no variant has one.
  private func run(of variant: Int) -> [Table.Cell] {
    hasRuns ? [runs[variant].map { .count($0) } ?? .empty] : []
  }

  private func zeros(_ trials: [Comparison.Trial]) -> String {
    let mean = Spread(trials.map { Double($0.zeroCount) }).mean
    return mean == mean.rounded()
      ? NumberText.count(Int(mean)) : NumberText.fixed(mean, places: 1)
  }

  private func number(_ value: Double) -> Table.Cell {
    .number(value, text: NumberText.significant(value, digits: 4))
  }

  /// What judges; of several seeds with its spread. Empty where there is no such split.
  private func figure(_ scores: [Double], of measured: [some Any]) -> Table.Cell {
    guard !measured.isEmpty else { return .empty }
    guard let first = scores.first else { return .init(.missing, text: "undefined") }
    guard seeds > 1 else { return cell(first) }
    let spread = Spread(scores)
    return .number(spread.mean, text: "\(text(spread.mean)) ± \(text(spread.deviation))")
  }

  private func cell(_ value: Double) -> Table.Cell {
    report.criterion.isShare ? .fraction(value) : .number(value, text: TrainingText.number(value))
  }

  private func text(_ value: Double) -> String {
    report.criterion.isShare ? NumberText.percent(value) : TrainingText.number(value)
  }

  private func gap(_ training: [Double], _ validation: [Double]) -> Table.Cell {
    guard !validation.isEmpty, !training.isEmpty else { return .empty }
    return cell(Spread(validation).mean - Spread(training).mean)
  }

  /// Which variant did best on the validation examples, or that several did equally well; nil where
  /// one variant has nothing to be compared with.
  private var verdict: String? {
    let trials = report.trials
    if variants.count == 1, !trials.isEmpty { return nil }
    if trials.isEmpty { return "every variant diverged: a smaller rate usually helps" }
    guard trials.allSatisfy({ $0.validation != nil }) else {
      return "without a validation split nothing says which of them generalizes best"
    }
    guard let verdict = report.verdict else {
      if variants.indices.contains(where: { !report.trials(of: $0).isEmpty }) {
        return
          "\(report.criterion.title) is not defined on these examples, so nothing says which is best"
      }
      return "every variant diverged from one of the seeds: a smaller rate usually helps"
    }
    let (kind, best) = (
      report.criterion.title, report.criterion.isLessBetter ? "lowest" : "highest"
    )
    let winners = verdict.winners.map { variants[$0].label }.joined(separator: ", ")
    if seeds == 1 {
      return verdict.winners.count > 1
        ? "\(best) validation \(kind), the same for each: \(winners), for this one seed"
        : "\(best) validation \(kind): \(winners), for this one seed"
    }
    let apart = distance(verdict.difference)
    let spread = distance(verdict.spread)
    if verdict.isTie {
      return verdict.runnerUp == nil
        ? "tie for the \(best) validation \(kind): \(winners), at most \(apart) apart where the "
          + "first one's seeds spread by \(spread)"
        : "tie for the \(best) validation \(kind), within the spread over the first one's seeds: "
          + "\(winners); the next one is \(apart) behind, where these spread by \(spread)"
    }
    guard let runnerUp = verdict.runnerUp else {
      return "\(best) validation \(kind): \(winners), the only one to judge"
    }
    return
      "\(best) validation \(kind): \(winners), \(apart) \(report.criterion.isLessBetter ? "below" : "above") "
      + "\(variants[runnerUp].label), where the seeds of \(winners) spread by \(spread)"
  }

  /// "1.3 points" of percentages, or a loss.
  private func distance(_ value: Double) -> String {
    report.criterion.isShare ? DiagnosisText.points(value) : TrainingText.number(value)
  }
}
