package import TensorEngine

/// What the outputs of one layer are like over some examples: whether its units still do anything.
///
/// A unit is one output of a dense layer and one filter of a convolution, over all its pixels.
package struct LayerActivity: Equatable, Sendable {
  /// The position of the layer in the network, from 0.
  package var layer: Int
  /// The activation that made the outputs; nil for a layer that passes on what it got.
  package var activation: Activation?
  /// How many units there are.
  package var units: Int
  /// The mean of all outputs, over examples and units.
  package var mean: Double
  /// The standard deviation of all outputs about that mean, with N and not N - 1 below the root.
  package var deviation: Double
  /// How far an output moves from example to example: the root of the mean, over all outputs of
  /// the layer, of their variances over the examples.
  ///
  /// Where it is 0 the layer tells no example from another, whatever its units are.
  package var spread: Double
  /// The fraction of the outputs that is exactly 0.
  package var zeroShare: Double
  /// The units that are 0 for every one of the examples. Under relu such a unit is dead: no
  /// gradient reaches it, so it stays so unless what comes in changes.
  package var silentUnits: Int
  /// The fraction of the outputs within a hundredth of the range from an end of it, for sigmoid and
  /// tanh; nil for activations that do not saturate at both ends.
  ///
  /// There sigmoid's derivative is below 0.01, and tanh's below 0.04, of at most 0.25 and 1.
  package var saturatedShare: Double?

  /// Measures the outputs of one layer; without any, its mean, deviation, spread and shares are 0.
  ///
  /// - Parameters:
  ///   - layer: The position of the layer in the network, from 0.
  ///   - outputs: What it gave: `[N, …, units]`.
  ///   - activation: What made them; nil for a layer that passes on what it got.
  package init(layer: Int, outputs: Tensor, activation: Activation?) {
    self.layer = layer
    self.activation = activation
    let values = outputs.elements
    let count = Double(max(1, values.count))
    units = max(1, outputs.shape.last)
    let mean = values.reduce(0) { $0 + Double($1) } / count
    self.mean = mean
    deviation =
      (values.reduce(0) { sum, value in
        let distance = Double(value) - mean
        return sum + distance * distance
      } / count).squareRoot()
    spread = Self.spread(of: outputs)
    var isSilent = [Bool](repeating: !values.isEmpty, count: units)
    var zeros = 0
    for (index, value) in values.enumerated() {
      if value == 0 { zeros += 1 } else { isSilent[index % units] = false }
    }
    zeroShare = Double(zeros) / count
    silentUnits = isSilent.count { $0 }
    saturatedShare = activation?.saturation.map { low, high in
      Double(values.count { $0 < low || $0 > high }) / count
    }
  }

  private static func spread(of outputs: Tensor) -> Double {
    let examples = max(1, outputs.shape.dimensions.first ?? 1)
    let width = outputs.count / examples
    guard width > 0 else { return 0 }
    var means = [Double](repeating: 0, count: width)
    for (index, value) in outputs.elements.enumerated() { means[index % width] += Double(value) }
    for index in means.indices { means[index] /= Double(examples) }
    var sum = 0.0
    for (index, value) in outputs.elements.enumerated() {
      let distance = Double(value) - means[index % width]
      sum += distance * distance
    }
    return (sum / Double(outputs.count)).squareRoot()
  }
}

extension Network {
  /// What the outputs of each layer are like for some examples, in inference mode.
  ///
  /// - Parameters:
  ///   - examples: The examples; their targets do not matter.
  ///   - rows: Which of them.
  ///   - pool: The threads to use.
  /// - Throws: As ``layerOutputs(_:rows:pool:)``.
  package func activity(
    _ examples: Examples, rows: [Int32], pool: ThreadPool? = nil
  ) throws(NetworkError) -> [LayerActivity] {
    let outputs = try layerOutputs(examples, rows: rows, pool: pool)
    return outputs.indices.map {
      LayerActivity(layer: $0, outputs: outputs[$0], activation: madeBy($0))
    }
  }

  /// The activation that made the outputs of a layer; nil for a layer that passes on what it got.
  package func madeBy(_ layer: Int) -> Activation? { layers[layer].ownActivation }
}
