import JSON
import Networks
import TensorEngine

/// The layers of Keras that are ours too, by their classes.
///
/// A class is one line here and one function; what it writes is ``KerasLayerWriting``.
enum KerasLayerReading {
  /// Makes a layer of its settings, for an input of a shape.
  typealias Maker =
    @Sendable (inout KerasSettings, Shape, inout [ExchangeNote]) throws(ExchangeError) -> any Layer

  /// The classes in which a model has layers that change something.
  static let makers: [String: Maker] = [
    "Dense": { (s, shape, notes) throws(ExchangeError) in try dense(&s, shape, &notes) },
    "Conv2D": { (s, _, notes) throws(ExchangeError) in try convolution(&s, &notes) },
    "Convolution2D": { (s, _, notes) throws(ExchangeError) in try convolution(&s, &notes) },
    "MaxPooling2D": { (s, _, _) throws(ExchangeError) in
      let window = try pooling(&s)
      return MaxPooling(size: window.size, stride: window.stride, padding: window.padding)
    },
    "AveragePooling2D": { (s, _, _) throws(ExchangeError) in
      let window = try pooling(&s)
      return AveragePooling(size: window.size, stride: window.stride, padding: window.padding)
    },
    "Flatten": { (s, _, _) throws(ExchangeError) in
      try s.expect("data_format", "channels_last")
      return Flatten()
    },
    "Dropout": { (s, _, _) throws(ExchangeError) in
      try s.expect("noise_shape")
      return Dropout(rate: try s.number(["rate", "p"]))
    },
    "GaussianNoise": { (s, _, _) throws(ExchangeError) in
      GaussianNoise(deviation: try s.number(["stddev"]))
    },
    "BatchNormalization": { (s, shape, notes) throws(ExchangeError) in
      try normalization(&s, shape, &notes)
    },
    "Activation": { (s, _, _) throws(ExchangeError) in ActivationLayer(try s.activation()) },
    "ReLU": { (s, _, _) throws(ExchangeError) in
      try s.expect("negative_slope", 0)
      try s.expect("threshold", 0)
      try s.expect("max_value")
      return ActivationLayer(.relu)
    },
    "LeakyReLU": { (s, _, _) throws(ExchangeError) in
      let slope = try s.number(["negative_slope", "alpha"], usual: 0.3)
      return ActivationLayer(.leakyRelu, slope: slope)
    },
    "ELU": { (s, _, _) throws(ExchangeError) in
      try s.expect("alpha", 1)
      return ActivationLayer(.elu)
    },
    "Softmax": { (s, shape, _) throws(ExchangeError) in
      try s.expect("axis", -1, .integer(shape.rank))
      return ActivationLayer(.softmax)
    },
  ]

  private static func dense(
    _ s: inout KerasSettings, _ shape: Shape, _ notes: inout [ExchangeNote]
  ) throws(ExchangeError) -> any Layer {
    guard shape.rank == 1 else { throw s.refusal(.needsRow(shape)) }
    let penalty = try s.penalty("kernel_regularizer")
    s.fixedInitializer("bias_initializer", .zeros, &notes)
    return Dense(
      units: try s.count("units"), activation: try s.activation(),
      initializer: s.initializer("kernel_initializer", usual: .glorotUniform, &notes),
      usesBias: try s.flag("use_bias", usual: true), l1: penalty.l1, l2: penalty.l2,
      maxNorm: try s.maxNorm("kernel_constraint", rank: 2))
  }

  private static func convolution(
    _ s: inout KerasSettings, _ notes: inout [ExchangeNote]
  ) throws(ExchangeError) -> any Layer {
    try s.expect("data_format", "channels_last")
    try s.expect("dilation_rate", [1, 1], 1)
    try s.expect("groups", 1)
    let penalty = try s.penalty("kernel_regularizer")
    s.fixedInitializer("bias_initializer", .zeros, &notes)
    return Convolution(
      filters: try s.count("filters"), size: try s.size("kernel_size", usual: nil),
      activation: try s.activation(), stride: try s.size("strides", usual: WindowSize(1)),
      padding: try s.padding(),
      initializer: s.initializer("kernel_initializer", usual: .glorotUniform, &notes),
      usesBias: try s.flag("use_bias", usual: true), l1: penalty.l1, l2: penalty.l2,
      maxNorm: try s.maxNorm("kernel_constraint", rank: 4))
  }

  private static func pooling(
    _ s: inout KerasSettings
  ) throws(ExchangeError) -> (size: WindowSize, stride: WindowSize?, padding: ImageWindow.Padding) {
    try s.expect("data_format", "channels_last")
    let size = try s.size("pool_size", usual: WindowSize(2))
    let stride = try s.size("strides", usual: size)
    return (size, stride == size ? nil : stride, try s.padding())
  }

  private static func normalization(
    _ s: inout KerasSettings, _ shape: Shape, _ notes: inout [ExchangeNote]
  ) throws(ExchangeError) -> any Layer {
    let last = JSONValue.integer(shape.rank)
    try s.expect("axis", -1, last, [-1], [last])
    s.ignore("fused", "renorm_momentum", "synchronized")
    let gamma = s.initializer("gamma_initializer", usual: .ones, &notes)
    let beta = s.initializer("beta_initializer", usual: .zeros, &notes)
    s.fixedInitializer("moving_mean_initializer", .zeros, &notes)
    s.fixedInitializer("moving_variance_initializer", .ones, &notes)
    let (scales, centers) = (try s.flag("scale", usual: true), try s.flag("center", usual: true))
    return BatchNorm(
      momentum: try s.number(["momentum"], usual: 0.99),
      epsilon: try s.number(["epsilon"], usual: 0.001), usesScale: scales, usesCenter: centers,
      gamma: scales ? gamma : .ones, beta: centers ? beta : .zeros)
  }
}
