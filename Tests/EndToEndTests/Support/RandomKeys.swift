import SeededRandom

/// Keys as a cat on the keyboard would press them, one that likes to edit: words, letters of all
/// kinds and widths, control characters, arrows, pastes, broken bytes.
struct RandomKeys {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// The bytes of a few keys.
  ///
  /// Left out are the keys that stop the program or its output for good reason: Ctrl-Z, Ctrl-S,
  /// Ctrl-Q and Ctrl-\.
  mutating func next() -> [UInt8] {
    switch random.below(40) {
    case 0..<9: Array(random.pick(RandomKeys.words).utf8)
    case 9..<17: Array(random.pick(RandomKeys.sequences).utf8)
    case 17..<25: [control]
    case 25..<29: [0x1B, UInt8(0x20 + random.below(0x5F))]
    case 29..<32: Array(random.pick(RandomKeys.pictures).utf8)
    case 32: random.pick(RandomKeys.broken)
    case 33: Array("\u{1B}\(random.below(3000))\(random.pick(["x", "漢", "\u{19}"]))".utf8)
    case 34: paste
    case 35: Array(repeating: random.pick([0x08, 0x7F, 0x06, 0x19]), count: random.below(60))
    case 36: Array(repeating: 0x12, count: random.below(10))
    default: [UInt8(0x20 + random.below(0x5F))]
    }
  }

  /// How many keys the bytes are: one each for letters, arrows and their like.
  static func count(_ bytes: [UInt8]) -> Int {
    var keys = 0
    var isSequence = false
    for byte in bytes {
      if byte == 0x1B {
        isSequence = true
      } else if isSequence {
        isSequence = byte < 0x40 || byte == 0x5B
      }
      // A byte that goes on with a letter is no key of its own, nor is what is inside of a sequence.
      if !isSequence, byte & 0xC0 != 0x80 { keys += 1 }
    }
    return max(keys, 1)
  }

  private var paste: [UInt8] {
    mutating get {
      let piece = random.pick(RandomKeys.words + RandomKeys.pictures + ["\r", "  "])
      let length = random.oneIn(40) ? random.below(3000) : random.below(60)
      let text = String(repeating: piece, count: length)
      return Array((random.oneIn(3) ? "\u{1B}[200~\(text)\u{1B}[201~" : text).utf8)
    }
  }

  private var control: UInt8 {
    mutating get {
      let code = UInt8(random.below(0x20))
      return [0x11, 0x13, 0x1A, 0x1C].contains(code) ? 0x7F : code
    }
  }

  private static let words = [
    "print 1", "print \"a b\"", "for a in 1, 2\r", "  print a\r", "end\r", "help ", "tra",
    "let x = ",
    "data circles points=", "1234567890", "       ", "0", "dd", "ihello", "2x", "cwa", "/pr\r",
    "?x\r",
  ]

  private static let sequences =
    ["A", "B", "C", "D", "H", "F"].flatMap { ["\u{1B}[\($0)", "\u{1B}O\($0)"] }
    + ["3~", "5~", "6~", "1;5C", "1;5D", "200~", "201~", "Z", "<0;1;1M"].map { "\u{1B}[\($0)" }

  private static let pictures = [
    "ä", "漢", "漢字漢字漢字", "😀", "e\u{301}", "\u{301}\u{302}", "👨\u{200D}👩\u{200D}👧", "🇩🇪", "ﷺ", "שלום",
    "\u{202E}abc\u{2066}", "\u{E0001}\u{E0041}", "\u{FEFF}", "\u{FFF9}", "\u{E000}", "\u{378}",
    "\u{AD}", "\u{115F}", "1\u{FE0F}\u{20E3}", "\u{85}", "\u{9B}31m", "\u{10FFFF}",
  ]

  private static let broken: [[UInt8]] = [
    [0xFF], [0xC3], [0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0], [0xC0, 0x80], [0xF8, 0x88],
    [0x9B, 0x41], [0xE2, 0x82],
  ]
}
