import Datasets
import Foundation
import Networks
import TensorEngine

@testable import Exchange

/// The files of this room's tests: made by Keras 3.15 and h5py 3.16 but for `old.h5`, which is as
/// Keras 2.1 wrote its files.
enum Fixtures {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  static func file(_ name: String) throws -> FileBytes {
    FileBytes(
      name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
  }

  static func network(_ name: String) throws -> ForeignNetwork {
    try KerasFile.network(of: file(name), seed: 0)
  }

  /// Why a file is refused; nil where it is not.
  static func refusal(_ name: String) throws -> ExchangeError? {
    let file = try file(name)
    do throws(ExchangeError) {
      _ = try KerasFile.network(of: file, seed: 0)
      return nil
    } catch {
      return error
    }
  }

  /// What a network makes of one input.
  static func outputs(of network: Network, for input: [Float]) throws -> [Float] {
    try network.predict(inputs: .floats(input)).elements
  }

  /// A network with layers of every kind, with numbers in it that no initializer has drawn.
  static func networks() throws -> [Network] {
    var table = Network(name: "table", inputShape: [3], seed: 5)
    for layer in [
      Dense(
        units: 5, activation: .gelu, initializer: .constant(0.25), l1: 0.5, l2: 0.125,
        maxNorm: 2, name: "hidden"),
      BatchNorm(momentum: 0.75, epsilon: 0.5, usesScale: false), Dropout(rate: 0.25),
      GaussianNoise(deviation: 0.5), ActivationLayer(.leakyRelu, slope: 0.125),
      ActivationLayer(.leakyRelu),
      Dense(units: 4, activation: .selu, initializer: .orthogonal, usesBias: false, l2: 0.25),
      Dense(units: 2, activation: .softmax, initializer: .heNormal, l1: 0.25),
    ] as [any Layer] {
      try table.add(layer)
    }
    var image = Network(name: "image", inputShape: [6, 5, 2], seed: 6)
    for layer in [
      Convolution(
        filters: 3, size: WindowSize(3, 2), activation: .swish, stride: WindowSize(2, 1),
        padding: .same, initializer: .uniform, usesBias: false, l2: 0.5, maxNorm: 3),
      BatchNorm(usesCenter: false, gamma: .constant(0.5)),
      MaxPooling(size: WindowSize(2), stride: WindowSize(1, 2)),
      AveragePooling(size: WindowSize(2, 1), padding: .same),
      Convolution(filters: 2, size: WindowSize(1), activation: .tanh, name: "small"),
      Flatten(), ActivationLayer(.softplus), Dense(units: 1, activation: .sigmoid),
    ] as [any Layer] {
      try image.add(layer)
    }
    try image.freeze(layers: 1...1)
    return [try filled(table), try filled(image)]
  }

  /// A network whose parameters are all different.
  private static func filled(_ network: Network) throws -> Network {
    var network = network
    var number = 0
    for (index, layer) in network.parameters.enumerated() {
      for (name, tensor) in zip(layer.names, layer.tensors) {
        let elements = (0..<tensor.count).map { _ -> Float in
          number += 1
          return Float(number % 17 + 1) / 16
        }
        try network.setParameter(
          name, ofLayer: index, to: Tensor(shape: tensor.shape, elements: elements))
      }
    }
    return network
  }
}
