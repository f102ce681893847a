/// A piece of a notebook. Every line of the file that is not empty is in one of them,
/// or in the front matter.
package enum NotebookBlock: Sendable {
  /// Markdown that is shown and never run.
  case prose(Prose)
  /// A fenced `overfit` block: inputs with the outputs expected of them.
  case cells(CellBlock)
  /// What a lesson treats in a way of its own, such as an exercise.
  case step(any LessonStep)

  /// The lines of the file, counted from 1.
  package var lines: ClosedRange<Int> {
    switch self {
    case .prose(let prose): prose.lines
    case .cells(let block): block.lines
    case .step(let step): step.lines
    }
  }
}
