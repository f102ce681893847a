/// Judges by all the rows of a file whether the first one holds the names of the columns.
///
/// A text over a column of numbers is a name, and so is a number over a column of texts; a text
/// that comes again below is none. Numbers over numbers are names if they go in equal steps, as
/// years, wavelengths and 0, 1, 2, … do, and lie far from the numbers below, or stand beside a name.
/// Where that is as likely as not, the student is asked.
struct HeaderJudgement {
  /// What the first row is.
  enum Verdict {
    /// The names of the columns.
    case names
    /// Data, as the other rows are.
    case data
    /// It could be either.
    case unclear
  }

  /// A text over numbers.
  private var names = 0
  /// A number over texts.
  private var foreign = 0
  /// A number over numbers.
  private var numbers = 0
  /// A text over texts among which it is.
  private var known = 0
  /// A text over texts among which it is not, and whether these come again and again.
  private var new = 0
  private var newRepeat = true
  /// All numbers of the row, in their order.
  private var series: [Double] = []
  private var areFar = true
  private var isLong = true

  /// - Parameters:
  ///   - first: The first row's cells.
  ///   - rows: What is known of the cells below each of them.
  init(first: [CSVCell], reader: CSVReader, rows: [ColumnSurvey]) {
    for (cell, column) in zip(first, rows) {
      switch reader.reading(of: cell) {
      case .missing: continue
      case .number(let number): take(number.point ?? number.comma ?? 0, over: column)
      case .broken, .text: take(reader.text(of: cell), over: column)
      }
    }
  }

  private mutating func take(_ number: Double, over column: ColumnSurvey) {
    guard !column.isEmpty else { return }
    series.append(number)
    guard !column.isTextual else {
      foreign += 1
      return
    }
    numbers += 1
    areFar = areFar && column.isFar(number)
    isLong = isLong && column.numbers >= 3
  }

  private mutating func take(_ text: String, over column: ColumnSurvey) {
    if column.isNumeric {
      names += 1
    } else if column.textCounts[text] != nil {
      known += 1
    } else if column.texts > 0 {
      new += 1
      newRepeat = newRepeat && column.repeats
    }
  }

  /// The judgement.
  var verdict: Verdict {
    if numbers == 0 { return verdictWithoutNumbers }
    if known > 0 { return names == 0 ? .data : .unclear }
    let isSeries = goesInSteps
    if names > 0 {
      let isYear = numbers == 1 && series.allSatisfy { $0 == $0.rounded() } && areFar
      let isSure = isSeries && (areFar || series.count >= 3)
      return isSure || isYear || (goesUp && areFar) ? .names : .unclear
    }
    let isFar = areFar && isLong
    if isSeries, series.count >= 3, isFar, series[0] != 1 { return .names }
    if isSeries, foreign > 0 { return .names }
    if isSeries, new > 0, newRepeat {
      return isFar || (series.count >= 3 && series[0] == 0) ? .names : .unclear
    }
    if foreign > 0 { return .unclear }
    if isSeries, new == 0, series[0] == 0 || isFar { return .unclear }
    return goesUp && isFar ? .unclear : .data
  }

  private var verdictWithoutNumbers: Verdict {
    if known == 0 || names > 0 { return .names }
    if foreign > 0 { return .unclear }
    return new > 0 && newRepeat ? .unclear : .data
  }

  private var goesUp: Bool {
    series.count >= 3 && zip(series, series.dropFirst()).allSatisfy { $0 < $1 }
  }

  private var goesInSteps: Bool {
    guard series.count >= 2, series.allSatisfy({ $0 == $0.rounded() }) else { return false }
    let step = series[1] - series[0]
    return step != 0 && zip(series, series.dropFirst()).allSatisfy { $1 - $0 == step }
  }
}
