public import TensorEngine

/// Makes an image smaller: each output is the greatest value of a window, channel by channel.
///
/// The first of several greatest values counts, and the gradient goes to it alone. All else is as
/// ``PoolingLayer`` says.
public struct MaxPooling: PoolingLayer {
  public static let kind = LayerKind.maxPooling

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
    let isRectified = plan.takeOverRectifier()
    lay(.maximum, into: &plan, isRectified: isRectified)
  }
}
