/// A piece of a notebook. Every line of the file that is not empty is in one of them,
/// or in the front matter.
package enum NotebookBlock: Sendable, Equatable {
  case prose(Prose)
  case cells(CellBlock)
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
