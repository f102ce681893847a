package import Charts
package import Networks

/// What `freeze` and `unfreeze` did: which layers training leaves as they are, or lets learn.
package struct FrozenLayersReport: Report {
  /// The numbers of the layers, from 1.
  package let layers: ClosedRange<Int>
  /// Whether they are frozen now.
  package let isFrozen: Bool
  /// How many parameters the network has, and how many of these training changes.
  package let parameterCount, trainableCount: Int
  /// Whether the optimizer forgot what it remembered.
  package let restartsOptimizer: Bool

  /// Puts together what was done to a network.
  package init(
    _ layers: ClosedRange<Int>, of network: Network, isFrozen: Bool, restartsOptimizer: Bool
  ) {
    self.layers = layers
    self.isFrozen = isFrozen
    parameterCount = network.parameterCount
    trainableCount = network.trainableParameterCount
    self.restartsOptimizer = restartsOptimizer
  }

  package var document: Document {
    var document = Document([.facts(facts)])
    if restartsOptimizer {
      document.blocks.append(
        .text("The next training starts its optimizer anew, for what it trains now."))
    }
    return document
  }

  /// "layers 1 to 2 are frozen · 9 of 33 parameters are trainable"
  private var facts: [Fact] {
    let (first, last) = (layers.lowerBound, layers.upperBound)
    let names = first == last ? "layer \(first)" : "layers \(first) to \(last)"
    let verb =
      switch (isFrozen, first == last) {
      case (true, true): "is frozen"
      case (true, false): "are frozen"
      case (false, true): "learns"
      case (false, false): "learn"
      }
    return [
      Fact(isFrozen ? "frozen" : "unfrozen", .text(names), text: "\(names) \(verb)"),
      Fact(
        "trainable", .count(trainableCount),
        text: "\(NumberText.count(trainableCount)) of \(NumberText.count(parameterCount)) "
          + "parameters are trainable"),
    ]
  }
}
