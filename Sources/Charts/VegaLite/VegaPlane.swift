import JSON

/// The cells of a grid as rectangles between two axes.
struct VegaPlane {
  let width: Double
  let height: Double
  let x: VegaChannel
  let y: VegaChannel
  private let grid: SampleGrid

  init(
    _ grid: SampleGrid, _ xAxis: Axis, _ yAxis: Axis, _ aspect: Aspect, in space: VegaSpace
  ) {
    self.grid = grid
    let size = space.size(x: grid.x, y: grid.y, aspect: aspect)
    width = VegaSpace.cell(size.0, grid.columns) * Double(grid.columns)
    height = VegaSpace.cell(size.1, grid.rows) * Double(grid.rows)
    // The cells are even, whatever the axis would be.
    var (across, up) = (xAxis, yAxis)
    (across.scale, up.scale) = (.linear, .linear)
    x = .place("x", on: across, grid.x)
    y = .place("y", on: up, grid.y)
  }

  private func left(_ column: Int) -> JSONValue {
    .number(grid.x.number(at: Double(column) / Double(grid.columns)))
  }

  private func top(_ row: Int) -> JSONValue {
    .number(grid.y.number(at: 1 - Double(row) / Double(grid.rows)))
  }

  /// The cells as runs of those in a row that look the same.
  func runs(_ looks: [Int], _ members: (Int) -> [JSONValue.Member]) -> [JSONValue] {
    var runs: [JSONValue] = []
    for row in 0..<min(grid.rows, looks.count / grid.columns) {
      var first = 0
      while first < grid.columns {
        let look = looks[row * grid.columns + first]
        var end = first + 1
        while end < grid.columns, looks[row * grid.columns + end] == look { end += 1 }
        runs.append(
          .object(
            [
              .init("x", left(first)), .init("x2", left(end)), .init("y", top(row + 1)),
              .init("y2", top(row)),
            ] + members(look)))
        first = end
      }
    }
    return runs
  }

  /// The lines between cells of which each has another class.
  func borders(_ classes: [Int]) -> [JSONValue] {
    var lines: [JSONValue] = []
    for row in 0..<min(grid.rows, classes.count / grid.columns) {
      for column in 0..<grid.columns {
        let own = classes[row * grid.columns + column]
        let below = (row + 1) * grid.columns + column
        if column + 1 < grid.columns, classes[row * grid.columns + column + 1] != own {
          lines.append([
            "x": left(column + 1), "x2": left(column + 1), "y": top(row + 1), "y2": top(row),
          ])
        }
        if below < classes.count, classes[below] != own {
          lines.append([
            "x": left(column), "x2": left(column + 1), "y": top(row + 1), "y2": top(row + 1),
          ])
        }
      }
    }
    return lines
  }
}
