/// The colours of series and classes, an addition to their glyphs.
enum SeriesColor {
  // Bright blue, yellow, magenta, green, cyan, red: told apart on dark and on light grounds, and
  // the first two by those who see few colours.
  private static let codes = [94, 33, 35, 32, 36, 31]

  static func escape(for series: Int?) -> String {
    series.map { "\u{1B}[\(codes[$0 % codes.count])m" } ?? "\u{1B}[0m"
  }
}
