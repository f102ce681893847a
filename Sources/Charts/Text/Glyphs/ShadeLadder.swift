/// The one ladder of shades, from nothing to full: all that is shaded is drawn with its glyphs.
///
/// Each glyph covers more of its character than the one before it, so that a heat map, an image and
/// a surface are read alike, without colour too.
enum ShadeLadder {
  /// All the shades, a blank first.
  static func glyphs(_ pictures: Pictures) -> [Character] {
    switch pictures {
    case .ascii: Array(" .:-=+*#%@")
    case .blocks: Array(" ·:-░▒▓█")
    case .braille: Array(" ⠂⠒⠖⠶⠷⠿⣿")
    }
  }

  /// Some of the shades, spread evenly from the first to the last one.
  ///
  /// - Parameter count: 2 or more, and no more than there are.
  static func glyphs(_ pictures: Pictures, count: Int) -> [Character] {
    let all = glyphs(pictures)
    return (0..<count).map { all[($0 * (all.count - 1) * 2 + count - 1) / (2 * (count - 1))] }
  }

  /// The shade of a part from 0, nothing, to 1, full.
  static func glyph(_ part: Double, _ pictures: Pictures) -> Character {
    let all = glyphs(pictures)
    return all[min(Int(min(max(part, 0), 1) * Double(all.count)), all.count - 1)]
  }

  /// The shades of numbers above zero beside those of numbers below it, from weak to strong: as
  /// dense as these, and of other shapes.
  static func positive(_ pictures: Pictures) -> [Character] {
    switch pictures {
    case .ascii: [":", "+", "*", "#"]
    case .blocks: ["░", "▒", "▓", "█"]
    case .braille: ["⠂", "⠒", "⠶", "⣿"]
    }
  }

  /// The shades of numbers below zero, from weak to strong: strokes that lie.
  static func negative(_ pictures: Pictures) -> [Character] {
    pictures == .ascii ? [".", "-", "=", "%"] : ["·", "-", "=", "≡"]
  }
}
