/// Something that a plan computes between two places, forward and backward.
///
/// Each operation is one file: a struct of places and sizes with its forward and its backward side
/// by side. It is plain bytes, so running one allocates and retains nothing. A plan runs it where
/// it lies, as ``PlacedOperation``, whose `switch` is the one place that lists them all.
protocol PlanOperation: BitwiseCopyable, Sendable {
  var input: Place { get }
  var output: Place { get }

  /// The work of a forward pass, in floating-point operations of a matrix product.
  func forwardWork(rows: Int) -> Int

  /// The work of a backward pass, in the same unit.
  func backwardWork(rows: Int) -> Int

  /// Makes a part of the output of a batch from its input; several may run at once.
  func forward(_ context: PlanContext, _ part: Part)

  /// Makes a part of the gradients of the input and of the parameters from that of the output.
  func backward(_ context: PlanContext, _ part: Part)

  /// Whether columns of the output are made of the same columns of the input alone, so that an owner
  /// can go on with its own.
  var keepsColumnsApart: Bool { get }

  /// The values between input and output of an operation over images, which may run for a few
  /// examples at a time together with those around it; nil for all others.
  var imageFloats: Int? { get }

  /// The case of an operation of this type.
  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation
}

extension PlanOperation {
  var imageFloats: Int? { nil }
  var keepsColumnsApart: Bool { false }
}
