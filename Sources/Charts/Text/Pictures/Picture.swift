import TerminalText

/// A drawn chart in parts, so that charts of a grid can share what they have in common.
struct Picture {
  /// The columns between a plot and the legend beside it, and between two entries of a legend.
  static let legendGap = 3

  /// Narrower pictures stand side by side, and would be shifted by titles of several lines.
  private static let leastWidthOfWrapping = 40

  var title: String?
  /// The title of the upright axis.
  var yTitle = ""
  /// The title of the lying axis.
  var xTitle = ""
  /// The plot with its axes, all lines of one width.
  var body: [StyledLine]
  /// The column where the plot itself begins, behind the labels of its axis.
  var inset = 0
  var legend: [LegendEntry] = []
  /// Whether the legend goes beside the body where there is room.
  var prefersLegendBeside = false
  /// The signs that stand for several points, which the caption counts; nil where there are no
  /// points.
  var shared: SharedSigns?

  var bodyWidth: Int { body.map(\.width).max() ?? 0 }

  /// The whole picture, every line as wide as the widest and none wider than `width`.
  func lines(width: Int) -> [StyledLine] {
    var picture = self
    picture.moveXTitleToAxisEnd(width: width)
    let widest = picture.legend.map(\.line.width).max() ?? 0
    let isBeside = prefersLegendBeside && picture.bodyWidth + Self.legendGap + widest <= width
    let plot = isBeside ? picture.bodyWithLegendBeside() : picture.body
    let lines =
      picture.header(width: width) + plot
      + picture.below(isBeside ? [] : picture.legend, width: width)
    return Self.aligned(lines, width: width)
  }

  /// Puts the title of the lying axis behind its end, in the line of the axis, if there is room.
  private mutating func moveXTitleToAxisEnd(width: Int) {
    let axis = body.count - 2
    guard axis >= 0, !xTitle.isEmpty else { return }
    let titled = body[axis].width + 1 + xTitle.columns
    guard titled <= width else { return }
    body[axis].append(" " + xTitle)
    body = Self.aligned(body, width: width)
    xTitle = ""
  }

  /// Makes all lines as wide as the widest, but cuts them at `width`.
  static func aligned(_ lines: [StyledLine], width: Int) -> [StyledLine] {
    let widest = min(lines.map(\.width).max() ?? 0, width)
    return lines.map { line in
      var line = line
      line.cut(to: widest)
      line.pad(to: widest)
      return line
    }
  }

  /// The title of the upright axis at its top end, and the title of the chart over its middle, or
  /// over that of the whole width on several lines where it is longer than that.
  func header(width: Int) -> [StyledLine] {
    guard var title, !title.isEmpty else { return yTitle.isEmpty ? [] : [StyledLine(yTitle)] }
    if title.columns > width, width < Self.leastWidthOfWrapping {
      title = Self.shortened(title, to: width)
    }
    let titleWidth = title.columns
    if titleWidth > width, width >= Self.leastWidthOfWrapping {
      let lines = title.wrapped(to: width).map { words -> StyledLine in
        var line = StyledLine()
        line.pad(to: max(0, (width - words.columns) / 2))
        line.append(words)
        return line
      }
      return lines + (yTitle.isEmpty ? [] : [StyledLine(yTitle)])
    }
    let middle = max(
      min(inset + max(bodyWidth - inset - titleWidth, 0) / 2, width - titleWidth), 0)
    var line = StyledLine(yTitle)
    line.pad(to: max(bodyWidth, middle + titleWidth))
    if yTitle.isEmpty || middle >= yTitle.columns + 2, line.place(title, at: middle) {
      return [line]
    }
    var own = StyledLine()
    own.pad(to: middle)
    own.append(title)
    return [own, StyledLine(yTitle)]
  }

  /// As much of a title as fits, if possible up to a colon or a comma of it.
  private static func shortened(_ title: String, to width: Int) -> String {
    let ends = title.indices.filter { title[$0] == ":" || title[$0] == "," }
    let parts = ends.map { String(title[..<$0]) }
    return parts.last { $0.columns <= width } ?? title.wrapped(to: width).first ?? title
  }

  private func bodyWithLegendBeside() -> [StyledLine] {
    var lines = body
    for (row, entry) in legend.enumerated() {
      if row == lines.count { lines.append(StyledLine()) }
      lines[row].pad(to: bodyWidth + Self.legendGap)
      lines[row].append(entry.line)
    }
    return lines
  }

  /// The legend from the left and the title of the lying axis at its end, on one line if they fit.
  private func below(_ entries: [LegendEntry], width: Int) -> [StyledLine] {
    var lines = Self.legendLines(entries, inset: inset, width: width)
    guard !xTitle.isEmpty else { return lines }
    let column = max(bodyWidth - xTitle.columns, 0)
    // Far enough from the legend not to be read as a part of it.
    for index in lines.indices where lines[index].width + 8 <= column {
      lines[index].pad(to: column)
      lines[index].append(xTitle)
      return lines
    }
    var own = StyledLine()
    own.pad(to: column)
    own.append(xTitle)
    return [own] + lines
  }

  /// The entries of a legend, as many on a line as fit.
  static func legendLines(
    _ entries: [LegendEntry], inset: Int, width: Int
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    for entry in entries.map(\.line) {
      if var last = lines.last, last.width + legendGap + entry.width <= width {
        last.pad(to: last.width + legendGap)
        last.append(entry)
        lines[lines.count - 1] = last
      } else {
        var line = StyledLine()
        line.pad(to: max(0, min(inset, width - entry.width)))
        line.append(entry)
        lines.append(line)
      }
    }
    return lines
  }
}
