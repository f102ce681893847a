/// The dots that a character is made of, and the character of a set of them.
extension Pictures {
  /// How many dots a character has; one of 7-bit characters is a dot by itself.
  var dots: (across: Int, down: Int) {
    switch self {
    case .ascii: (1, 1)
    case .blocks: (2, 2)
    case .braille: (2, 4)
    }
  }

  /// The bit of a dot, counted from the top left of its character.
  static func bit(across: Int, down: Int) -> UInt8 { 1 << UInt8(down * 2 + across) }

  /// The character whose dots are these bits; a blank if there are none.
  func character(of bits: UInt8) -> Character {
    switch self {
    case .ascii: bits == 0 ? " " : "*"
    case .blocks: Self.quadrants[Int(bits & 15)]
    case .braille: Self.patterns[Int(bits)]
    }
  }

  private static let quadrants: [Character] = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

  /// Unicode counts the dots of braille down the left side, then the right one, the lowest last.
  private static let patterns: [Character] = (0..<256).map { bits in
    guard bits > 0 else { return " " }
    let places: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    let pattern = (0..<8).reduce(UInt32(0)) { sum, bit in
      bits >> bit & 1 == 1 ? sum | places[bit] : sum
    }
    return Unicode.Scalar(0x2800 + pattern).map(Character.init) ?? " "
  }

  /// How bright a dot must be to be set: thresholds spread so that equal greys look even.
  ///
  /// - Returns: Bayer's ordered dither of 4 x 4 dots, above 0 and below 1.
  static func threshold(across: Int, down: Int) -> Double {
    let ranks: [[Double]] = [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]
    return (ranks[down & 3][across & 3] + 0.5) / 16
  }
}
