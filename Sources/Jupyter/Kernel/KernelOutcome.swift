/// How a cell ended.
package struct KernelOutcome: Sendable {
  /// Why it ended before its end; nil where it did not.
  package var mistake: KernelMistake?
  /// Whether the person wants to leave.
  package var leaves = false

  /// Makes an outcome; without arguments all was well.
  package init(mistake: KernelMistake? = nil, leaves: Bool = false) {
    (self.mistake, self.leaves) = (mistake, leaves)
  }
}
