package import Charts
import Workbench

/// What `set weights` and `set bias` did: the parameter of a layer has other numbers.
package struct SetParameterReport: Report {
  /// What was set, as it is typed: "weights" or "bias".
  package let name: String
  /// The number of the layer, from 1.
  package let layer: Int
  /// How many numbers it has.
  package let elements: Int

  /// Puts together what was done.
  package init(_ name: String, ofLayer layer: Int, elements: Int) {
    self.name = name
    self.layer = layer
    self.elements = elements
  }

  /// "weights of layer 1 set · 16 numbers"
  package var document: Document {
    Document([
      .facts([
        Fact("layer", .count(layer), text: "\(name) of layer \(layer) set"),
        Fact("elements", .count(elements), text: Wording.count(elements, "number")),
      ])
    ])
  }
}
