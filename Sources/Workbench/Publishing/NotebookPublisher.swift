package import Charts

/// A cell with what came of it, for who writes it in another form than a transcript.
package struct ShownCell: Sendable {
  /// What was typed.
  package let source: String
  /// The lines that a transcript has of its output.
  package let lines: [String]
  /// What it shows as values; nil where there are only lines.
  package var document: Document? { makeDocument() }
  /// Whether it is an error.
  package let isError: Bool
  private let makeDocument: @Sendable () -> Document?

  /// Makes a cell; without a document its output is shown by its lines.
  ///
  /// - Parameter document: Made anew whenever it is asked for: few of them ever are.
  package init(
    source: String, lines: [String],
    document: @autoclosure @escaping @Sendable () -> Document? = nil, isError: Bool = false
  ) {
    self.source = source
    self.lines = lines
    makeDocument = document
    self.isError = isError
  }
}

/// Writes notebooks in other forms than Markdown, each of which is told by the ending of its file. It is
/// handed to a session as a value.
package struct NotebookPublisher: Sendable {
  /// The endings, without the point: "html".
  package let endings: [String]
  /// What a file of an ending holds.
  ///
  /// - Parameters:
  ///   - markdown: The notebook.
  ///   - cells: The cells that were run; what stands beside them in the notebook has no values.
  ///   - ending: One of ``endings``.
  package let bytes:
    @Sendable (_ markdown: String, _ cells: [ShownCell], _ ending: String) -> [UInt8]

  /// Makes a publisher of its forms.
  package init(
    endings: [String],
    bytes:
      @escaping @Sendable (_ markdown: String, _ cells: [ShownCell], _ ending: String)
      -> [UInt8]
  ) {
    self.endings = endings
    self.bytes = bytes
  }

  /// The ending of a path that is one of them; nil for any other one.
  package func ending(of path: String) -> String? {
    endings.first { ending in
      path.hasSuffix(".\(ending)") && !path.hasSuffix("/.\(ending)") && path != ".\(ending)"
    }
  }
}
