import TerminalText

/// A notebook file: Markdown for people, with fenced `overfit` blocks that hold inputs and what
/// they print. The rules of the format stand at `NotebookReader`.
///
/// ```
/// let notebook = try Notebook(bytes: bytes, name: "lessons/01-circles.md")
/// let outputs = notebook.cells.map { run($0.source) }
/// print(notebook.differences(from: outputs))          // a replay
/// write(notebook.replacingOutputs(outputs))           // an update
/// ```
package struct Notebook: Sendable {
  /// The file's name, as errors and differences show it.
  package let name: String
  /// The file, to the byte.
  package let text: String
  /// What stands before the prose.
  package let frontMatter: FrontMatter
  /// What the notebook is called, as it can be shown on a terminal.
  package let title: String
  /// All pieces, in the order of the file.
  package let blocks: [NotebookBlock]

  /// Reads a notebook.
  /// - Throws: `NotebookError` where the text breaks a rule of the format.
  package init(text: String, name: String) throws(NotebookError) {
    let reader = try NotebookReader(text: text, file: name)
    self.name = name
    self.text = text
    frontMatter = reader.frontMatter
    title = (reader.frontMatter.title ?? reader.heading ?? name).cleaned(.prose)
    blocks = reader.blocks
  }

  /// Reads a notebook from the bytes of its file.
  /// - Throws: `NotebookError`, also when the bytes are not UTF-8: a repaired text could not be
  ///   written back as it was.
  package init(bytes: [UInt8], name: String) throws(NotebookError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .firstIndex { String(validating: $0, as: UTF8.self) == nil }
      throw NotebookError(
        file: name, line: (line ?? 0) + 1, problem: "the file is not text in UTF-8",
        hint: "save it as UTF-8 in your editor")
    }
    try self.init(text: text, name: name)
  }

  /// The cells of all cell blocks, in the order of the file. Solutions of steps are not in it.
  package var cells: [NotebookCell] {
    blocks.flatMap { block -> [NotebookCell] in
      guard case .cells(let block) = block else { return [] }
      return block.cells
    }
  }
}
