public import TensorEngine

/// Makes an image smaller: each output is the greatest value of a window, channel by channel.
///
/// The first of several greatest values counts, and the gradient goes to it alone. All else is as
/// ``PoolingLayer`` says.
public struct MaxPooling: PoolingLayer {
  /// Typed as `maxpool`.
  public static let kind = "maxpool"
  /// A window of one pixel; its size is always typed.
  public static let usual = MaxPooling(size: WindowSize(1))
  /// `size`, which is typed without its name, `stride`, `padding` and `name`.
  public static let settings = windowSettings

  /// The size of the window in pixels, each side from 1 to 4096.
  public var size: WindowSize
  /// How far the window moves from one output to the next; nil for its own size.
  public var stride: WindowSize?
  /// What becomes of windows that pass the edge of an image.
  public var padding: ImageWindow.Padding
  /// The name that the student gave; nil for none.
  public var name: String?

  /// Makes a layer; the defaults are Keras's, and ``PoolingLayer/outputShape(for:)`` checks the
  /// settings.
  public init(
    size: WindowSize, stride: WindowSize? = nil, padding: ImageWindow.Padding = .valid,
    name: String? = nil
  ) {
    self.size = size
    self.stride = stride
    self.padding = padding
    self.name = name
  }

  /// Appends the windows' greatest values, and takes over the way back of a relu right before it.
  public func lay(into plan: inout PlanBuilder) {
    let isRectified = plan.takeOverRectifier()
    lay(.maximum, into: &plan, isRectified: isRectified)
  }
}
