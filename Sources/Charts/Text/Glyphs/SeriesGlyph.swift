/// The glyphs that tell series and classes apart without any colour.
enum SeriesGlyph {
  private static let lines: [Character] = Array("*o+x#@%&abcdefghijklmnpqrstuwyz")
  private static let right: [Character] = Array("ox+*vszcun")
  private static let wrong: [Character] = Array("@#$&VSZCUN")

  static func line(_ series: Int) -> Character { lines[series % lines.count] }

  /// The glyph of a point of a class.
  static func point(_ classIndex: Int) -> Character { right[index(classIndex)] }

  /// The heavier glyph of a point that was taken for another class.
  static func misclassified(_ classIndex: Int) -> Character { wrong[index(classIndex)] }

  private static func index(_ classIndex: Int) -> Int {
    Int(classIndex.magnitude % UInt(right.count))
  }
}
