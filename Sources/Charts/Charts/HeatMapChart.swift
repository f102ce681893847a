import JSON

/// A matrix of values, each a cell as dark as it is large: counts of a confusion matrix, weights.
///
/// Where the extent of the values goes below and above zero, the two signs have glyphs of their own
/// and zero is blank; else the lower end is blank and the upper end the densest.
package struct HeatMapChart: Equatable, Sendable {
  /// What a cell stands for, which says how it may be drawn.
  package enum Style: String, Sendable {
    /// A number of its own: it is written into the cell where there is room.
    case matrix
    /// A pixel, as wide as it is high.
    case pixels
  }

  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// What the rows are; empty for nothing.
  package var rowTitle: String
  /// What the columns are; empty for nothing.
  package var columnTitle: String
  /// The names of the rows from the top; empty for none.
  package var rowLabels: [String]
  /// The names of the columns from the left; empty for none, and left out where they have no room.
  package var columnLabels: [String]
  /// How many columns there are.
  package let columns: Int
  /// Row by row from the top; what is left over after the last whole row is not shown.
  package let values: [Double]
  /// What is written into the cells, row by row; empty for nothing.
  package var texts: [String]
  /// What the values are and how they are written; its extent is what the glyphs span, if nil
  /// what the values fill, and as much below zero as above where they have both signs.
  package var valueAxis: Axis
  /// What a cell stands for.
  package var style: Style
  /// What a cell without a number is.
  package var gapName = Misplaced.notANumber.meaning
  /// What the chart shows in one line of numbers; empty for one made of the values.
  package var caption: String

  /// Makes a chart of a matrix.
  ///
  /// - Parameters:
  ///   - columns: The length of a row; what is beyond 0 to the number of values counts as the
  ///     nearer of these.
  ///   - values: The cells row by row from the top; a last row that is not full is not shown.
  ///   - texts: What is written into the cells, in the order of the values; empty for nothing.
  package init(
    title: String? = nil, rowTitle: String = "", columnTitle: String = "",
    rowLabels: [String] = [], columnLabels: [String] = [], columns: Int, values: [Double],
    texts: [String] = [], valueAxis: Axis, style: Style = .matrix, caption: String = ""
  ) {
    self.title = title
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.columns = min(max(columns, 0), values.count)
    self.values = values
    self.texts = texts
    self.valueAxis = valueAxis
    self.style = style
    self.caption = caption
  }

  /// How many rows there are.
  package var rows: Int { columns == 0 ? 0 : values.count / columns }

  /// What the glyphs span: as far below 0 as above it where a value is negative, so that 0 stays blank.
  package var extent: Extent {
    if let extent = valueAxis.extent { return extent }
    let covered = Extent(covering: values)
    guard covered.lower < 0 else { return covered }
    let largest = max(-covered.lower, covered.upper)
    return Extent(-largest, largest)
  }

  subscript(row: Int, column: Int) -> Double { values[row * columns + column] }
}

extension HeatMapChart {
  var size: Int { values.count + texts.count + rowLabels.count + columnLabels.count }

  var members: [JSONValue.Member] {
    [
      .init("row_title", .string(rowTitle)), .init("column_title", .string(columnTitle)),
      .init("row_labels", .array(rowLabels.map { .string($0) })),
      .init("column_labels", .array(columnLabels.map { .string($0) })),
      .init("rows", .integer(rows)), .init("columns", .integer(columns)),
      .init("value", valueAxis.json), .init("extent", extent.json),
      .init("style", .string(style.rawValue)), .init("values", .numbers(values)),
      .init("texts", .array(texts.map { .string($0) })),
    ]
  }
}
