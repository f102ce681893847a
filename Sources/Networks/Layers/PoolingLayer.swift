public import TensorEngine

/// A layer that makes an image smaller: each output is one number for a window, channel by channel.
///
/// | value | shape |
/// | --- | --- |
/// | x | [N, height, width, channels] |
/// | y | [N, output height, output width, channels] |
///
/// Windows lie side by side unless a stride is given. Rows and columns that fill no window are
/// left out; with padding `same` the last windows pass the edge instead.
public protocol PoolingLayer: Layer {
  /// The size of the window.
  var size: WindowSize { get set }
  /// How far the window moves from one output to the next; nil for its own size.
  var stride: WindowSize? { get set }
  /// What becomes of windows that pass the edge of an image.
  var padding: ImageWindow.Padding { get set }
  /// The name that the student gave; nil for none.
  var name: String? { get set }
}

extension PoolingLayer {
  /// `size`, which is typed without its name, `stride`, `padding` and `name`.
  static var windowSettings: [Setting<Self>] {
    [
      .positional(
        "size", .size(\.size, example: "\(kind) 2x2"), noun: "window",
        missing: "\(kind) needs the size of its window: \(kind) 2x2"),
      .stride(.optionalStride(\.stride), standard: "the window"), .padding(\.padding),
      .name(\.name),
    ]
  }

  /// Each channel of an output looks at one of the input.
  public var unitLinks: UnitLinks? { .one }

  private var geometry: ImageGeometry {
    ImageGeometry(
      layer: kind, window: size, stride: stride ?? size, padding: padding)
  }

  /// The shape of an output: `[output height, output width, channels]`.
  ///
  /// - Throws: `needsImage` for an input that is no image, `windowTooLarge` for a window that does
  ///   not fit into it, `outOfRange` for sizes outside 1 to 4096 or more than 100,000,000 outputs.
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    try geometry.window(on: input, filters: nil).outputShape
  }

  /// The places of the window; each channel stays by itself.
  public func outputDerivation(for input: Shape) -> OutputDerivation? {
    geometry.derivation(for: input, filters: nil)
  }

  /// Lays the windows of this layer into a plan.
  func lay(
    _ kind: PoolingOperation.Kind, into plan: inout PlanBuilder, isRectified: Bool = false
  ) {
    let window = geometry.unchecked(on: plan.shape, filters: nil)
    let input = plan.current
    let output = plan.reserveOutput(width: window.outputCount)
    plan.append(
      PoolingOperation(
        kind: kind, input: input, output: output,
        window: plan.window(window, isConvolution: false), isRectified: isRectified))
    plan.advance(to: output, shape: window.outputShape)
  }
}
