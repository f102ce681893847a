extension Unicode.Scalar {
  /// The columns that the scalar adds where it stands alone: 0, 1 or 2.
  ///
  /// **Source**: Unicode Standard Annex 11 (Unicode 15.0.0). Ambiguous width is 1, as in every
  /// locale that is not East Asian; spacing marks (Mc) take the column that terminals give them.
  var columns: Int {
    // Nothing below is wide, or a mark; the soft hyphen shows only where a line ends.
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if ScalarRanges.withoutColumns.contains(self) { return 0 }
    return ScalarRanges.wide.contains(self) ? 2 : 1
  }

  /// Whether the emoji presentation selector U+FE0F makes an emoji of the scalar; digits, `#` and
  /// `*` are bases of keycaps.
  var isEmojiBase: Bool {
    switch self {
    case "0"..."9", "#", "*": true
    case ..<"\u{A9}": false
    default: ScalarRanges.emoji.contains(self)
    }
  }

  /// Whether the scalar colours the skin of the emoji before it.
  var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }

  /// Whether the scalar is a half of a flag.
  var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
}
