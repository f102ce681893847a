/// A file that could not be read or written, and why, in plain words.
package struct FileError: Error, Equatable, Sendable {
  /// The path as the student wrote it.
  package let path: String
  /// What went wrong, without the path: "there is no such file".
  package let problem: String

  /// What can be done about it; nil where that goes without saying.
  package let hint: String?

  /// Makes an error about the file at `path`.
  package init(path: String, problem: String, hint: String? = nil) {
    self.path = path
    self.problem = problem
    self.hint = hint
  }
}
