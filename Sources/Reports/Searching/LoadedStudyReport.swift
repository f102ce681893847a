package import Charts
package import Workbench

/// What `load study` read. It does not tell how many trials a study of our own has: `resume study`
/// goes on with them in the same file, and a replay reads what stands there by then.
package struct LoadedStudyReport: Report {
  private let hand: StudyInHand
  private let name: String
  private let path: String
  private let notes: [String]

  /// Tells of a study.
  ///
  /// - Parameter notes: What should be known of one that another program began, a sentence each.
  package init(_ hand: StudyInHand, named name: String, from path: String, notes: [String] = []) {
    self.hand = hand
    self.name = name
    self.path = path
    self.notes = notes
  }

  package var document: Document {
    let facts: Block = .facts([
      Fact("study", .text(name), text: "study \(name)"),
      Fact("file", .text(path), text: "loaded from \(path)"),
    ])
    let lines = hand.lines.map { Block.text($0.text) }
    let next =
      hand.lines.isEmpty
      ? "show study lists its trials; search manual and search local go on with them"
      : "resume study goes on with what is left of it; show study lists its trials"
    return Document([facts] + lines + notes.map { .text($0) } + [.text(next)])
  }

  package var explanation: Explanation { Explanation(terms: ["trial"]) }
}
