package import Charts

/// What a command found out, as a value. Its document, its JSON and what `why` says of it are made
/// from that value, and nothing reads them back.
package protocol Report: Sendable {
  /// What is shown: text, tables and pictures.
  var document: Document { get }

  /// What `why` says of it beyond what it reads off the pictures and tables themselves.
  var explanation: Explanation { get }

  /// How many conditions it was to check and found not to hold.
  var failedChecks: Int { get }
}

extension Report {
  package var explanation: Explanation { Explanation() }
  package var failedChecks: Int { 0 }
}
