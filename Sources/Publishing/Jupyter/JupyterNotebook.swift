import Charts
import JSON
import Notebooks
import TerminalText
import Workbench

/// A notebook as Jupyter has it, nbformat 4.5, with its outputs: text, and pictures as SVG besides.
///
/// The inputs of a solution are cells too, since the cells behind it go on from there; and so is the seed
/// that a notebook names.
package struct JupyterNotebook {
  /// The file.
  package let text: String

  /// Makes the file.
  ///
  /// - Parameter tellsAnswers: Whether answers and hints are told; solutions are, for cells need them.
  package init(_ played: PlayedNotebook, tellsAnswers: Bool = true) {
    var cells = JupyterCells(played, tellsAnswers: tellsAnswers)
    cells.addAll()
    let kernel = JSONValue.object([
      .init("display_name", .string("Overfit")), .init("language", .string("overfit")),
      .init("name", .string("overfit")),
    ])
    let language = JSONValue.object([
      .init("file_extension", .string(".overfit")), .init("mimetype", .string("text/x-overfit")),
      .init("name", .string("overfit")),
    ])
    let metadata = JSONValue.object([
      .init("kernelspec", kernel), .init("language_info", language),
      .init("title", .string(played.notebook.title.cleaned(.label))),
    ])
    let list = cells.cells.map { "  \($0.text)" }.joined(separator: ",\n")
    text =
      "{\n \"cells\": [\n\(list)\n ],\n \"metadata\": \(metadata.text),\n \"nbformat\": 4,\n"
      + " \"nbformat_minor\": 5\n}\n"
  }
}
