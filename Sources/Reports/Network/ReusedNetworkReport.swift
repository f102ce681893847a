package import Charts
package import Networks
package import TensorEngine
import Workbench

/// What `network … from=` did: a network is in hand that begins with layers of another.
package struct ReusedNetworkReport: Report {
  /// How large it is.
  package let figures: NetworkFigures
  /// The name of the network that its layers come from.
  package let source: String
  /// For how many epochs that had been trained; 0 for a network that has not learned.
  package let epochs: Int
  /// The data that it learned from; nil where nobody knows.
  package let data: String?
  /// Whether what its layers learned is in them.
  package let isTrained: Bool
  /// The layers that were left behind, in order.
  package let dropped: [LayerSummary]
  /// The shape of one output, without the batch.
  package let outputShape: Shape
  /// What a student should know before going on with it, a sentence each.
  package let notes: [String]

  /// Of the layers that were left behind, so many are named.
  private static let shownLayers = 2

  /// Puts together what was done.
  package init(
    _ network: Network, from source: Network, dropping count: Int, learnedFrom data: String?,
    notes: [String]
  ) {
    epochs = source.training.epochs
    isTrained = source.parameters.contains { $0.isLearned }
    self.data = data
    figures = NetworkFigures(of: network)
    self.source = source.name
    dropped = source.summaries.suffix(count)
    outputShape = network.outputShape
    self.notes = notes
  }

  package var document: Document { Document([.facts(facts)] + notes.map { .text($0) }) }

  /// "trained for 20 epochs on circles", "trained", "not trained"
  private var trained: String {
    guard isTrained else { return "not trained" }
    return "trained" + (epochs > 0 ? " for \(Wording.count(epochs, "epoch"))" : "")
      + (data.map { " on \($0)" } ?? "")
  }

  /// "network upper · 3 layers of lower · without #4 dense 5 softmax · 33 parameters · output 8"
  private var facts: [Fact] {
    var facts = [
      figures.title,
      Fact(
        "layers", .count(figures.layers),
        text: "\(Wording.count(figures.layers, "layer")) of \(source)"),
    ]
    if !dropped.isEmpty {
      let shown = dropped.prefix(Self.shownLayers).map { "#\($0.number) \($0.text)" }
      let rest = dropped.count - shown.count
      facts.append(
        Fact(
          "dropped", .count(dropped.count),
          text: "without \(shown.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : "")))
    }
    return facts + [
      Fact("trained", .flag(isTrained), text: trained),
      NetworkFigures.parameters(figures.parameters),
      Fact("output", .text(outputShape.description), text: "output \(outputShape)"),
    ]
  }
}
