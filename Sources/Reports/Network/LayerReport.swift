package import Charts
package import Networks
import TensorEngine

/// What `add`, `insert` and `replace` did: the layer that is there now.
package struct LayerReport: Report {
  /// The layer, as it stands in the network.
  package let layer: LayerSummary
  /// Whether there are layers that have learned something, which stays.
  package let hasLearned: Bool
  /// Its parameters that stay as they were learned in the layer before it, though it says that they
  /// begin otherwise.
  package var keptBeginnings: [String] = []

  /// Puts together what was done.
  package init(_ layer: LayerSummary, hasLearned: Bool) {
    self.layer = layer
    self.hasLearned = hasLearned
  }

  package var document: Document {
    var document = Document([.facts(facts)])
    if !keptBeginnings.isEmpty {
      let names = keptBeginnings.joined(separator: " and ")
      document.blocks.append(
        .text("Its \(names) stays as it was learned: how it begins counts for initialize."))
    }
    if hasLearned {
      document.blocks.append(
        .text("What the other layers learned stays; initialize draws all weights anew."))
    }
    return document
  }

  /// "#1 dense 8 tanh · 2 -> 8 · 24 parameters"
  private var facts: [Fact] {
    let shapes = "\(layer.inputShape) -> \(layer.outputShape)"
    var facts = [
      Fact("layer", .text(layer.text), text: "#\(layer.number) \(layer.text)"),
      Fact("shape", .text(shapes), text: shapes),
      NetworkFigures.parameters(layer.parameterCount),
    ]
    if layer.trainableCount != layer.parameterCount {
      facts.append(
        Fact(
          "trainable", .count(layer.trainableCount),
          text: "\(NumberText.count(layer.trainableCount)) of them trainable"))
    }
    return facts
  }
}
