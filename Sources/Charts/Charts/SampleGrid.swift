import JSON

/// Points spread evenly over a rectangle, at which a classifier is asked for its decision.
///
/// They are the centres of `columns x rows` equal cells.
package struct SampleGrid: Hashable, Sendable {
  /// From the left edge to the right edge of the rectangle.
  package let x: Extent
  /// From the lower edge to the upper edge of the rectangle.
  package let y: Extent
  /// How many cells are side by side, 1 or more.
  package let columns: Int
  /// How many cells are above each other, 1 or more.
  package let rows: Int

  /// The grid that suits a ``RegionChart`` of an aspect: each character of its picture at the usual
  /// width covers 2 x 4 cells.
  package init(x: Extent, y: Extent, aspect: Aspect = .equal) {
    let size = aspect.plotSize(x: x, y: y, columns: PictureSpace.usualColumns, rows: 17)
    self.init(x: x, y: y, width: size.columns * 2, height: size.rows * 4)
  }

  /// A grid of a chosen size, 1 to 1000 cells along each side.
  package init(x: Extent, y: Extent, width: Int, height: Int) {
    self.x = x
    self.y = y
    columns = min(max(width, 1), 1000)
    rows = min(max(height, 1), 1000)
  }

  /// The centres of all the cells, row by row from the top (the largest y).
  package var points: [Point] {
    var points: [Point] = []
    points.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns { points.append(point(column: column, row: row)) }
    }
    return points
  }

  /// The centre of a cell; row 0 is the one at the top.
  package func point(column: Int, row: Int) -> Point {
    Point(
      x.number(at: (Double(column) + 0.5) / Double(columns)),
      y.number(at: 1 - (Double(row) + 0.5) / Double(rows)))
  }

  var json: JSONValue {
    ["columns": .integer(columns), "rows": .integer(rows), "x": x.json, "y": y.json]
  }
}
