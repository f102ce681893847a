import TerminalText

extension DiagramChart: ChartContent {
  var smallestWidth: Int { min(max(columns.count * DiagramLayout.leastPitch, 24), 78) }

  func picture(in space: PictureSpace) -> Picture {
    let drawn = columns.filter { $0.count > 0 }
    let bands = DiagramLayout.bands(drawn, width: space.width)
    var lines: [StyledLine] = []
    for (index, band) in bands.enumerated() {
      if index > 0 { lines.append(StyledLine()) }
      let layout = DiagramLayout(
        band, isFirst: index == 0, isLast: index == bands.count - 1, in: space)
      lines +=
        space.hasHeadings || bands.count > 1
        ? layout.headings + layout.drawnNodes : layout.drawnNodes
    }
    var legend: [LegendEntry] = []
    if drawn.contains(where: { $0.crossedOut.contains(true) }) {
      legend.append(LegendEntry("(X)", crossedOutName))
    }
    if drawn.dropFirst().contains(where: { $0.link == .all && $0.count > 0 }) {
      legend.append(LegendEntry(String(space.pictures.crossing), "each with each"))
    }
    if drawn.contains(where: { $0.count > DiagramLayout.mostNodes(in: space) }) {
      legend.append(LegendEntry(":", "more of them"))
    }
    return Picture(title: title, body: Picture.aligned(lines, width: space.width), legend: legend)
  }
}

/// Where the nodes of a diagram stand, and the lines between them.
private struct DiagramLayout {
  /// The fewest characters from one column of nodes to the next.
  static let leastPitch = 10
  private static let mostPitch = 20
  private static let nodeWidth = 3

  private let columns: [DiagramChart.Column]
  private let pictures: Pictures
  private let pitch: Int
  /// Columns to the left and to the right of the nodes, for their names.
  private let margins: (left: Int, right: Int)
  /// Lines from one node to the one below it.
  private let step: Int
  private let height: Int
  /// For each column, the nodes that are drawn, nil for those left out between them.
  private let nodes: [[Int?]]

  /// As many columns side by side as fit; each further band begins with the last one's end.
  static func bands(
    _ columns: [DiagramChart.Column], width: Int
  ) -> [[DiagramChart.Column]] {
    let across = max((width - 12) / leastPitch + 1, 2)
    var bands: [[DiagramChart.Column]] = []
    var first = 0
    while first < columns.count {
      let end = min(first + across, columns.count)
      bands.append(Array(columns[first..<end]))
      if end == columns.count { break }
      first = end - 1
    }
    return bands
  }

  /// How many nodes of a column are drawn, with what stands for the others.
  static func mostNodes(in space: PictureSpace) -> Int {
    let room = space.rows.upperBound
    return room > 16 ? room * 2 / 3 : min(space.isInGrid ? 7 : 11, max(room, 3))
  }

  init(
    _ columns: [DiagramChart.Column], isFirst: Bool, isLast: Bool, in space: PictureSpace
  ) {
    self.columns = columns
    pictures = space.pictures
    let most = Self.mostNodes(in: space)
    nodes = columns.map { column in
      guard column.count > most else { return (0..<column.count).map { $0 } }
      let first = most / 2
      let last = most - first - 1
      return (0..<first).map { $0 } + [nil]
        + (column.count - last..<column.count).map { $0 }
    }
    let left = isFirst ? Self.labelWidth(columns.first) : 0
    let right = isLast ? Self.labelWidth(columns.last) : 0
    // The headings of the outer columns stick out to both sides of their nodes.
    margins = (max(left, 4), max(right, 4))
    let room = space.width - margins.left - margins.right - Self.nodeWidth
    pitch = min(max(room / max(columns.count - 1, 1), Self.nodeWidth + 3), Self.mostPitch)
    let tallest = nodes.map(\.count).max() ?? 0
    step = tallest * 2 - 1 <= min(space.rows.upperBound, space.isInGrid ? 9 : 13) ? 2 : 1
    height = max(tallest * step - (step - 1), 1)
  }

  private static func labelWidth(_ column: DiagramChart.Column?) -> Int {
    let widest = column?.labels.map(\.columns).max() ?? 0
    return widest == 0 ? 0 : min(widest, 10) + 1
  }

  private var width: Int {
    margins.left + max(columns.count - 1, 0) * pitch + Self.nodeWidth + margins.right
  }

  /// The column of characters where a column of nodes begins.
  private func left(_ column: Int) -> Int { margins.left + column * pitch }

  /// The line of a drawn node.
  private func row(_ place: Int, of column: Int) -> Int {
    let used = nodes[column].count * step - (step - 1)
    return (height - used) / 2 + place * step
  }

  /// The nodes and the lines between them.
  var drawnNodes: [StyledLine] {
    var canvas = Canvas(columns: width, rows: height)
    for column in columns.indices {
      if column > 0 { link(column, on: &canvas) }
      for place in nodes[column].indices { draw(place, of: column, on: &canvas) }
    }
    return (0..<height).map { canvas.line($0) }
  }

  private func draw(_ place: Int, of column: Int, on canvas: inout Canvas) {
    let row = row(place, of: column)
    guard let node = nodes[column][place] else {
      return write(" : ", at: left(column), row, on: &canvas)
    }
    let isOut = columns[column].isCrossedOut(node)
    let inner = isOut ? "X" : " "
    let text = columns[column].outline == .round ? "(\(inner))" : "[\(inner)]"
    write(text, at: left(column), row, on: &canvas, series: isOut ? 1 : 0)
    guard node < columns[column].labels.count else { return }
    var label = StyledLine(columns[column].labels[node])
    if column == 0, margins.left > 1 {
      label.cut(to: margins.left - 1)
      let start = left(0) - 1 - label.width
      for (index, cell) in label.cells.enumerated() { canvas[start + index, row] = cell }
    } else if column == columns.count - 1 {
      label.cut(to: margins.right - 1)
      for (index, cell) in label.cells.enumerated() {
        canvas[left(column) + Self.nodeWidth + 1 + index, row] = cell
      }
    }
  }

  private func write(
    _ text: String, at column: Int, _ row: Int, on canvas: inout Canvas, series: Int? = nil
  ) {
    for (index, character) in text.enumerated() where column + index < canvas.columns {
      canvas[column + index, row] = Cell(character, series: series)
    }
  }

  /// The lines that come into a column of nodes.
  private func link(_ column: Int, on canvas: inout Canvas) {
    let start = left(column - 1) + Self.nodeWidth
    let end = left(column)
    let from = rows(of: column - 1)
    if columns[column].link == .one, nodes[column - 1].count == nodes[column].count {
      for row in from {
        for place in start..<end { canvas[place, row] = Cell(pictures.horizontal) }
      }
      return
    }
    let to = rows(of: column)
    guard let top = (from + to).min(), let bottom = (from + to).max(), !from.isEmpty else {
      return
    }
    let bus = (start + end - 1) / 2
    for row in top...bottom { canvas[bus, row] = Cell(pictures.vertical) }
    for row in from {
      for place in start..<bus { canvas[place, row] = Cell(pictures.horizontal) }
      canvas[bus, row] = Cell(pictures.crossing)
    }
    for row in to {
      for place in bus + 1..<end { canvas[place, row] = Cell(pictures.horizontal) }
      canvas[bus, row] = Cell(pictures.crossing)
    }
  }

  /// The lines of the nodes of a column that are not crossed out.
  private func rows(of column: Int) -> [Int] {
    nodes[column].indices.filter { place in
      nodes[column][place].map { !columns[column].isCrossedOut($0) } ?? false
    }.map { row($0, of: column) }
  }

  /// What stands over each column, in lines no wider than there is room between two of them.
  var headings: [StyledLine] {
    let room = columns.count == 1 ? width : pitch - 1
    let texts = columns.indices.map { column -> [String] in
      let wide = min(room, 2 * min(left(column), width - left(column) - Self.nodeWidth) + 3)
      return columns[column].heading.flatMap { $0.wrapped(to: max(wide, 3)) }
    }
    let most = texts.map(\.count).max() ?? 0
    return (0..<most).map { row in
      var line = StyledLine()
      for column in columns.indices {
        let index = row - (most - texts[column].count)
        guard texts[column].indices.contains(index) else { continue }
        var text = StyledLine(texts[column][index])
        text.cut(to: room)
        let start = left(column) + 1 - (text.width - 1) / 2
        line.pad(to: max(start, 0))
        line.append(text)
      }
      return line
    }
  }
}
