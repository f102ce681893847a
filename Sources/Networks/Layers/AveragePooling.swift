public import TensorEngine

/// Makes an image smaller: each output is the mean of the values of a window, channel by channel.
///
/// With padding `same` the mean is over the pixels that lie in the image. All else is as
/// ``PoolingLayer`` says.
public struct AveragePooling: PoolingLayer {
  public static let kind = LayerKind.averagePooling

  public var size: WindowSize
  public var stride: WindowSize?
  public var padding: ImageWindow.Padding
  public var name: String?

  public init(
    size: WindowSize, stride: WindowSize? = nil, padding: ImageWindow.Padding = .valid,
    name: String? = nil
  ) {
    self.size = size
    self.stride = stride
    self.padding = padding
    self.name = name
  }

  public func lay(into plan: inout PlanBuilder) {
    lay(.mean, into: &plan)
  }
}
