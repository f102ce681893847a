import TerminalText

/// Why a file is not a notebook.
package struct NotebookError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's name, as the reader was given it.
  package var file: String
  /// The line at fault, counted from 1.
  package var line: Int
  /// What was found, and what was expected.
  package var problem: String
  /// What usually helps.
  package var hint: String?

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - file: The file's name, as the reader was given it.
  ///   - line: The line at fault, counted from 1.
  ///   - problem: What was found, and what was expected, as a sentence without a capital or a full
  ///     stop.
  ///   - hint: What usually helps; nil if nothing is known to.
  package init(file: String, line: Int, problem: String, hint: String? = nil) {
    self.file = file
    self.line = line
    self.problem = problem
    self.hint = hint
  }

  /// `lessons/03-dropout.md:12: an output stands before the first input`
  package var description: String { "\(file.cleaned(.quoted)):\(line): \(problem)" }
}
