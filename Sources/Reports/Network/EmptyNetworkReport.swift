package import Charts
package import TensorEngine

/// What `network` did: a network without layers is in hand.
package struct EmptyNetworkReport: Report {
  /// The name by which it is taken up again.
  package let name: String
  /// Whether that name was typed.
  package let isNamed: Bool
  /// The shape of one input, without the batch.
  package let inputShape: Shape

  /// Puts together what was done.
  package init(name: String, isNamed: Bool, inputShape: Shape) {
    self.name = name
    self.isNamed = isNamed
    self.inputShape = inputShape
  }

  /// "empty network small · input 2"
  package var document: Document {
    Document([
      .facts([
        Fact(
          "network", .text(name), text: isNamed ? "empty network \(name)" : "empty network"),
        Fact("input", .text(inputShape.description), text: "input \(inputShape)"),
      ])
    ])
  }
}
