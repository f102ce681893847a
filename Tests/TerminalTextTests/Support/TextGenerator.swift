import SeededRandom

/// Texts of everything that is hard to show: marks, joiners, emoji, directions and controls.
struct TextGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let words = [
    "a", "word", "averyverylongwordwithoutanyspaces", "größe", "日本語", "東京都", "ｆｕｌｌ", "한국", "“a”",
    "κόσμος", "مرحبا", "می\u{200C}خواهم", "क्ष", "किताब", "กำ", "z\u{301}\u{323}", "1\u{FE0F}\u{20E3}",
    "👩\u{200D}🔬", "👨\u{200D}👩\u{200D}👧", "👍🏽", "☝🏽", "❤\u{FE0F}", "❤\u{200D}🔥", "⌚\u{FE0E}", "🇩🇪", "🇩",
    "（日本）", "「東京」、", "a\u{FE0F}", "a🏽", "█▒·", "\u{1100}\u{1161}\u{11A8}", "\u{1161}",
  ]
  private static let signs = [
    " ", " ", " ", "  ", "\u{301}", "\u{200D}", "\u{200C}", "\u{FE0F}", "\u{20E3}", "🏽", "-",
  ]
  private static let controls = [
    "\u{0}", "\t", "\n", "\r", "\r\n", "\u{B}", "\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{7F}", "\u{85}",
    "\u{9B}2J", "\u{AD}", "\u{61C}", "\u{200B}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}",
    "\u{202A}", "\u{202E}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{FFF9}", "\u{FFFE}",
    "\u{E0001}", "\u{E0041}", "\u{10FFFF}",
  ]

  /// - Parameter isClean: Whether nothing in the text is obeyed by a terminal.
  mutating func text(isClean: Bool) -> String {
    var text = ""
    for _ in 0..<random.below(14) {
      switch random.below(isClean ? 10 : 14) {
      case 0..<6: text += random.pick(Self.words)
      case 6..<9: text += random.pick(Self.signs)
      case 9: text.unicodeScalars.append(scalar(isClean: isClean))
      default: text += random.pick(Self.controls)
      }
    }
    return text
  }

  mutating func width() -> Int { 1 + random.below(40) }

  private mutating func scalar(isClean: Bool) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(UInt32(random.below(random.oneIn(4) ? 0x110000 : 0x3000))),
      !isClean || scalar.value > 0x20 && !"\u{7F}\u{AD}".unicodeScalars.contains(scalar)
    else { return "x" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned:
      return isClean ? "x" : scalar
    default: return scalar
    }
  }
}
