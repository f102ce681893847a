import Charts
import Language
import Networks
import TensorEngine
import Tuning

/// The outcomes of a comparison as a table and, if asked for, pictures side by side.
struct ComparisonText {
  let variants: [Comparison.Variant]
  let outcomes: [Comparison.Outcome]
  let data: DataInHand
  let arguments: Arguments
  let pool: ThreadPool

  func document(picture: String?) throws(Diagnostic) -> Document {
    try refuseUnlessDiverged()
    var document = Document()
    switch picture {
    case "boundary": document.blocks.append(.grid(try boundaries()))
    case "loss" where !trials.isEmpty: document.blocks.append(.chart(.line(losses())))
    default: break
    }
    document.blocks.append(.table(table))
    document.blocks.append(.text(verdict))
    document.blocks.append(.text(shared))
    return document
  }

  /// What the variants have in common, and what the columns count.
  private var shared: String {
    let options = variants.map { SettingsText.options(of: $0.settings) }
    guard let first = options.first else { return "" }
    let common = first.filter { option in options.allSatisfy { $0.contains(option) } }
    let measure = data.isClassification ? "errors" : "losses"
    return "\(measure) of networks from the same first weights, each with "
      + common.joined(separator: " ")
  }

  /// A variant that diverged is a result; anything else is a mistake of the command.
  private func refuseUnlessDiverged() throws(Diagnostic) {
    for case .failure(let error) in outcomes {
      if case .engine(.diverged) = error { continue }
      throw Wording.diagnostic(for: error, in: arguments, at: arguments.command.range)
    }
  }

  private var trials: [Comparison.Trial] { outcomes.compactMap { try? $0.get() } }

  private var table: Table {
    let columns: [Table.Column] = [
      .init("variant"), .init("training", alignment: .right),
      .init("validation", alignment: .right), .init("gap", alignment: .right),
      .init("norm of weights", alignment: .right),
    ]
    let rows = zip(variants, outcomes).map { variant, outcome -> [Table.Cell] in
      guard let trial = try? outcome.get() else {
        return [.text(variant.label), .text("diverged"), .empty, .empty, .empty]
      }
      return [
        .text(trial.label), RunsCommand.result(of: trial.training),
        RunsCommand.result(of: trial.validation), gap(of: trial),
        .number(
          trial.weightNorm, text: NumberText.significant(trial.weightNorm, digits: 4)),
      ]
    }
    return Table(columns: columns, rows: rows)
  }

  private func gap(of trial: Comparison.Trial) -> Table.Cell {
    guard let validation = trial.validation else { return .empty }
    if let training = trial.training.error, let validation = validation.error {
      return .fraction(validation - training)
    }
    let gap = validation.dataLoss - trial.training.dataLoss
    return .number(gap, text: TrainingText.number(gap))
  }

  /// Which variant did best on the validation examples, or that several did equally well.
  private var verdict: String {
    if trials.isEmpty { return "every variant diverged: a smaller rate usually helps" }
    let judged = trials.compactMap { trial in
      trial.validation.map {
        (label: trial.label, score: $0.error ?? $0.dataLoss)
      }
    }
    guard let best = judged.map(\.score).min() else {
      return "without a validation split nothing says which of them generalizes best"
    }
    let winners = judged.filter { $0.score == best }.map(\.label)
    let kind = data.isClassification ? "error" : "loss"
    return winners.count == 1
      ? "lowest validation \(kind): \(winners[0]), for this one seed"
      : "tie for the lowest validation \(kind): \(winners.joined(separator: ", "))"
  }

  private func boundaries() throws(Diagnostic) -> ChartGrid {
    var charts: [Chart] = []
    for trial in trials {
      do {
        charts.append(
          .regions(
            try BoundaryPlot.chart(trial.result.network, data, title: trial.label, pool: pool)))
      } catch {
        throw Wording.diagnostic(for: error, in: arguments, at: arguments.command.range)
      }
    }
    return ChartGrid(charts: charts)
  }

  private func losses() -> LineChart {
    let hasValidation = trials.allSatisfy { $0.validation != nil }
    let name = hasValidation ? "validation loss" : "loss"
    let series = trials.map { trial in
      LineChart.Series(
        trial.label,
        points: trial.result.history.records.map {
          Point(Double($0.epoch), (hasValidation ? $0.validationDataLoss : nil) ?? $0.dataLoss)
        })
    }
    let ends = series.map { series in
      "\(series.name) \(TrainingText.number(series.points.last?.y ?? 0))"
    }
    return LineChart(
      title: name, xAxis: Axis("epoch"), yAxis: Axis(name), series: series,
      caption: "\(name) at the end: \(ends.joined(separator: " · "))")
  }
}
