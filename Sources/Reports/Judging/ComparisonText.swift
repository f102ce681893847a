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
    [.table(table)] + (verdict.map { [.text($0)] } ?? []) + [.text(shared)]
  }

  /// What the variants have in common, and what the columns count.
  private var shared: String {
    let options = variants.map { SettingsText.options(of: $0.settings) }
    guard let first = options.first else { return "" }
    let common = first.filter { option in options.allSatisfy { $0.contains(option) } }
    let measure = isClassification ? "errors" : "losses"
    let weights =
      seeds == 1 ? "the same first weights" : "the same \(seeds) seeds (mean ± one deviation)"
    return "\(measure) of networks from \(weights), each with "
      + common.joined(separator: " ")
  }

  private var table: Table {
    let columns: [Table.Column] =
      [
        .init(term: "variant"), .init(term: "training", alignment: .right),
        .init(term: "validation", alignment: .right), .init(term: "gap", alignment: .right),
        .init(term: "weight norm", alignment: .right), .init(term: "zeros", alignment: .right),
      ] + (hasRuns ? [.init(term: "run", alignment: .right)] : [])
    let rows = variants.indices.map { variant -> [Table.Cell] in
      let trials = report.trials(of: variant)
      let label = variants[variant].label
      guard !trials.isEmpty else {
        let diverged = outcomes[variant].count { (try? $0.get()) == nil }
        let text = seeds == 1 ? "diverged" : "\(diverged) of \(seeds) diverged"
        return [.text(label), .text(text), .empty, .empty, .empty, .empty] + run(of: variant)
      }
      let validation = trials.compactMap(\.validation)
      return [
        .text(label), figure(trials.map(\.training)), figure(validation),
        gap(trials.map(\.training), validation),
        number(Spread(trials.map(\.weightNorm)).mean),
        .number(
          Spread(trials.map { Double($0.zeroCount) }).mean,
          text: zeros(trials)),
      ] + run(of: variant)
    }
    return Table(columns: columns, rows: rows)
  }

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

  /// The error of a classification or the loss of a regression; of several seeds with its spread.
  private func figure(_ evaluations: [Evaluation]) -> Table.Cell {
    guard seeds > 1, !evaluations.isEmpty else { return RunTable.result(of: evaluations.first) }
    let spread = Spread(evaluations.map(ComparisonReport.score))
    return .number(spread.mean, text: "\(text(spread.mean)) ± \(text(spread.deviation))")
  }

  private func text(_ value: Double) -> String {
    isClassification ? NumberText.percent(value) : TrainingText.number(value)
  }

  private func gap(_ training: [Evaluation], _ validation: [Evaluation]) -> Table.Cell {
    guard !validation.isEmpty else { return .empty }
    let gap =
      seeds == 1
      ? ComparisonReport.score(validation[0]) - ComparisonReport.score(training[0])
      : Spread(validation.map(ComparisonReport.score)).mean
        - Spread(training.map(ComparisonReport.score)).mean
    return isClassification
      ? .fraction(gap) : .number(gap, text: TrainingText.number(gap))
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
      return "every variant diverged from one of the seeds: a smaller rate usually helps"
    }
    let kind = isClassification ? "error" : "loss"
    let winners = verdict.winners.map { variants[$0].label }.joined(separator: ", ")
    if seeds == 1 {
      return verdict.winners.count > 1
        ? "lowest validation \(kind), the same for each: \(winners), for this one seed"
        : "lowest validation \(kind): \(winners), for this one seed"
    }
    let apart = distance(verdict.difference)
    let spread = distance(verdict.spread)
    if verdict.isTie {
      return verdict.runnerUp == nil
        ? "tie for the lowest validation \(kind): \(winners), at most \(apart) apart where the "
          + "first one's seeds spread by \(spread)"
        : "tie for the lowest validation \(kind), within the spread over the first one's seeds: "
          + "\(winners); the next one is \(apart) behind, where these spread by \(spread)"
    }
    guard let runnerUp = verdict.runnerUp else {
      return "lowest validation \(kind): \(winners), the only one to judge"
    }
    return "lowest validation \(kind): \(winners), \(apart) below "
      + "\(variants[runnerUp].label), where the seeds of \(winners) spread by \(spread)"
  }

  /// "1.3 points" of percentages, or a loss.
  private func distance(_ value: Double) -> String {
    isClassification ? DiagnosisText.points(value) : TrainingText.number(value)
  }
}
