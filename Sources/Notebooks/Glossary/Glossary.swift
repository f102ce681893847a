/// The terms that lessons use: `explain TERM` reads from here.
package enum Glossary {
  /// One term: a sentence, its formula if it has one, and a command to try.
  package struct Entry: Sendable {
    /// The term, as lessons write it.
    package let term: String
    /// What it is called elsewhere.
    var alsoCalled: [String] = []
    /// What it is, in a sentence or two.
    package let sentence: String
    /// How it is reckoned; nil where there is nothing to reckon.
    package var formula: String?
    /// A line to try.
    package let command: String

    /// All names under which the term is found.
    package var names: [String] { [term] + alsoCalled }
  }

  /// Every entry, in the order of the alphabet.
  package static let entries: [Entry] =
    (dataEntries + networkEntries + trainingEntries + judgingEntries
    + measuringEntries + optimizerEntries + layerEntries + imageEntries + studyEntries
    + searchEntries + searchPictureEntries + courseEntries + pictureEntries + preparingEntries
    + practiceEntries)
    .sorted { $0.term < $1.term }

  /// The entry of a term by any of its names; case and hyphens don't matter.
  package static func entry(for name: String) -> Entry? {
    let wanted = folded(name)
    return entries.first { $0.names.contains { folded($0) == wanted } }
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: " ")
  }
}
