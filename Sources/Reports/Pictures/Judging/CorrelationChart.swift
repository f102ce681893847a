package import Charts
import Datasets

/// How the columns of a table move together, pair by pair, as a heat map of Pearson's correlations.
package struct CorrelationChart {
  /// The most columns that are drawn: what a screen of 24 lines holds.
  package static let mostColumns = 14
  /// The most columns whose names stand over them too; of more their numbers do.
  private static let mostNames = 6
  /// The longest name beside a row, and in the caption.
  private static let longestName = (row: 14, caption: 20)
  /// The most columns that the caption names of those without a correlation.
  private static let mostUndefined = 3

  private struct Column {
    let name: String
    let values: [Double]
    let isTarget: Bool
  }

  private let table: NumberColumns
  /// The columns that are drawn, the target last.
  private let columns: [Column]
  /// How many there are.
  private let count: Int
  /// The correlation of each column with each, row by row; nil where it is undefined.
  private let correlations: [Double?]

  /// Makes it of the columns of a table; nil where fewer than two columns can be paired.
  package init?(of table: NumberColumns, targetName: String) {
    self.table = table
    var all = table.columns.map { Column(name: $0.name, values: $0.values, isTarget: $0.isTarget) }
    if let classes = table.classes, table.classNames.count == 2 {
      let values = classes.map { $0 == table.positive ? 1.0 : 0 }
      all.append(Column(name: targetName, values: values, isTarget: true))
    }
    guard all.count > 1 else { return nil }
    count = all.count
    let columns = Self.chosen(of: all, table)
    self.columns = columns
    var correlations = [Double?](repeating: nil, count: columns.count * columns.count)
    for row in columns.indices {
      for column in row..<columns.count {
        let value = Correlation.pearson(columns[row].values, columns[column].values)
        correlations[row * columns.count + column] = value
        correlations[column * columns.count + row] = value
      }
    }
    self.correlations = correlations
  }

  /// All columns, or of many the target and those that say most of it, in the order of the data.
  private static func chosen(of all: [Column], _ table: NumberColumns) -> [Column] {
    guard all.count > mostColumns else { return all }
    let targets =
      all.filter(\.isTarget).map(\.values)
      + (all.contains(where: \.isTarget)
        ? []
        : table.classNames.indices.map { index in
          (table.classes ?? []).map { $0 == index ? 1.0 : 0 }
        })
    let strengths = all.map { column in
      column.isTarget
        ? 2
        : targets.reduce(-1) {
          max($0, Correlation.pearson(column.values, $1)?.magnitude ?? -1)
        }
    }
    let best = all.indices.sorted {
      strengths[$0] > strengths[$1] || (strengths[$0] == strengths[$1] && $0 < $1)
    }
    return best.prefix(mostColumns).sorted().map { all[$0] }
  }

  /// The picture.
  package var chart: HeatMapChart {
    let hasNames = columns.count <= Self.mostNames
    let names = columns.enumerated().map { index, column in
      hasNames ? column.name : "\(index + 1) \(column.name.shortened(to: Self.longestName.row))"
    }
    var chart = HeatMapChart(
      title: "correlation, \(table.amount)", rowLabels: names,
      columnLabels: hasNames ? names : columns.indices.map { String($0 + 1) },
      columns: columns.count, values: correlations.map { $0 ?? .nan },
      texts: columns.count > 8 ? [] : correlations.map { $0.map(text) ?? "" },
      valueAxis: Axis("correlation", extent: Extent(-1, 1)), caption: caption)
    chart.gapName = "undefined"
    return chart
  }

  /// A column's name as the caption has it.
  private func name(_ place: Int) -> String {
    columns[place].name.shortened(to: Self.longestName.caption)
  }

  /// "strongest: area and rooms 0.93 · with price: area 0.97, rooms 0.91, distance -0.24 · undefined:
  /// age, the same in all"
  private var caption: String {
    var parts: [String] = []
    if columns.count < count {
      parts.append(
        "\(columns.count) of \(NumberText.count(count)) columns, those that go most with "
          + (columns.contains(where: \.isTarget) ? "the target" : "a class"))
    }
    parts.append(strongest)
    if let target = columns.lastIndex(where: \.isTarget) {
      let ranked = ranked(columns.indices.filter { $0 != target }.map { ($0, target) })
      let list = ranked.prefix(3).map { "\(name($0.0)) \(text($0.value))" }
      if !list.isEmpty {
        parts.append("with \(name(target)): \(list.joined(separator: ", "))")
      }
      if table.classes != nil {
        let names = table.classNames
        parts.append(
          "\(name(target)) is 1 for \(names[table.positive]), 0 for "
            + names[1 - table.positive])
      }
    }
    let undefined = columns.indices.filter { correlations[$0 * columns.count + $0] == nil }
    if !undefined.isEmpty {
      let list = undefined.prefix(Self.mostUndefined).map(name).joined(separator: ", ")
      let more = undefined.count - Self.mostUndefined
      parts.append(
        "undefined: \(list)\(more > 0 ? " and \(more) more" : ""), the same in all")
    }
    return parts.joined(separator: " · ")
  }

  private var strongest: String {
    let pairs = columns.indices.flatMap { row in (0..<row).map { ($0, row) } }
    guard let first = ranked(pairs).first else { return "no correlation is defined" }
    return "strongest: \(name(first.0)) and \(name(first.1)) \(text(first.value))"
  }

  /// The pairs with a correlation, the strongest first.
  private func ranked(_ pairs: [(Int, Int)]) -> [(Int, Int, value: Double)] {
    let known = pairs.compactMap { pair in
      correlations[pair.0 * columns.count + pair.1].map { (pair.0, pair.1, value: $0) }
    }
    return known.enumerated().sorted {
      let (one, other) = ($0.element.value.magnitude, $1.element.value.magnitude)
      return one > other || (one == other && $0.offset < $1.offset)
    }.map(\.element)
  }

  private func text(_ value: Double) -> String { NumberText.fixed(value, places: 2) }
}
