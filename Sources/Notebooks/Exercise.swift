/// A fenced `exercise NAME` block: what the student shall reach, what helps, and one way there.
package struct Exercise: Sendable, Equatable {
  /// A line of the exercise with its place in the file.
  package struct Line: Sendable, Equatable {
    /// The text behind `check` or `hint`.
    package let text: String
    /// The line of the file, counted from 1.
    package let line: Int
  }

  /// The name that progress is kept under; no other exercise of the notebook has it.
  package let name: String
  /// The conditions that a solution meets, as the `check` command takes them; at least one.
  package let checks: [Line]
  /// The hints from the gentlest to the plainest, in Markdown.
  package let hints: [Line]
  /// The inputs of the model solution, at least one. They have no outputs: that they pass the
  /// checks is what is expected of them.
  package let solution: [NotebookCell]
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  package let lines: ClosedRange<Int>
}
