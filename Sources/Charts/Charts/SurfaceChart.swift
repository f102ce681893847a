import JSON

/// A value everywhere in a plane, as levels, with a path and marked places on top of it: a loss
/// over two directions, and the way of an optimizer.
package struct SurfaceChart: Equatable, Sendable {
  /// A place worth knowing, such as the end of the path.
  package struct Mark: Equatable, Sendable {
    /// Where it stands; outside the grid it is not drawn.
    package var point: Point
    /// The letter or digit that it is drawn as.
    package var letter: Character
    /// What it is, for the legend.
    package var label: String

    /// A mark: its letter, what it is, and where.
    package init(_ letter: Character, _ label: String, at point: Point) {
      self.point = point
      self.letter = letter
      self.label = label
    }
  }

  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// What is across; the grid says from where to where.
  package var xAxis: Axis
  /// What is upwards; the grid says from where to where.
  package var yAxis: Axis
  /// Where the values were taken; its extents are those of the axes.
  package var grid: SampleGrid
  /// The value at each point of the grid, row by row from the top.
  package var values: [Double]
  /// What the values are. The levels cut its extent into parts of one size, or of one factor on a
  /// logarithmic scale; values beyond belong to the first and the last level. If its extent is nil,
  /// the finite values fill it.
  package var valueAxis: Axis
  /// The points of a way over the surface, in order; those outside the grid are counted in the
  /// legend.
  package var path: [Point]
  /// What a point of the path is.
  package var pathName: String
  /// Whether the points of the path come one after the other, and are not places alone.
  package var isWay = true
  /// The places worth knowing; where several share a cell the first one shows.
  package var marks: [Mark]
  /// How long a unit across is beside one upwards.
  package var aspect: Aspect
  /// What the picture shows in numbers; it stands below.
  package var caption: String

  /// A surface of the values at the points of a grid: `grid.columns * grid.rows` of them; missing
  /// ones are drawn as nothing.
  package init(
    title: String? = nil, xAxis: Axis, yAxis: Axis, grid: SampleGrid, values: [Double],
    valueAxis: Axis, path: [Point] = [], pathName: String = "path", marks: [Mark] = [],
    aspect: Aspect = .equal, caption: String = ""
  ) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.grid = grid
    self.values = values
    self.valueAxis = valueAxis
    self.path = path
    self.pathName = pathName
    self.marks = marks
    self.aspect = aspect
    self.caption = caption
  }

  /// What the levels span.
  package var extent: Extent { valueAxis.extent ?? Extent(covering: values) }

  /// The value at a part of the way from the left and from the top, between the samples in
  /// proportion; beside one that is no finite number, the nearest; nil where there is none.
  func value(across: Double, down: Double) -> Double? {
    let x = min(max(across * Double(grid.columns) - 0.5, 0), Double(grid.columns - 1))
    let y = min(max(down * Double(grid.rows) - 0.5, 0), Double(grid.rows - 1))
    let (column, row) = (Int(x), Int(y))
    let (right, below) = (min(column + 1, grid.columns - 1), min(row + 1, grid.rows - 1))
    guard below * grid.columns + right < values.count else { return nil }
    let (partX, partY) = (x - Double(column), y - Double(row))
    let top = mixed(self[row, column], self[row, right], partX)
    let bottom = mixed(self[below, column], self[below, right], partX)
    let value = mixed(top, bottom, partY)
    guard value.isFinite else {
      return self[partY < 0.5 ? row : below, partX < 0.5 ? column : right]
    }
    return value
  }

  private func mixed(_ first: Double, _ second: Double, _ part: Double) -> Double {
    part == 0 ? first : first * (1 - part) + second * part
  }

  private subscript(row: Int, column: Int) -> Double { values[row * grid.columns + column] }
}

extension SurfaceChart {
  var size: Int { values.count + 2 * path.count + 4 * marks.count }

  var members: [JSONValue.Member] {
    [
      .init("x", xAxis.json), .init("y", yAxis.json), .init("grid", grid.json),
      .init("value", valueAxis.json), .init("extent", extent.json),
      .init("values", .numbers(values)), .init("path", .array(path.map(\.json))),
      .init(
        "marks",
        .array(
          marks.map {
            [
              "letter": .string(String($0.letter)), "label": .string($0.label),
              "point": $0.point.json,
            ]
          })),
    ]
  }
}
