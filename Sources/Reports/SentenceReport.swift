package import Charts

/// What a command says that found out no numbers: sentences, or nothing at all.
package struct SentenceReport: Report {
  /// The sentences; none where there is nothing to say.
  package let sentences: [String]

  /// Keeps what is said.
  package init(_ sentences: String...) {
    self.sentences = sentences
  }

  package var document: Document { Document(sentences.map { .text($0) }) }
}
