package import Charts

/// What `use` did: another network is in hand.
package struct UsedNetworkReport: Report {
  /// How large it is.
  package let figures: NetworkFigures

  /// Puts together what was done.
  package init(_ figures: NetworkFigures) {
    self.figures = figures
  }

  /// "network small · 2 layers · 33 parameters"
  package var document: Document {
    let title = Fact("network", .text(figures.name), text: "network \(figures.name)")
    return Document([.facts([title] + figures.size)])
  }
}
