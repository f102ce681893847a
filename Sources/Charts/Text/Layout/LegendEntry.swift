/// An entry of a legend: what is seen (maybe nothing) and what it stands for.
struct LegendEntry: Equatable {
  var glyph: String
  var text: String
  var series: Int?

  init(_ glyph: Character, _ text: String, series: Int? = nil) {
    self.init(String(glyph), text, series: series)
  }

  init(_ glyph: String, _ text: String, series: Int? = nil) {
    self.glyph = glyph
    self.text = text
    self.series = series
  }

  var line: StyledLine {
    var line = StyledLine(glyph, series: series)
    line.append(glyph.isEmpty ? text : " " + text)
    return line
  }
}
