public import TensorEngine

/// Makes an image smaller: each output is the mean of the values of a window, channel by channel.
///
/// With padding `same` the mean is over the pixels that lie in the image. All else is as
/// ``PoolingLayer`` says.
public struct AveragePooling: PoolingLayer {
  /// Typed as `avgpool`.
  public static let kind = "avgpool"
  /// A window of one pixel; its size is always typed.
  public static let usual = AveragePooling(size: WindowSize(1))
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

  /// Appends the windows' means.
  public func lay(into plan: inout PlanBuilder) {
    lay(.mean, into: &plan)
  }
}
