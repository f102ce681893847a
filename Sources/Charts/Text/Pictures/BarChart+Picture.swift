import TerminalText

extension BarChart: ChartContent {
  var smallestWidth: Int { 38 }

  func picture(in space: PictureSpace) -> Picture {
    let labels = bars.map(\.label)
    let texts = bars.map(\.text)
    let labelWidth = min(labels.map(\.columns).max() ?? 0, space.width / 3)
    let textWidth = min(texts.map(\.columns).max() ?? 0, space.width / 3)
    let scale = BarScale(
      values: bars.map(\.value), maximum: maximum,
      columns: min(space.width - labelWidth - textWidth - 5, 50), pictures: space.pictures)
    let lines = bars.indices.map { index in
      var line = StyledLine("  " + labels[index])
      line.cut(to: 2 + labelWidth)
      line.pad(to: 2 + labelWidth + 2 + textWidth - texts[index].columns)
      line.append(texts[index] + " ")
      line.cut(to: 5 + labelWidth + textWidth)
      line.append(scale.bar(bars[index].value))
      return line
    }
    return Picture(title: title, body: Picture.aligned(lines, width: space.width), inset: 2)
  }
}

/// How long bars are, and which characters they are made of.
struct BarScale {
  private let pictures: Pictures
  private let columns: Int
  /// Columns to the left of zero.
  private let negativeColumns: Int
  private let lower: Double
  private let upper: Double

  init(values: [Double], maximum: Double?, columns: Int, pictures: Pictures) {
    self.pictures = pictures
    self.columns = max(columns, 5)
    let finite = values.filter(\.isFinite)
    lower = min(finite.min() ?? 0, 0)
    let top = maximum.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
    upper = max(top ?? finite.max() ?? 0, 0)
    let whole = upper / 2 - lower / 2
    let part = whole > 0 ? -lower / 2 / whole : 0
    negativeColumns = min(
      Int((part * Double(self.columns)).rounded(.up)), self.columns - 1)
  }

  /// The bar of a value, with `>` or `<` at its end where it goes on beyond the scale.
  func bar(_ value: Double) -> StyledLine {
    if value < 0 { return StyledLine(negative(value)) }
    guard value > 0 else { return StyledLine() }
    let room = columns - negativeColumns
    let text = positive(length(value, of: upper, columns: room))
    return StyledLine(
      String(repeating: " ", count: negativeColumns)
        + (value > upper ? text.dropLast() + ">" : text))
  }

  private func negative(_ value: Double) -> String {
    guard negativeColumns > 0 else { return "<" }
    let whole = length(value, of: lower, columns: negativeColumns).rounded()
    let count = min(max(Int(whole), 1), negativeColumns)
    let text = String(repeating: pictures.full, count: count)
    return String(repeating: " ", count: negativeColumns - count)
      + (value < lower ? "<" + text.dropFirst() : text)
  }

  private func length(_ value: Double, of end: Double, columns: Int) -> Double {
    guard end != 0 else { return value == 0 ? 0 : Double(columns) }
    return min(value / end, 1) * Double(columns)
  }

  /// Blocks have eighths of a column, braille halves; a value above zero is never drawn as nothing.
  private func positive(_ length: Double) -> String {
    let parts = pictures.lyingParts
    let count = Int((length * Double(parts.count)).rounded(.toNearestOrEven))
    if count == 0, pictures == .ascii { return "|" }
    let most = max(count, 1)
    return String(repeating: pictures.full, count: most / parts.count) + parts[most % parts.count]
  }
}
