package import Charts
package import Networks

/// What `remove` did: the layer that is out.
package struct RemovedLayerReport: Report {
  /// The layer, as it stood in the network.
  package let layer: LayerSummary

  /// Puts together what was done.
  package init(_ layer: LayerSummary) {
    self.layer = layer
  }

  /// "#2 dropout 0.3 is out"
  package var document: Document {
    Document([
      .facts([
        Fact("removed", .count(layer.number), text: "#\(layer.number) \(layer.text) is out")
      ])
    ])
  }
}
