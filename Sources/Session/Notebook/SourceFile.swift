import Language
public import Notebooks

/// A script (`.overfit`) or a notebook (`.md`), cut into the sources of its cells.
public struct SourceFile: Sendable {
  public let path: String
  /// The source of each cell, in order; prose of a notebook comes as notes.
  public let cells: [String]
  /// The notebook, if the file is one.
  public let notebook: Notebook?

  /// Reads a file.
  /// - Throws: `FileError` if it can't be read, `NotebookError` if it is no notebook.
  public init(_ path: String, files: WorkingFolder) throws {
    self.path = path
    let bytes = try files.read(path)
    guard path.hasSuffix(".md") else {
      notebook = nil
      cells = Self.sources(of: bytes)
      return
    }
    let notebook = try Notebook(bytes: bytes, name: path)
    self.notebook = notebook
    cells = notebook.entries.map { entry in
      switch entry {
      case .note(let text): Self.note(text)
      case .cell(let source, _): source
      }
    }
  }

  /// The statements of a script, blank lines and comments left out.
  public static func sources(of bytes: [UInt8]) -> [String] {
    Script(parsing: bytes).statements.filter { !$0.isBlank }.map(\.source)
  }

  /// Prose as the lines of a note.
  private static func note(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "note \($0)" }
      .joined(separator: "\n")
  }
}
