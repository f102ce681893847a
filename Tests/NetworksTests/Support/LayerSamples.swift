import Networks
import TensorEngine
import Testing

/// Layers of every kind to hold the laws against; a test finds a kind without samples.
struct LayerSample: CustomTestStringConvertible {
  var layer: any Layer
  var input: Shape

  /// Whether a small change of an input often changes which one the layer takes.
  var hasKinks: Bool {
    layer is MaxPooling || layer is Convolution && layer.outputActivation == .relu
  }

  var testDescription: String { "\(layer.text) on \(input)" }

  static let all: [LayerSample] = LayerTable.kinds.flatMap { samples(of: $0) }

  private static func samples(of kind: String) -> [LayerSample] {
    switch kind {
    case Dense.kind:
      Activation.allCases.map { LayerSample(layer: Dense(units: 3, activation: $0), input: [4]) }
        + [
          LayerSample(
            layer: Dense(
              units: 2, activation: .tanh, initializer: .heNormal, usesBias: false, l1: 0.02,
              l2: 0.03, name: "out"),
            input: [2, 2, 1])
        ]
    case Dropout.kind:
      [
        LayerSample(layer: Dropout(rate: 0.4), input: [6]),
        LayerSample(layer: Dropout(rate: 0), input: [2, 2, 1]),
      ]
    case Convolution.kind, MaxPooling.kind, AveragePooling.kind: images(of: kind)
    case Flatten.kind: [LayerSample(layer: Flatten(), input: [2, 3, 1])]
    case ActivationLayer.kind:
      Activation.allCases.map { LayerSample(layer: ActivationLayer($0), input: [2, 3]) }
        + [LayerSample(layer: ActivationLayer(.leakyRelu, slope: 0.3), input: [5])]
    case BatchNorm.kind:
      [
        LayerSample(layer: BatchNorm(), input: [6]),
        LayerSample(
          layer: BatchNorm(momentum: 0.9, epsilon: 0.01, gamma: .uniform, beta: .constant(-2)),
          input: [2, 2, 3]),
        LayerSample(layer: BatchNorm(usesScale: false), input: [3]),
        LayerSample(layer: BatchNorm(usesCenter: false), input: [3]),
        LayerSample(layer: BatchNorm(usesScale: false, usesCenter: false), input: [1]),
      ]
    case GaussianNoise.kind:
      [
        LayerSample(layer: GaussianNoise(deviation: 0.5), input: [6]),
        LayerSample(layer: GaussianNoise(deviation: 0), input: [2, 2, 1]),
      ]
    default: []
    }
  }

  private static func images(of kind: String) -> [LayerSample] {
    if kind == Convolution.kind {
      return [
        LayerSample(
          layer: Convolution(filters: 3, size: WindowSize(2, 3), activation: .tanh),
          input: [4, 5, 2]),
        LayerSample(
          layer: Convolution(
            filters: 2, size: WindowSize(3), activation: .sigmoid, stride: WindowSize(2),
            padding: .same, initializer: .heNormal, l1: 0.01, l2: 0.02, name: "edges"),
          input: [5, 6, 1]),
        LayerSample(
          layer: Convolution(filters: 1, size: WindowSize(1), usesBias: false), input: [2, 2, 3]),
        LayerSample(
          layer: Convolution(filters: 4, size: WindowSize(2), activation: .relu),
          input: [3, 3, 1]),
      ]
    }
    let sizes: [(WindowSize, WindowSize?, ImageWindow.Padding, Shape)] = [
      (WindowSize(2), nil, .valid, [4, 4, 3]), (WindowSize(2), nil, .valid, [3, 5, 1]),
      (WindowSize(3, 2), WindowSize(1), .same, [4, 3, 2]),
      (WindowSize(1), WindowSize(2), .valid, [3, 3, 1]),
    ]
    return sizes.map { size, stride, padding, input in
      LayerSample(
        layer: kind == MaxPooling.kind
          ? MaxPooling(size: size, stride: stride, padding: padding, name: "smaller")
          : AveragePooling(size: size, stride: stride, padding: padding), input: input)
    }
  }
}
