package import Language
import Notebooks
import TensorEngine
package import Workbench

/// A script (`.overfit`) or a notebook (`.md`), cut into the sources of its cells.
package struct SourceFile: Sendable {
  /// About how many bytes the tree of a source takes for each of the source's.
  static let bytesPerByte = 100

  /// Asks for the memory that reading a file takes.
  ///
  /// - Throws: `FileError` where it is more than a session has.
  package static func requireMemory(reading bytes: Int, of path: String) throws(FileError) {
    let budget = MemoryBudget(limit: MemoryBudget.usual)
    do throws(MemoryShortage) {
      try budget.require(
        MemoryBudget.bytes(of: UInt8.self, bytes, bytesPerByte), for: .text)
    } catch {
      throw FileError(path: path, problem: Wording.text(of: error))
    }
  }

  /// The path as it was given.
  package let path: String
  /// A cell as it was read, and the output that a notebook has for it; `nil` in a script.
  package typealias ReadCell = (script: Script, output: [String]?)

  /// The cells, in order; prose of a notebook comes as notes.
  package let cells: [ReadCell]
  /// What a replay runs: the cells, and the solutions of exercises in their places.
  package let played: [ReadCell]
  /// The same as the notebook has it; none in a script.
  let entries: [PlayedEntry]
  /// Whether there are solutions among them.
  package let hasSolutions: Bool
  /// The seed that a notebook runs from: the one it names, or 0; `nil` in a script.
  package let seed: UInt64?
  /// The notebook; nil for a script.
  let notebook: Notebook?
  /// Tells the file's content from another one.
  let digest: UInt64

  /// Reads a file; `forms` tells what the verbs of a script take.
  /// - Throws: `FileError` if it can't be read, `NotebookError` if it is no notebook.
  init(_ path: String, files: WorkingFolder, forms: CommandForms) throws {
    self.path = path
    let bytes = try files.read(path)
    try Self.requireMemory(reading: bytes.count, of: path)
    digest = ContentMark.of(bytes)
    guard path.hasSuffix(".md") else {
      cells = Self.script(of: bytes, forms).cells(forms).map { ($0, nil) }
      (played, entries, hasSolutions) = (cells, [], false)
      seed = nil
      notebook = nil
      return
    }
    let notebook = try Notebook(bytes: bytes, name: path)
    self.notebook = notebook
    seed = notebook.frontMatter.seed ?? 0
    let entries = notebook.played
    let played = entries.map { Self.read($0.entry, forms) }
    let hasSolutions = entries.contains(where: \.isSolution)
    (self.played, self.entries, self.hasSolutions) = (played, entries, hasSolutions)
    cells =
      hasSolutions
      ? entries.indices.filter { !entries[$0].isSolution }.map { played[$0] } : played
  }

  private static func read(_ entry: NotebookEntry, _ forms: CommandForms) -> ReadCell {
    switch entry {
    case .note(let text): (Script(parsing: Self.note(text), forms: forms), nil)
    case .cell(let source, let output): (Script(parsing: source, forms: forms), output)
    }
  }

  /// A script, without the byte-order mark that some editors put before it.
  private static func script(of bytes: [UInt8], _ forms: CommandForms) -> Script {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return Script(parsing: hasMark ? Array(bytes.dropFirst(3)) : bytes, forms: forms)
  }

  /// Prose as the lines of a note.
  static func note(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "note \($0)" }
      .joined(separator: "\n")
  }
}
