extension Statement {
  /// Whether it is a blank line or a comment alone.
  package var isBlank: Bool {
    if case .blank = self { true } else { false }
  }
}
