/// The layers that there are. No layer knows this table: a layer names its own kind, and nothing of
/// the others.
///
/// A new layer is one file with its settings and its place in a plan, one line here, and one
/// operation in `Plan/Operations` where it computes something new.
package enum LayerTable {
  /// The types of the layers, in the order in which help lists them.
  package static let types: [any Layer.Type] = [
    Dense.self,
    Convolution.self,
    MaxPooling.self,
    AveragePooling.self,
    Dropout.self,
    Flatten.self,
    ActivationLayer.self,
    BatchNorm.self,
    GaussianNoise.self,
  ]

  /// The words that are typed after `add`, and that files say, in the same order.
  package static let kinds = types.map { $0.kind }

  /// The type of a kind of layer; nil for a word that is none.
  package static func type(of kind: String) -> (any Layer.Type)? {
    types.first { $0.kind == kind }
  }
}
