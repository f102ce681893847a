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

/// Whether a text can be run as it is.
package enum KernelCompleteness: Equatable, Sendable {
  /// It can.
  case complete
  /// More lines are needed, which begin with these blanks.
  case incomplete(indent: String)
  /// It can't be made right by more lines.
  case invalid
}

/// A mistake as front ends show it.
package struct KernelMistake: Error, Equatable, Sendable {
  /// Its kind, in a word.
  package var name: String
  /// What is wrong, in a line.
  package var value: String
  /// All that is said of it.
  package var lines: [String]

  /// Makes a mistake.
  package init(name: String, value: String, lines: [String]) {
    (self.name, self.value, self.lines) = (name, value, lines)
  }

  /// What messages say of it.
  var content: JSONValue {
    [
      "ename": .string(name), "evalue": .string(value),
      "traceback": .array(lines.map(JSONValue.string)),
    ]
  }
}

/// How a cell ended.
package struct KernelOutcome: Sendable {
  /// Why it ended before its end; nil where it did not.
  package var mistake: KernelMistake?
  /// Whether the person wants to leave.
  package var leaves = false

  /// Makes an outcome; without arguments all was well.
  package init(mistake: KernelMistake? = nil, leaves: Bool = false) {
    (self.mistake, self.leaves) = (mistake, leaves)
  }
}
