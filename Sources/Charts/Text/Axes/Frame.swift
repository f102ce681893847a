/// The axes around a plot.
struct Frame {
  /// A round number of an axis and the row or column of the plot where it belongs.
  struct Tick {
    var position: Int
    var label: String
  }

  var yTicks: [Tick]
  var xTicks: [Tick]
  var pictures: Pictures
  /// The columns that the labels of the upright axis take at the least.
  var leastLabelWidth = 0

  /// Columns taken by the labels of the upright axis and the axis itself.
  var inset: Int { labelWidth + 2 }

  private var labelWidth: Int { max(yTicks.map(\.label.count).max() ?? 0, leastLabelWidth) }

  /// Draws the lying axis into the empty cells of the bottom row of a canvas.
  func drawAxis(on canvas: inout Canvas) {
    let row = canvas.rows - 1
    guard row >= 0 else { return }
    let ticks = Set(xTicks.map(\.position))
    for column in 0..<canvas.columns where canvas[column, row] == .blank {
      canvas[column, row] = Cell(
        ticks.contains(column) ? pictures.bottomTick : pictures.horizontal)
    }
  }

  /// The plot with its upright axis to the left, and the labels of the lying axis below.
  func body(around canvas: Canvas) -> [StyledLine] {
    var lines: [StyledLine] = []
    for row in 0..<canvas.rows {
      let tick = yTicks.first { $0.position == row }
      let label = tick?.label ?? ""
      var line = StyledLine(String(repeating: " ", count: labelWidth - label.count) + label + " ")
      line.cells.append(Cell(axis(isTick: tick != nil, isBottom: row == canvas.rows - 1)))
      line.append(canvas.line(row))
      lines.append(line)
    }
    lines.append(xLabels(columns: canvas.columns))
    return lines
  }

  private func axis(isTick: Bool, isBottom: Bool) -> Character {
    if isBottom { return isTick ? pictures.cornerTick : pictures.corner }
    return isTick ? pictures.leftTick : pictures.vertical
  }

  /// Each label below its tick, moved inwards where it would stick out.
  private func xLabels(columns: Int) -> StyledLine {
    var line = StyledLine()
    line.pad(to: inset + columns)
    for tick in xTicks {
      let wanted = inset + tick.position - (tick.label.count - 1) / 2
      let column = max(0, min(wanted, line.width - tick.label.count))
      let hasRoom = column == 0 || line.cells[column - 1] == .blank
      if hasRoom { line.place(tick.label, at: column) }
    }
    return line
  }
}
