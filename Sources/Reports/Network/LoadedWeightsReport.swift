package import Charts

/// What `load weights` read into the network in hand.
package struct LoadedWeightsReport: Report {
  /// The path of the file.
  package let path: String
  /// How many numbers were read.
  package let parameters: Int
  /// Whether there were epochs, which told of the old weights.
  package let forgetsHistory: Bool

  /// Puts together what was read.
  package init(from path: String, parameters: Int, forgetsHistory: Bool) {
    self.path = path
    self.parameters = parameters
    self.forgetsHistory = forgetsHistory
  }

  package var document: Document {
    var document = Document([
      .facts([
        Fact("file", .text(path), text: "loaded from \(path)"),
        NetworkFigures.parameters(parameters),
      ])
    ])
    if forgetsHistory {
      document.blocks.append(
        .text("The epochs of the old weights are forgotten; these begin at epoch 1."))
    }
    return document
  }
}
