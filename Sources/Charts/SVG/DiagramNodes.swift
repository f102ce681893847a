/// Where the nodes of a diagram stand, their headings, and the lines between them.
struct DiagramNodes {
  /// A line from a node of one column to one of the next.
  struct Link {
    /// The column that it comes into.
    var column: Int
    var from: (x: Double, y: Double)
    var to: (x: Double, y: Double)
  }

  /// The most nodes of a column that are drawn.
  static let mostNodes = 11
  private static let step = 22.0
  private static let lineHeight = 14.0
  /// From the middle of a node to its edge.
  private static let radius = 7.0

  let height: Double
  /// The size of the headings' letters.
  let headingSize: Int
  let columns: [DiagramChart.Column]
  /// The nodes of each column that are drawn; nil for those that are left out together.
  let nodes: [[Int?]]
  private let pitch: Double
  private let left: Double
  private let top: Double
  private let tallest: Double
  private let lines: Int
  /// On how many levels the headings stand, so that neighbours don't touch.
  private let levels: Int

  init(_ columns: [DiagramChart.Column], in space: DrawingSpace) {
    self.columns = columns
    nodes = columns.map { column in
      guard column.count > Self.mostNodes else { return (0..<column.count).map { $0 } }
      let ends = Self.mostNodes / 2
      return (0..<ends).map { $0 } + [nil] + (column.count - ends..<column.count).map { $0 }
    }
    let ends = [columns.first, columns.last].compactMap(\.self)
    let headings = columns.flatMap(\.heading).map { SVGText.width($0) }.max() ?? 0
    let labels = ends.flatMap(\.labels).map { SVGText.width($0) }.max() ?? 0
    let outer = ends.flatMap(\.heading).map { SVGText.width($0) / 2 }.max() ?? 0
    let margin = max(min(max(labels + 16, outer + 4), 70), space.isInGrid ? 0 : 70)
    let gaps = Double(max(columns.count - 1, 1))
    left = margin
    pitch = max((space.width - 2 * margin) / gaps, 1)
    headingSize = headings + 8 <= pitch ? 12 : 9
    let wide = headings * Double(headingSize) / 12 + 6
    let wanted = wide / pitch
    levels = min(max(Int(min(wanted, 1000).rounded(.up)), 1), max(columns.count, 1))
    lines = columns.map(\.heading.count).max() ?? 0
    top = 12 + Double(lines * levels) * Self.lineHeight
    tallest = Double(nodes.map(\.count).max() ?? 0) * Self.step
    height = top + tallest + 8
  }

  /// The middle of a drawn node.
  func place(_ node: Int, of column: Int) -> (x: Double, y: Double) {
    let used = Double(nodes[column].count) * Self.step
    return (
      left + Double(column) * pitch, top + (tallest - used) / 2 + (Double(node) + 0.5) * Self.step
    )
  }

  /// The middle of a line of a heading, on its base line.
  func heading(_ line: Int, of column: Int) -> (x: Double, y: Double) {
    let row = column % levels * lines + line
    return (left + Double(column) * pitch, 12 + Double(row) * Self.lineHeight)
  }

  /// All lines between nodes; none from a node that is crossed out, or into it.
  var links: [Link] {
    columns.indices.dropFirst().flatMap { links(into: $0) }
  }

  private func links(into column: Int) -> [Link] {
    let isPaired = columns[column].link == .one && nodes[column].count == nodes[column - 1].count
    var links: [Link] = []
    for (from, source) in nodes[column - 1].enumerated() {
      guard let source, !columns[column - 1].isCrossedOut(source) else { continue }
      for (to, target) in nodes[column].enumerated() where !isPaired || from == to {
        guard let target, !columns[column].isCrossedOut(target) else { continue }
        let (start, end) = (place(from, of: column - 1), place(to, of: column))
        links.append(
          Link(
            column: column, from: (start.x + Self.radius, start.y),
            to: (end.x - Self.radius, end.y)))
      }
    }
    return links
  }
}
