/// Why a file is not a notebook.
public struct NotebookError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's name, as the reader was given it.
  public var file: String
  /// The line at fault, counted from 1.
  public var line: Int
  /// What was found, and what was expected.
  public var problem: String
  /// What usually helps.
  public var hint: String?

  public init(file: String, line: Int, problem: String, hint: String? = nil) {
    self.file = file
    self.line = line
    self.problem = problem
    self.hint = hint
  }

  /// `lessons/03-dropout.md:12: an output stands before the first input`
  public var description: String { "\(PrintableText.escaped(file)):\(line): \(problem)" }
}
