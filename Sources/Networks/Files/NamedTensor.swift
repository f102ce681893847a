public import TensorEngine

/// A tensor under the name by which a file holds it: "1.kernel".
public struct NamedTensor: Equatable, Sendable {
  /// The name, unique in its file.
  public var name: String
  /// The values.
  public var tensor: Tensor

  /// Names a tensor.
  public init(_ name: String, _ tensor: Tensor) {
    self.name = name
    self.tensor = tensor
  }
}
