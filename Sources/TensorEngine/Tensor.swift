/// Float numbers in the order of their shape, the last dimension running fastest (row-major).
public struct Tensor: Sendable, Equatable {
  /// The sizes along the dimensions.
  public let shape: Shape

  /// The numbers, `shape.count` of them.
  public var elements: [Float] {
    didSet { precondition(elements.count == shape.count, "a tensor keeps its shape") }
  }

  /// Creates a tensor from its elements, which must be `shape.count` many.
  public init(shape: Shape, elements: [Float]) {
    precondition(elements.count == shape.count, "a tensor has as many elements as its shape")
    self.shape = shape
    self.elements = elements
  }

  /// Creates a tensor that holds one value everywhere.
  public init(shape: Shape, repeating value: Float = 0) {
    self.init(shape: shape, elements: [Float](repeating: value, count: shape.count))
  }

  /// The number of elements.
  public var count: Int { elements.count }
}
