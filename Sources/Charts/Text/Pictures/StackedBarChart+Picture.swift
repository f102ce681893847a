import TerminalText

extension StackedBarChart: ChartContent {
  var smallestWidth: Int { 38 }

  func picture(in space: PictureSpace) -> Picture {
    let columns = columns(in: space)
    let widths = columns.map { column in column.map(\.columns).max() ?? 0 }
    let room = space.width - widths.reduce(2) { $0 + $1 + 2 }
    let scale = StackScale(self, columns: min(max(room, 5), 60), pictures: space.pictures)
    var lines = (0...bars.count).map { row in
      var line = StyledLine("  ")
      for (index, column) in columns.enumerated() {
        let padding = String(repeating: " ", count: widths[index] - column[row].columns)
        line.append((index == 0 ? column[row] + padding : padding + column[row]) + "  ")
      }
      if row > 0 { line.append(scale.bar(bars[row - 1])) }
      return line
    }
    if let end = scale.end { lines[0].append(end) }
    return Picture(
      title: title, body: Picture.aligned(lines, width: space.width), inset: 2,
      legend: parts.indices.map {
        LegendEntry(StackScale.glyph($0, space.pictures), parts[$0], series: $0)
      } + (hasNegativePart ? [LegendEntry(StackScale.takenOff, "taken off: below 0")] : []))
  }

  /// The columns of text before the bars, each with its heading: the labels, the parts where there
  /// is room for their figures, and the sum.
  private func columns(in space: PictureSpace) -> [[String]] {
    let heading = [labelTitle]
    let labels = heading + bars.map { Self.cut($0.label, to: 16) }
    let sums = [totalName] + bars.map { text($0.total) }
    let figures = parts.indices.map { part in
      [parts[part]]
        + bars.map { text(part < $0.values.count ? $0.values[part] : nil) }
    }
    let width = ([labels] + figures + [sums]).reduce(2) { sum, column in
      sum + 2 + (column.map(\.columns).max() ?? 0)
    }
    return width + 20 <= space.width ? [labels] + figures + [sums] : [labels, sums]
  }

  private static func cut(_ text: String, to width: Int) -> String {
    text.cut(to: width).first ?? ""
  }
}

/// How long the parts of bars are, and which characters they are made of.
private struct StackScale {
  private let columns: Int
  private let longest: Double
  private let pictures: Pictures
  /// What stands over the bars: the value of a bar of full length.
  let end: String?

  init(_ chart: StackedBarChart, columns: Int, pictures: Pictures) {
    self.columns = columns
    self.pictures = pictures
    longest = chart.axis.extent?.upper ?? chart.bars.map(\.length).max() ?? 0
    let text = "0 to \(chart.text(longest))"
    end = longest > 0 && longest.isFinite && text.count <= columns ? text : nil
  }

  static func glyph(_ part: Int, _ pictures: Pictures) -> Character {
    let glyphs: [Character] =
      pictures == .ascii ? ["#", "=", ".", "o", "+", "-"] : ["█", "▒", "░", "▓", "▪", "·"]
    return glyphs[part % glyphs.count]
  }

  /// What is drawn where negative parts took something off a bar.
  static let takenOff: Character = "<"

  /// The parts one after the other up to their sum, then what the negative ones took off; what ends
  /// beyond the scale ends with `>`.
  func bar(_ bar: StackedBarChart.Bar) -> StyledLine {
    var line = StyledLine()
    guard longest > 0, longest.isFinite else { return line }
    func room(to end: Double) -> Int {
      max(Int((min(end / longest, 1) * Double(columns)).rounded()) - line.width, 0)
    }
    var sum = 0.0
    for (part, value) in bar.values.enumerated() {
      sum += StackedBarChart.Bar.drawn(value)
      let glyph = String(Self.glyph(part, pictures))
      line.append(
        String(repeating: glyph, count: room(to: min(sum, bar.end))), series: part)
    }
    line.append(String(repeating: Self.takenOff, count: room(to: sum)))
    if sum > longest * (1 + 1e-9), line.width > 0 {
      line.cut(to: line.width - 1)
      line.append(">")
    }
    return line
  }
}
