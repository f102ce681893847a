/// A fenced `exercise NAME` block: what the student shall reach, what helps, and one way there.
public struct Exercise: Sendable, Equatable {
  /// A line of the exercise with its place in the file.
  public struct Line: Sendable, Equatable {
    /// The text behind `check` or `hint`.
    public let text: String
    /// The line of the file, counted from 1.
    public let line: Int
  }

  /// The name that progress is kept under; no other exercise of the notebook has it.
  public let name: String
  /// The conditions that a solution meets, as the `check` command takes them; at least one.
  public let checks: [Line]
  /// The hints from the gentlest to the plainest, in Markdown.
  public let hints: [Line]
  /// The inputs of the model solution, at least one. They have no outputs: that they pass the
  /// checks is what is expected of them.
  public let solution: [NotebookCell]
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  public let lines: ClosedRange<Int>
}
