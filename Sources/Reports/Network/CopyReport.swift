package import Charts

/// What `copy` did: the network in hand is a copy of the one that was.
package struct CopyReport: Report {
  /// How large the copy is, and how long it has been trained.
  package let figures: NetworkFigures
  /// The name of the network that it is a copy of.
  package let original: String
  /// Whether there was a network of this name, whose place it takes.
  package let replaces: Bool

  /// Puts together what was done.
  package init(_ figures: NetworkFigures, of original: String, replaces: Bool) {
    self.figures = figures
    self.original = original
    self.replaces = replaces
  }

  /// "network tuned · a copy of network · 2 layers · 33 parameters · 20 epochs"
  package var document: Document {
    var facts = figures.facts
    facts.insert(Fact("copied", .text(original), text: "a copy of \(original)"), at: 1)
    if replaces {
      facts.append(
        Fact(
          "replaced", .flag(true), text: "in the place of the \(figures.name) made before"))
    }
    return Document([.facts(facts)])
  }
}
