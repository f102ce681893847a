extension Character {
  /// The columns that the character takes on a terminal.
  ///
  /// They are the columns of its scalars together: 2 for East Asian wide characters and emoji, 0
  /// for marks, 1 for the rest. What terminals draw as one picture counts once:
  ///
  /// - an emoji with a skin tone, or several joined by U+200D, as much as the widest of its parts;
  /// - a flag, of two regional indicators, 2, as is one indicator alone;
  /// - an emoji before U+FE0F, and a keycap such as 1 U+FE0F U+20E3, 2; before another character
  ///   U+FE0F counts nothing. U+FE0E counts nothing either, and narrows nothing: few terminals do.
  ///
  /// A mark or a joiner with nothing before it takes 0 columns. A control character counts 1, as
  /// the sign that stands for it once it is cleaned, and so does a tab, whose columns depend on its
  /// place; the line's end U+000D U+000A, one character, counts 2.
  ///
  /// **Source**: Unicode Standard Annex 11 and Unicode Technical Standard 51, Unicode 15.0.0.
  package var columns: Int { isASCII ? utf8.count : pictures }

  /// The columns of what is drawn apart, scalar by scalar.
  private var pictures: Int {
    var total = 0
    // The scalar that begins the last picture, and the columns of that picture.
    var base: Unicode.Scalar = " "
    var columns = 0
    var isJoined = false
    for scalar in unicodeScalars {
      let own = scalar.columns
      if scalar == "\u{FE0F}" {
        if base.isEmojiBase { columns = 2 }
      } else if scalar == "\u{200D}" {
        isJoined = true
      } else if own > 0 {
        if isJoined && scalar.isEmojiBase || scalar.belongs(to: base) {
          columns = max(columns, own)
        } else {
          total += columns
          (base, columns) = (scalar, own)
        }
        isJoined = false
      }
    }
    return total + columns
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is drawn within the picture of the one before it.
  fileprivate func belongs(to base: Unicode.Scalar) -> Bool {
    if isSkinTone { return base.value >= 0x80 && base.isEmojiBase }
    return isRegionalIndicator && base.isRegionalIndicator
  }
}
