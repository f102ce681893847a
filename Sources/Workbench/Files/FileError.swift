/// A file that could not be read or written, and why, in plain words.
package struct FileError: Error, Equatable, Sendable {
  /// The path as the student wrote it.
  package let path: String
  /// What went wrong, without the path: "there is no such file".
  package let problem: String

  /// Makes an error about the file at `path`.
  package init(path: String, problem: String) {
    self.path = path
    self.problem = problem
  }
}
