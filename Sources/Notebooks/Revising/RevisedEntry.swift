/// An entry of a notebook that is written back into its file.
package enum RevisedEntry: Sendable, Equatable {
  /// It stands in the place of the file's entry of this index among those that are played. The input
  /// of a solution stays as it is, whatever it printed.
  case old(Int, NotebookEntry)
  /// It is new, and stands behind the one above it.
  case new(NotebookEntry)

  /// The entry as it is to stand there.
  package var entry: NotebookEntry {
    switch self {
    case .old(_, let entry), .new(let entry): entry
    }
  }
}
