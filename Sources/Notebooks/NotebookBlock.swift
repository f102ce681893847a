/// A piece of a notebook. Every line of the file that is not empty is in one of them,
/// or in the front matter.
package enum NotebookBlock: Sendable, Equatable {
  /// Markdown that is shown and never run.
  case prose(Prose)
  /// A fenced `overfit` block: inputs with the outputs expected of them.
  case cells(CellBlock)
  /// A task for the student, with what checks it.
  case exercise(Exercise)

  /// The lines of the file, counted from 1.
  package var lines: ClosedRange<Int> {
    switch self {
    case .prose(let prose): prose.lines
    case .cells(let block): block.lines
    case .exercise(let exercise): exercise.lines
    }
  }
}
