/// A word that may stand at a cursor, and what it means.
package struct Candidate: Hashable, Sendable {
  /// The whole word; the name of an option ends with its equals sign, a function's with its bracket.
  package let text: String
  /// Half a line of help; empty where nothing is known.
  package let meaning: String

  /// Makes it of its parts.
  package init(_ text: String, _ meaning: String = "") {
    self.text = text
    self.meaning = meaning
  }
}
