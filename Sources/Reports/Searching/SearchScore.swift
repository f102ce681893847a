import Charts
import Tuning

/// What the figures of a search read as, by what its trials are judged by.
struct SearchScore {
  private let study: SearchStudy

  init(_ study: SearchStudy) { self.study = study }

  private var criterion: Criterion { study.criterion }

  /// "12.4%", "0.3051".
  func text(_ value: Double) -> String {
    criterion.isShare ? NumberText.percent(value) : TrainingText.number(value)
  }

  /// "12.4%": the mean, whose last digits do not depend on the order in which it was summed.
  func text(_ spread: Spread) -> String { text(mean(spread)) }

  private func mean(_ spread: Spread) -> Double {
    guard spread.values.count > 1, criterion.isShare else { return spread.mean }
    return (spread.mean * 1e12).rounded() / 1e12
  }

  /// "1.3 points", or a number.
  func distance(_ value: Double) -> String {
    criterion.isShare ? DiagnosisText.points(value) : TrainingText.number(value)
  }

  /// A mean, with its deviation where there are several values.
  func cell(_ values: [Double]) -> Table.Cell {
    let spread = Spread(values)
    guard values.count > 1 else {
      return criterion.isShare
        ? .fraction(spread.mean) : .number(spread.mean, text: text(spread.mean))
    }
    let mean = mean(spread)
    var cell = Table.Cell(
      criterion.isShare ? .fraction(mean) : .number(mean),
      text: "\(text(mean)) ± \(text(spread.deviation))")
    cell.deviation = spread.deviation
    return cell
  }

  /// "error over 5 folds", "error on validation": what the column of figures holds.
  var title: String { criterion.title }

  /// "mean ± one deviation over 5 folds x 3 seeds"; empty where each figure is one value.
  var spread: String {
    var parts: [String] = []
    if let folds = study.folds { parts.append("\(folds) folds") }
    if study.repeats > 1 { parts.append("\(study.repeats) seeds") }
    return parts.isEmpty ? "" : "mean ± one deviation over \(parts.joined(separator: " x "))"
  }

  /// "the folds", "the seeds".
  var scatter: String {
    study.folds == nil ? "seeds" : study.repeats > 1 ? "folds and seeds" : "folds"
  }
}
