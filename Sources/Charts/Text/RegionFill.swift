/// The glyphs that fill the region of a class.
enum RegionFill {
  private static let ascii: [(confident: Character, unsure: Character)] = [
    (" ", "."), ("=", ":"), ("/", ","), ("\\", "`"), ("|", "'"), ("~", "-"),
  ]

  static func glyph(
    _ classIndex: Int, isConfident: Bool, classCount: Int, pictures: Pictures
  ) -> Character {
    if pictures == .blocks, classCount <= 2 {
      let shades: [Character] = isConfident ? [" ", "▓"] : ["░", "▒"]
      return shades[min(max(classIndex, 0), 1)]
    }
    let fill = ascii[Int(classIndex.magnitude % UInt(ascii.count))]
    return isConfident ? fill.confident : fill.unsure
  }
}
