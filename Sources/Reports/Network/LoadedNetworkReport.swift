package import Charts

/// What `load network` read.
package struct LoadedNetworkReport: Report {
  /// The path of the file.
  package let path: String
  /// How large the network is, and how long it has been trained.
  package let figures: NetworkFigures
  /// What a student should know before going on with it, a sentence each.
  package let notes: [String]

  /// Puts together what was read.
  package init(_ figures: NetworkFigures, from path: String, notes: [String]) {
    self.path = path
    self.figures = figures
    self.notes = notes
  }

  package var document: Document {
    let file = Fact("file", .text(path), text: "loaded from \(path)")
    return Document([.facts([file] + figures.facts)] + notes.map { .text($0) })
  }
}
