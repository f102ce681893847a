extension Unicode.Scalar {
  /// Whether a terminal, or the eye, may obey the scalar instead of being shown it.
  ///
  /// A stranger's text must not drive the terminal, nor read otherwise than it is. That is true of
  /// control characters (C0, DEL and C1: every escape sequence begins with one), of format
  /// characters (marks, embeddings and isolates that turn the direction of the text, invisible
  /// operators, interlinear annotations, tags, the soft hyphen), of line and paragraph separators,
  /// noncharacters, and of the code points where Unicode will put further ones of these.
  ///
  /// The joiners U+200C and U+200D stay, with which emoji and some scripts are written; so do
  /// marks, variation selectors, private and other unassigned characters.
  ///
  /// **Source**: Unicode 15.0.0, general categories Cc, Cf, Zl and Zp, Noncharacter_Code_Point, and
  /// unassigned Default_Ignorable_Code_Point.
  package var isObeyed: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD: false
    default: ScalarRanges.obeyed.contains(self)
    }
  }
}
