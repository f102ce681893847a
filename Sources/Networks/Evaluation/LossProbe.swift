package import TensorEngine

/// The loss of a network on fixed examples wherever its parameters are moved to, in inference mode.
///
/// It is what the last training made smaller: the mean loss with its penalty, class weights and
/// label smoothing. The network is laid out once, so that a thousand places cost a thousand forward
/// passes and nothing else. What training leaves alone stays as the network has it: frozen layers,
/// and the statistics of a batch normalization. A probe is used by one thread at a time.
package final class LossProbe {
  private let inferenceRun: InferenceRun
  private let places: [ParameterIndex]

  /// Lays the network out for the examples, once for all places.
  ///
  /// - Parameters:
  ///   - rows: The examples that the loss is the mean of.
  ///   - pool: The threads to use; nil for the calling one alone.
  /// - Throws: `noLayers`, `noParameters`, `allFrozen`, `noExamples`, `outputMismatch`, or `engine`
  ///   for rows or inputs that do not fit.
  package init(
    _ network: Network, on examples: Examples, rows: [Int32], pool: ThreadPool? = nil,
    kernels: Kernels = .selected
  ) throws(NetworkError) {
    guard !network.layers.isEmpty else { throw .noLayers }
    let loss = try network.fittingLoss(nil, on: examples)
    guard network.trainableParameterCount > 0 else {
      throw network.parameters.contains { $0.isFrozen } ? .allFrozen : .noParameters
    }
    guard !rows.isEmpty else { throw .noExamples }
    places = network.trainedPlaces
    inferenceRun = try network.inferenceRun(
      examples, rows: rows, loss: loss, settings: network.lossSettings(for: loss),
      penalty: network.training.penalty, pool: pool, kernels: kernels)
  }

  /// The loss with the parameters set to the values, in the order of ``Network/trainedValues``;
  /// values that are missing leave theirs as they were. NaN where the work is called off.
  package func loss(at values: [Float]) -> Double {
    inferenceRun.write(values, to: places)
    return (try? inferenceRun.evaluate().loss) ?? .nan
  }
}

/// Which parameter of which layer.
struct ParameterIndex: Hashable, Sendable {
  var layer: Int
  var parameter: Int
}

extension Network {
  /// All values that training changes: layer by layer, parameter by parameter, each flat as it
  /// lies. ``trainableParameterCount`` of them.
  public var trainedValues: [Float] {
    trainedPlaces.flatMap { parameters[$0.layer].tensors[$0.parameter].elements }
  }

  /// For each of ``trainedValues``, the unit or filter that it belongs to, counted over the whole
  /// network: what comes into a unit, its bias too, has one number.
  package var unitsOfTrainedValues: [Int] {
    var units: [Int] = []
    var first = 0
    for (layer, group) in trainedPlaces.grouped {
      let tensors = group.map { parameters[layer].tensors[$0.parameter] }
      let count = tensors.map { $0.shape.dimensions.last ?? 1 }.max() ?? 1
      for tensor in tensors {
        units += (0..<tensor.count).map { first + $0 % max(1, tensor.shape.dimensions.last ?? 1) }
      }
      first += count
    }
    return units
  }

  /// The parameters that training changes, in order.
  var trainedPlaces: [ParameterIndex] {
    layerSpecifications().enumerated().flatMap { layer, specifications in
      specifications.indices.filter {
        specifications[$0].role.isTrained && !parameters[layer].isFrozen
      }.map { ParameterIndex(layer: layer, parameter: $0) }
    }
  }
}

extension [ParameterIndex] {
  /// The parameters of each layer together; those of a layer stand side by side.
  fileprivate var grouped: [(layer: Int, parameters: [ParameterIndex])] {
    var groups: [(layer: Int, parameters: [ParameterIndex])] = []
    for index in self {
      if groups.last?.layer == index.layer {
        groups[groups.count - 1].parameters.append(index)
      } else {
        groups.append((index.layer, [index]))
      }
    }
    return groups
  }
}
