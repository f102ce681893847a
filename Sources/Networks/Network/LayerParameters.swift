public import TensorEngine

/// What one layer has learned so far, and whether it goes on learning.
public struct LayerParameters: Equatable, Sendable {
  /// The names of the parameters, such as "kernel" and "bias".
  public internal(set) var names: [String]
  /// The values, in the order of the names.
  public internal(set) var tensors: [Tensor]
  /// Whether the values come from training or from the student's hand, and not from the
  /// initializer alone.
  public internal(set) var isLearned: Bool
  /// Whether training leaves the layer as it is; see ``Network/freeze(layers:)``.
  public internal(set) var isFrozen = false

  /// The values of a parameter by its name; nil where the layer has none of that name.
  public subscript(name: String) -> Tensor? {
    guard let index = names.firstIndex(of: name) else { return nil }
    return tensors[index]
  }

  /// How many numbers the parameters hold together, statistics among them.
  public var count: Int { tensors.reduce(0) { $0 + $1.shape.count } }

  /// How many of the specified numbers training changes: none of a frozen layer, and no statistics.
  func trainableCount(of specifications: [ParameterSpecification]) -> Int {
    guard !isFrozen else { return 0 }
    return specifications.reduce(0) { $0 + ($1.role.isTrained ? $1.shape.count : 0) }
  }

  func fits(_ specifications: [ParameterSpecification]) -> Bool {
    names == specifications.map(\.name) && tensors.map(\.shape) == specifications.map(\.shape)
  }
}
