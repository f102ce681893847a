package import JSON

/// What a kernel speaks for: a language, and a session in it.
package protocol KernelLanguage {
  /// What `kernel_info_reply` says of it.
  var information: JSONValue { get }

  /// Runs what stands in a cell of a front end, and shows what comes of it.
  mutating func run(_ code: String, _ desk: KernelDesk) -> KernelOutcome

  /// What an expression is worth now, as a bundle of forms; nothing becomes of it.
  func value(of expression: String) -> Result<JSONValue, KernelMistake>

  /// The words that may stand at an offset in UTF-8, and where the word begins that they replace.
  func completions(of code: String, at offset: Int) -> (words: [String], start: Int)

  /// What help says of the word at an offset in UTF-8; nil for nothing.
  func help(on code: String, at offset: Int) -> String?

  /// Whether a text can be run as it is.
  func completeness(of code: String) -> KernelCompleteness
}
