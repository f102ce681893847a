public import TensorEngine

/// Filters that slide over an image: every output pixel is an activation of a weighted sum of the
/// pixels in a window, the same weights at every place.
///
///     y[i, j, f] = activation(b[f] + Σ over u, v, c of x[i·s + u, j·s + v, c] · W[u, v, c, f])
///
/// | value | shape |
/// | --- | --- |
/// | x | [N, height, width, channels] |
/// | kernel W | [kernel height, kernel width, channels, filters] |
/// | bias b | [filters] |
/// | y | [N, output height, output width, filters] |
///
/// As in Keras the kernel is not turned around (a cross-correlation). With padding `valid` an
/// output side has ⌊(n - k) / s⌋ + 1 pixels, with `same` ⌈n / s⌉; there the missing pixels are
/// zeros, the smaller half of them above and to the left.
///
/// Source: LeCun, Bottou, Bengio and Haffner, 1998, section II.
public struct Convolution: Layer {
  /// Typed as `conv`.
  public static let kind = "conv"
  /// One filter of one pixel; both are always typed.
  public static let usual = Convolution(filters: 1, size: WindowSize(1))
  /// `filters`, `size` and `activation`, which are typed without their names, then `stride`,
  /// `padding`, `initializer`, `bias`, `l1`, `l2`, `max_norm` and `name`.
  public static let settings: [Setting<Convolution>] = [
    .positional("filters", .count(\.filters, 1...65_536), missing: missing),
    .positional(
      "size", .size(\.size, example: "conv 8 3x3"), noun: "kernel", missing: missing),
    .activation(\.activation), .stride(.stride(\.stride)), .padding(\.padding),
    .initializer(\.initializer), .bias(\.usesBias), .l1(\.l1), .l2(\.l2), .maxNorm(\.maxNorm),
    .name(\.name),
  ]
  private static let missing =
    "conv needs a number of filters and the size of its kernel: conv 8 3x3 relu"

  /// How many filters there are, the channels of an output: 1 to 65,536.
  public var filters: Int
  /// The size of the kernel in pixels, each side from 1 to 4096.
  public var size: WindowSize
  /// The function that is applied to the weighted sums.
  public var activation: Activation
  /// How many rows and columns the window moves from one output to the next, each from 1 to 4096.
  public var stride: WindowSize
  /// What becomes of windows that pass the edge of an image.
  public var padding: ImageWindow.Padding
  /// How the kernel begins; the bias begins at 0.
  public var initializer: Initializer
  /// Whether a filter adds a number of its own to its sums.
  public var usesBias: Bool
  /// The loss gains l1 · Σ|w| over the kernel.
  public var l1: Double
  /// The loss gains l2 · Σw² over the kernel, Keras's form without a half.
  public var l2: Double
  /// The weights of a filter are kept within this norm after each step; nil for no limit.
  public var maxNorm: Double?
  /// The name that the student gave; nil for none.
  public var name: String?

  /// Makes a layer; the defaults are Keras's, and ``outputShape(for:)`` checks the settings.
  public init(
    filters: Int, size: WindowSize, activation: Activation = .linear,
    stride: WindowSize = WindowSize(1), padding: ImageWindow.Padding = .valid,
    initializer: Initializer = .glorotUniform, usesBias: Bool = true, l1: Double = 0,
    l2: Double = 0, maxNorm: Double? = nil, name: String? = nil
  ) {
    self.filters = filters
    self.size = size
    self.activation = activation
    self.stride = stride
    self.padding = padding
    self.initializer = initializer
    self.usesBias = usesBias
    self.l1 = l1
    self.l2 = l2
    self.maxNorm = maxNorm
    self.name = name
  }

  /// The activation of the weighted sums, linear among them.
  public var ownActivation: Activation? { activation }

  /// Each filter looks at all channels.
  public var unitLinks: UnitLinks? { .all }

  private var geometry: ImageGeometry {
    ImageGeometry(layer: kind, window: size, stride: stride, padding: padding)
  }

  /// The shape of an output: `[output height, output width, filters]`.
  ///
  /// - Throws: `needsImage` for an input that is no image, `windowTooLarge` for a kernel that does
  ///   not fit into it, `outOfRange` for filters outside 1 to 65,536, sizes outside 1 to 4096, a
  ///   negative penalty, a max-norm that is not greater than 0 or more than 100,000,000 outputs.
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    try validateSettings()
    return try geometry.window(on: input, filters: filters).outputShape
  }

  /// The kernel `[kernel height, kernel width, channels, filters]` and, where it is used, the bias
  /// `[filters]`, which begins at 0.
  ///
  /// With a window of height · width pixels, fanIn is height · width · channels and fanOut height ·
  /// width · filters, as in Keras.
  public func parameters(for input: Shape) -> [ParameterSpecification] {
    let area = size.height * size.width
    let (fanIn, fanOut) = (area * input.last, area * filters)
    var parameters = [
      ParameterSpecification(
        name: "kernel", role: .kernel, shape: [size.height, size.width, input.last, filters],
        initializer: initializer, fanIn: fanIn, fanOut: fanOut, l1: l1, l2: l2,
        maxNorm: maxNorm)
    ]
    if usesBias {
      parameters.append(
        ParameterSpecification(
          name: "bias", role: .bias, shape: [filters], initializer: .zeros, fanIn: fanIn,
          fanOut: fanOut))
    }
    return parameters
  }

  /// height·width·channels·filters + filters; without a bias its first summand.
  public func parameterCount(for input: Shape) -> ParameterCount? {
    let filters = ParameterCount.Factor(filters, .filters)
    let kernel = [
      ParameterCount.Factor(size.height, .height), .init(size.width, .width),
      .init(input.last, .channels), filters,
    ]
    return ParameterCount(usesBias ? [kernel, [filters]] : [kernel])
  }

  /// The places of the window, and a value of each filter there.
  public func outputDerivation(for input: Shape) -> OutputDerivation? {
    geometry.derivation(for: input, filters: filters)
  }

  /// Appends the convolution and its activation; a relu is done along with the sums unless these
  /// are needed later.
  public func lay(into plan: inout PlanBuilder) {
    let window = geometry.unchecked(on: plan.shape, filters: filters)
    let input = plan.current
    let output = plan.reserveOutput(width: window.outputCount)
    let isRectified = activation == .relu && plan.activatesInPlace
    plan.append(
      ConvolutionOperation(
        input: input, output: output, kernel: plan.parameter(0),
        bias: usesBias ? plan.parameter(1) : nil,
        window: plan.window(window, isConvolution: true), depth: window.kernelRows,
        isRectified: isRectified))
    plan.advance(to: output, shape: window.outputShape)
    plan.activate(activation, isForwardFused: isRectified)
  }
}

extension WindowSize {
  /// A stride as it is typed: one number where it is the same in both directions.
  var settingValue: SettingValue { height == width ? .count(height) : .word(text) }
}
