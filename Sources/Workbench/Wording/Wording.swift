import Charts
package import Language

/// The sentences that several commands share. Facts come from the rooms below; the words for a
/// student are made here.
package enum Wording {
  /// A network without epochs where they are needed.
  package static func untrained(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "the network has not been trained yet", at: range, hints: ["train epochs=100 trains it"])
  }

  /// What is said of a word that is the name of nothing.
  package static func nothing(called name: String) -> String { "nothing is called \"\(name)\"" }

  /// "did you mean: relu", or `nil` if nothing is near.
  package static func suggestion(for word: String, among known: [String]) -> [String]? {
    let nearest = near(word, among: known)
    return nearest.isEmpty ? nil : ["did you mean: \(nearest.joined(separator: ", "))"]
  }

  /// The nearest words; a number is no misspelled one.
  private static func near(_ word: String, among known: [String]) -> [String] {
    word.contains(where: \.isLetter) ? Spelling.nearest(word, among: known) : []
  }

  /// The first twelve words: "relu, tanh, …".
  package static func firstTwelve(of words: [String]) -> String {
    words.prefix(12).joined(separator: ", ") + (words.count > 12 ? ", …" : "")
  }

  /// An unknown word where one of a few is expected.
  package static func unknownWord(
    _ word: String, what: String, among words: [String], at range: SourceRange
  ) -> Diagnostic {
    let nearest = near(word, among: words)
    guard !nearest.isEmpty else {
      return Diagnostic(
        "\"\(word)\" is not \(article(of: what)) \(what)", at: range,
        hints: ["there are: \(firstTwelve(of: words))"])
    }
    let others = words.filter { !nearest.contains($0) }.prefix(6)
    let also = others.isEmpty ? "" : "   (also: \(others.joined(separator: ", ")))"
    return Diagnostic(
      "no \(what) is called \"\(word)\"", at: range,
      hints: ["did you mean: \(nearest.joined(separator: ", "))\(also)"])
  }

  /// The word that other tools write with capitals, or without the lines between its parts: `ReLU`,
  /// `HeNormal`; nil for one that is none.
  package static func ownSpelling(of word: String, among words: [String]) -> String? {
    let plain = { (word: String) in word.lowercased().replacing("_", with: "") }
    let same = words.filter { plain($0) == plain(word) }
    return same.count == 1 ? same[0] : nil
  }

  /// What students bring from other tools, and what it is called here.
  package static let otherTools: [String: String] = [
    "fit": "train", "compile": "train", "summary": "show network", "exit": "quit", "bye": "quit",
    "model": "network", "score": "evaluate", "history": "show history", "load_data": "data",
    "training": "train", "continue": "train", "resume": "train",
    "new": "network", "create": "network", "begin": "network", "build": "network",
    "read": "data csv", "read_csv": "data csv", "open": "data csv", "csv": "data csv",
    "train_test_split": "split", "normalize": "scale", "standardize": "scale",
    "params": "show network",
    "parameters": "show network", "count": "show network", "architecture": "show network",
    "confusion_matrix": "plot confusion", "list": "cells", "echo": "print", "back": "undo",
    "q": "quit", "assert": "check", "dataset": "data", "test": "evaluate test",
    "logout": "quit", "leave": "quit", "close": "quit", "draw": "plot", "export": "save",
    "validate": "evaluate", "eval": "evaluate", "drop": "remove",
  ]

  /// "an activation", "a layer".
  package static func article(of noun: String) -> String {
    noun.first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }

  /// Something about confidence, asked of a network that gives no probabilities.
  package static func noProbabilities(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "\(what) needs probabilities, and the last layer gives none", at: range,
      hints: ["a last layer with sigmoid or softmax gives them"])
  }

  /// "1 layer", "2 layers"; a plural that is not the noun and an s is given.
  package static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(NumberText.count(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
