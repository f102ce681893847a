/// How the line of a series looks between its points, so that lines can be told apart without colour
/// where no point of theirs shows, and where they cross.
struct LinePattern {
  /// Dots that are drawn and left out by turns; the first one is drawn through.
  private static let dashes: [[Int]] = [
    [1], [4, 2], [1, 1], [5, 2, 1, 2], [2, 2], [1, 3], [8, 3], [3, 1, 1, 1],
  ]
  private static let joints: [Character] = Array(".-,=_\"`")

  private let dash: [Int]
  private let length: Int
  private let series: Int

  init(_ series: Int) {
    self.series = series
    dash = Self.dashes[series % Self.dashes.count]
    length = dash.reduce(0, +)
  }

  /// Whether a dot of the line is drawn, counted from its beginning.
  func isDrawn(_ dot: Int) -> Bool {
    var rest = dot % length
    for (place, part) in dash.enumerated() {
      if rest < part { return place % 2 == 0 }
      rest -= part
    }
    return true
  }

  /// What joins two points in characters that have no dots.
  var joint: Character { Self.joints[series % Self.joints.count] }

  /// The line as a legend shows it, with the glyph of the series in its middle.
  func sample(_ pictures: Pictures) -> String {
    let glyph = String(SeriesGlyph.line(series))
    guard pictures != .ascii else { return "\(joint)\(glyph)\(joint)" }
    let characters = (0..<4).map { place -> String in
      var bits: UInt8 = 0
      for across in 0..<pictures.dots.across
      where isDrawn(place * pictures.dots.across + across) {
        bits |= Pictures.bit(across: across, down: (pictures.dots.down - 1) / 2)
      }
      return String(pictures.character(of: bits))
    }
    return characters[0] + characters[1] + glyph + characters[2] + characters[3]
  }
}
