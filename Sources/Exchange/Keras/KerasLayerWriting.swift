import JSON
import Networks
import TensorEngine

/// Layers as Keras writes them.
enum KerasLayerWriting {
  /// The class of a layer of ours.
  static func kind(of layer: any Layer) -> String {
    switch layer {
    case is Dense: "Dense"
    case is Convolution: "Conv2D"
    case is MaxPooling: "MaxPooling2D"
    case is AveragePooling: "AveragePooling2D"
    case is Dropout: "Dropout"
    case is Flatten: "Flatten"
    case let layer as ActivationLayer: layer.slope == nil ? "Activation" : "LeakyReLU"
    case is BatchNorm: "BatchNormalization"
    case is GaussianNoise: "GaussianNoise"
    default: layer.kind
    }
  }

  /// A layer's text; nil for one that Keras has not.
  static func text(of layer: any Layer, name: String, isFrozen: Bool) -> JSONValue? {
    guard let own = settings(of: layer) else { return nil }
    let common: [JSONValue.Member] = [
      .init("name", .string(name)), .init("trainable", .bool(!isFrozen)),
      .init("dtype", "float32"),
    ]
    return part("keras.layers", kind(of: layer), .object(common + own))
  }

  /// Something of Keras with its settings.
  static func part(_ module: String, _ kind: String, _ config: JSONValue) -> JSONValue {
    .object([
      .init("module", .string(module)), .init("class_name", .string(kind)),
      .init("config", config), .init("registered_name", .null),
    ])
  }

  private static func settings(of layer: any Layer) -> [JSONValue.Member]? {
    switch layer {
    case let layer as Dense:
      return [.init("units", .integer(layer.units))]
        + weights(
          layer.activation, layer.initializer, layer.usesBias, (layer.l1, layer.l2),
          layer.maxNorm, axes: 0)
    case let layer as Convolution:
      return [
        .init("filters", .integer(layer.filters)), .init("kernel_size", size(layer.size)),
        .init("strides", size(layer.stride)), .init("padding", .string(layer.padding.rawValue)),
        .init("data_format", "channels_last"), .init("dilation_rate", [1, 1]),
        .init("groups", 1),
      ]
        + weights(
          layer.activation, layer.initializer, layer.usesBias, (layer.l1, layer.l2),
          layer.maxNorm, axes: [0, 1, 2])
    case let layer as any PoolingLayer:
      return [
        .init("pool_size", size(layer.size)), .init("padding", .string(layer.padding.rawValue)),
        .init("strides", size(layer.stride ?? layer.size)),
        .init("data_format", "channels_last"),
      ]
    case let layer as Dropout: return [.init("rate", .number(layer.rate))]
    case is Flatten: return [.init("data_format", "channels_last")]
    case let layer as GaussianNoise: return [.init("stddev", .number(layer.deviation))]
    case let layer as BatchNorm: return normalization(layer)
    case let layer as ActivationLayer:
      if let slope = layer.slope { return [.init("negative_slope", .number(slope))] }
      return [.init("activation", .string(layer.activation.rawValue))]
    default: return nil
    }
  }

  private static func weights(
    _ activation: Activation, _ initializer: Initializer, _ usesBias: Bool,
    _ penalty: (l1: Double, l2: Double), _ maxNorm: Double?, axes: JSONValue
  ) -> [JSONValue.Member] {
    let norm: JSONValue =
      maxNorm.map {
        part("keras.constraints", "MaxNorm", ["max_value": .number($0), "axis": axes])
      } ?? .null
    return [
      .init("activation", .string(activation.rawValue)), .init("use_bias", .bool(usesBias)),
      .init("kernel_initializer", self.initializer(initializer)),
      .init("bias_initializer", self.initializer(.zeros)),
      .init("kernel_regularizer", regularizer(penalty)), .init("bias_regularizer", .null),
      .init("activity_regularizer", .null), .init("kernel_constraint", norm),
      .init("bias_constraint", .null),
    ]
  }

  private static func normalization(_ layer: BatchNorm) -> [JSONValue.Member] {
    [
      .init("axis", -1), .init("momentum", .number(layer.momentum)),
      .init("epsilon", .number(layer.epsilon)), .init("center", .bool(layer.usesCenter)),
      .init("scale", .bool(layer.usesScale)),
      .init("beta_initializer", initializer(layer.beta)),
      .init("gamma_initializer", initializer(layer.gamma)),
      .init("moving_mean_initializer", initializer(.zeros)),
      .init("moving_variance_initializer", initializer(.ones)),
    ]
  }

  private static func size(_ size: WindowSize) -> JSONValue {
    [.integer(size.height), .integer(size.width)]
  }

  private static func initializer(_ initializer: Initializer) -> JSONValue {
    let seed: JSONValue = ["seed": .null]
    let (kind, config): (String, JSONValue) =
      switch initializer {
      case .glorotUniform: ("GlorotUniform", seed)
      case .glorotNormal: ("GlorotNormal", seed)
      case .heUniform: ("HeUniform", seed)
      case .heNormal: ("HeNormal", seed)
      case .lecunUniform: ("LecunUniform", seed)
      case .lecunNormal: ("LecunNormal", seed)
      case .orthogonal: ("Orthogonal", ["seed": .null, "gain": 1.0])
      case .uniform: ("RandomUniform", ["seed": .null, "minval": -0.05, "maxval": 0.05])
      case .normal: ("RandomNormal", ["seed": .null, "mean": 0.0, "stddev": 0.05])
      case .zeros: ("Zeros", .object([]))
      case .ones: ("Ones", .object([]))
      case .constant(let value): ("Constant", ["value": .number(value)])
      }
    return part("keras.initializers", kind, config)
  }

  private static func regularizer(_ penalty: (l1: Double, l2: Double)) -> JSONValue {
    switch penalty {
    case (0, 0): .null
    case (0, let l2): part("keras.regularizers", "L2", ["l2": .number(l2)])
    case (let l1, 0): part("keras.regularizers", "L1", ["l1": .number(l1)])
    case (let l1, let l2):
      part("keras.regularizers", "L1L2", ["l1": .number(l1), "l2": .number(l2)])
    }
  }
}
