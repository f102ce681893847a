extension Unicode.Scalar {
  /// Whether a terminal, or the eye, may obey the scalar instead of being shown it.
  ///
  /// A stranger's text must not drive the terminal, nor read otherwise than it is. That is true of
  /// control characters (C0, DEL and C1: every escape sequence begins with one), of format
  /// characters (marks, embeddings and isolates that turn the direction of the text, invisible
  /// operators, interlinear annotations, tags, the soft hyphen), of line and paragraph separators,
  /// noncharacters, and of unassigned code points, which nobody can read and where Unicode may put
  /// further ones of these.
  ///
  /// The joiners U+200C and U+200D stay, with which emoji and some scripts are written; so do
  /// marks, variation selectors, private characters, and what is kept for emoji to come.
  ///
  /// **Source**: Unicode 15.0.0, general categories Cc, Cf, Zl, Zp and Cn.
  package var isObeyed: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD: false
    default:
      ScalarRanges.obeyed.contains(self) || ScalarRanges.unassigned.contains(self)
    }
  }
}
