/// A file that could not be read or written, and why, in plain words.
package struct FileError: Error, Equatable, Sendable {
  /// The path as the student wrote it.
  package let path: String
  /// What went wrong, without the path: "there is no such file".
  package let problem: String

  /// What can be done about it; nil where that goes without saying.
  package let hint: String?

  /// Whether nothing is wrong with the file, but the work was called off.
  package let isInterruption: Bool

  /// Makes an error about the file at `path`.
  package init(
    path: String, problem: String, hint: String? = nil, isInterruption: Bool = false
  ) {
    self.path = path
    self.problem = problem
    self.hint = hint
    self.isInterruption = isInterruption
  }

  /// Reading or writing was called off.
  static func interrupted(_ path: String) -> FileError {
    FileError(path: path, problem: Wording.interruption, isInterruption: true)
  }
}
