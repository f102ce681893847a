import TerminalText

extension HeatMapChart: ChartContent {
  var smallestWidth: Int { 18 }
  var narrowestWidth: Int { style == .pixels ? 10 : 18 }

  func picture(in space: PictureSpace) -> Picture {
    let layout = HeatMapLayout(self, in: space)
    var legend = layout.ramp.legend(valueAxis)
    legend += Misplaced.entries(for: values, gapName: gapName, in: space)
    if layout.isReduced, style == .matrix {
      legend.append(
        LegendEntry(
          "", "means: \(rows) x \(columns) in \(layout.size.rows) x \(layout.size.columns)"))
    }
    return Picture(title: title, body: layout.lines, legend: legend)
  }
}

/// How large the cells of a heat map are, and what is written where.
struct HeatMapLayout {
  let ramp: HeatRamp
  /// How many cells are drawn, each of them for one or for several of the chart.
  private(set) var size: (columns: Int, rows: Int)
  private let map: HeatMapChart
  private let pictures: Pictures
  /// The characters of a cell.
  private var cell = (columns: 1, rows: 1)
  private var hasTexts = false
  /// Whether a line stands between two columns.
  private var hasLines = false
  /// Columns to the left of the border.
  private var labelWidth: Int

  init(_ map: HeatMapChart, in space: PictureSpace) {
    self.map = map
    pictures = space.pictures
    ramp = HeatRamp(map.extent, pictures: space.pictures)
    size = (map.columns, map.rows)
    let widest = [map.rowLabels, [map.rowTitle]].map { $0.map(\.columns).max() ?? 0 }
    // The title of the rows stands over their labels, or higher where the cells want the room.
    let widths = map.rowLabels.isEmpty ? [0] : [max(widest[0], widest[1]), widest[0]]
    let labelWidths = widths.map { min($0, space.width / 4) + (map.rowLabels.isEmpty ? 0 : 1) }
    labelWidth = labelWidths[0]
    // Pixels of fewer rows than these show nothing any more.
    let leastRows = map.style == .pixels ? 6 : 1
    let mostRows = max(space.rows.upperBound - 1, leastRows)
    let texts = map.texts.map(\.columns).max() ?? 0
    if map.style == .matrix, texts > 0, map.rows <= 40 {
      for width in labelWidths {
        setTextCells(texts, room: max(space.width - width - 2, 1), mostRows: mostRows)
        labelWidth = width
        if hasTexts { return }
      }
      labelWidth = labelWidths[0]
    }
    setPlainCells(room: max(space.width - labelWidth - 2, 1), mostRows: mostRows)
  }

  /// Whether a character stands for several cells.
  var isReduced: Bool { size.columns < map.columns || size.rows < map.rows }

  /// Cells with a number in each, if there is room for it and for as many glyphs on both its sides,
  /// or for a line of glyphs below it.
  private mutating func setTextCells(_ texts: Int, room: Int, mostRows: Int) {
    let labels = map.columnLabels.map(\.columns).max() ?? 0
    let wanted = max(texts + 6, min(labels + 2, texts + 10))
    let least = texts + 3
    let lined = (room + 1) / max(map.columns, 1) - 1
    let bare = room / max(map.columns, 1)
    if lined >= least {
      cell.columns = min(wanted, lined)
      if cell.columns >= texts + 4, map.rows * 4 <= mostRows { cell.rows = 3 }
    } else if bare >= least {
      cell.columns = bare
    } else if lined > texts, map.rows * 2 <= mostRows {
      cell = (lined, 2)
    } else {
      return
    }
    hasTexts = true
    hasLines = lined >= least || cell.rows == 2
  }

  private mutating func setPlainCells(room: Int, mostRows: Int) {
    let wide = room / max(map.columns, 1)
    if map.style == .matrix, wide >= 1, map.rows <= mostRows {
      cell = (min(wide, 4), map.rows * 2 <= mostRows && wide >= 4 ? 2 : 1)
    } else if map.style == .pixels, wide >= 2, map.rows <= mostRows {
      let scale = max(min(wide / 2, mostRows / max(map.rows, 1), 4), 1)
      cell = (2 * scale, scale)
    } else {
      size = reduced(room: room, mostRows: mostRows)
    }
  }

  /// As many cells as there are characters; pixels keep their shape.
  private func reduced(room: Int, mostRows: Int) -> (columns: Int, rows: Int) {
    let columns = min(map.columns, room)
    guard map.style == .pixels, map.columns > 0 else { return (columns, min(map.rows, mostRows)) }
    let rows = max((columns * map.rows + map.columns) / (2 * map.columns), 1)
    guard rows > mostRows else { return (columns, min(rows, map.rows)) }
    let narrow = max(2 * mostRows * map.columns / max(map.rows, 1), 1)
    return (min(narrow, columns), min(mostRows, map.rows))
  }

  var lines: [StyledLine] {
    guard map.rows > 0 else { return [] }
    var lines = header
    lines.append(rule(HeatFrame.top(pictures)))
    for row in 0..<size.rows {
      if row > 0, cell.rows == 3 { lines.append(divider) }
      for line in 0..<cell.rows { lines.append(self.line(line, of: row)) }
    }
    lines.append(rule(HeatFrame.bottom(pictures)))
    return Picture.aligned(lines, width: lines.map(\.width).max() ?? 0)
  }

  /// The columns between the borders.
  private var width: Int { size.columns * cell.columns + (hasLines ? size.columns - 1 : 0) }

  /// What the columns are, and their names.
  private var header: [StyledLine] {
    var lines: [StyledLine] = []
    let title = map.columnTitle
    if !title.isEmpty {
      lines.append(
        StyledLine(spaces(labelWidth + 1 + max(width - title.columns, 0) / 2)))
      lines[0].append(title)
    }
    guard !map.columnLabels.isEmpty, !isReduced, cell.columns >= 2 || labelsFit else {
      let name = map.rowTitle
      if name.isEmpty || (!lines.isEmpty && lines[0].place(name, at: 0)) { return lines }
      lines.append(StyledLine(name))
      return lines
    }
    let rowTitle = map.rowLabels.isEmpty ? "" : map.rowTitle
    var names = StyledLine()
    if rowTitle.columns < labelWidth {
      names.append(rowTitle)
    } else if lines.isEmpty || !lines[0].place(rowTitle, at: 0) {
      lines.append(StyledLine(rowTitle))
    }
    names.pad(to: labelWidth + 1)
    for column in 0..<size.columns {
      let end = labelWidth + 1 + (column + 1) * (cell.columns + (hasLines ? 1 : 0))
      let text = column < map.columnLabels.count ? map.columnLabels[column] : ""
      names.append(centered(text, in: cell.columns))
      names.pad(to: end)
    }
    return lines + [names]
  }

  private var labelsFit: Bool {
    map.columnLabels.allSatisfy { $0.columns <= cell.columns }
  }

  private func rule(_ signs: HeatFrame) -> StyledLine {
    StyledLine(
      spaces(labelWidth) + signs.left + String(repeating: signs.line, count: width) + signs.right)
  }

  /// What stands between two rows of high cells.
  private var divider: StyledLine {
    let cells = [String](repeating: spaces(cell.columns), count: size.columns)
    let line = String(pictures.vertical)
    return StyledLine(
      spaces(labelWidth) + line + cells.joined(separator: hasLines ? line : "") + line)
  }

  private func line(_ line: Int, of row: Int) -> StyledLine {
    var drawn = StyledLine()
    if line == (cell.rows - 1) / 2, row < map.rowLabels.count, !isReduced {
      drawn.append(map.rowLabels[row])
      drawn.cut(to: max(labelWidth - 1, 0))
    }
    drawn.pad(to: labelWidth)
    drawn.append(String(pictures.vertical))
    for column in 0..<size.columns {
      if hasLines, column > 0 { drawn.append(String(pictures.vertical)) }
      let glyph = ramp.cell(value(row, column))
      var part = StyledLine()
      part.cells = [Cell](repeating: glyph, count: cell.columns)
      let index = row * map.columns + column
      if hasTexts, line == (cell.rows - 1) / 2, index < map.texts.count {
        part = written(map.texts[index], on: part)
      }
      drawn.append(part)
    }
    drawn.append(String(pictures.vertical))
    return drawn
  }

  /// A text in the middle of a cell, with as many glyphs on its left as on its right, or with none
  /// where they have a line of their own.
  private func written(_ text: String, on cell: StyledLine) -> StyledLine {
    let room = cell.width - text.columns
    // An odd blank goes to the left, where a glyph might be read as a sign of the number.
    var label = StyledLine((room % 2 == 1 ? " " : "") + (room >= 4 ? " \(text) " : text))
    if self.cell.rows == 2 {
      label = StyledLine(spaces((room + 1) / 2) + text + spaces(room / 2))
    }
    label.cut(to: cell.width)
    var written = cell
    let start = (cell.width - label.width) / 2
    written.cells.replaceSubrange(start..<start + label.width, with: label.cells)
    return written
  }

  /// The value of a drawn cell: of one cell of the map, or the mean of those that it covers.
  private func value(_ row: Int, _ column: Int) -> Double {
    guard isReduced else { return map[row, column] }
    let rows = Self.covered(row, of: size.rows, by: map.rows)
    let columns = Self.covered(column, of: size.columns, by: map.columns)
    var sum = 0.0
    var count = 0
    for row in rows {
      for column in columns where !map[row, column].isNaN {
        sum += map[row, column]
        count += 1
      }
    }
    return count == 0 ? .nan : sum / Double(count)
  }

  private static func covered(_ index: Int, of drawn: Int, by count: Int) -> Range<Int> {
    let first = index * count / drawn
    return first..<max((index + 1) * count / drawn, first + 1)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func centered(_ text: String, in width: Int) -> StyledLine {
    var line = StyledLine(spaces(max(width - text.columns + 1, 0) / 2) + text)
    line.cut(to: width)
    return line
  }
}
