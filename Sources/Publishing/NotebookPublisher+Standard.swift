import Notebooks
package import Workbench

/// The forms in which a notebook is published.
package enum PublishedForm: String, CaseIterable, Sendable {
  /// A page that a browser shows.
  case html
  /// A notebook of Jupyter.
  case ipynb
  /// The notebook as it is, with fresh outputs.
  case markdown

  /// The ending of its files.
  package var ending: String {
    switch self {
    case .html: "html"
    case .ipynb: "ipynb"
    case .markdown: "md"
    }
  }

  /// A notebook in this form, alone.
  ///
  /// - Parameter tellsAnswers: Whether answers are told; a class that counts answers does not.
  package func text(of played: PlayedNotebook, tellsAnswers: Bool = true) -> String {
    switch self {
    case .html: NotebookPage(played, tellsAnswers: tellsAnswers).text
    case .ipynb: JupyterNotebook(played, tellsAnswers: tellsAnswers).text
    case .markdown: played.notebook.replacingOutputs(played.outputs.map(\.lines))
    }
  }
}

extension NotebookPublisher {
  /// What `save` writes beside Markdown: pages, and notebooks of Jupyter.
  package static let standard = NotebookPublisher(
    endings: [PublishedForm.html.ending, PublishedForm.ipynb.ending]
  ) { markdown, cells, ending in
    guard let notebook = try? Notebook(text: markdown, name: "notebook.md") else {
      return Array(markdown.utf8)
    }
    let form = PublishedForm.allCases.first { $0.ending == ending } ?? .html
    return Array(form.text(of: PlayedNotebook(notebook, of: cells)).utf8)
  }
}
