package import Charts

/// What came of a cell, for who writes it in another form than a transcript.
package struct ShownOutput: Sendable {
  /// The lines that a transcript has of it.
  package let lines: [String]
  /// What it shows as values; nil where there are only lines.
  package let document: Document?
  /// Whether it is an error.
  package let isError: Bool

  /// Makes an output; without a document it is shown by its lines.
  package init(lines: [String], document: Document? = nil, isError: Bool = false) {
    self.lines = lines
    self.document = document
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
  ///   - outputs: What came of each of its cells.
  ///   - ending: One of ``endings``.
  package let bytes:
    @Sendable (_ markdown: String, _ outputs: [ShownOutput], _ ending: String) -> [UInt8]

  /// Makes a publisher of its forms.
  package init(
    endings: [String],
    bytes:
      @escaping @Sendable (_ markdown: String, _ outputs: [ShownOutput], _ ending: String)
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
