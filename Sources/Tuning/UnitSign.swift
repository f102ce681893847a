package import Networks
package import TensorEngine

/// Units of a layer that have stopped to tell examples apart.
package struct UnitSign: Sendable, Equatable {
  /// What is wrong with them.
  package enum Kind: Sendable, Equatable {
    /// relu units whose output is 0 for every example: no gradient passes, so nothing wakes them.
    case dead
    /// Outputs of tanh or sigmoid where the derivative is less than a twentieth of its greatest.
    case saturated
  }

  /// What is wrong with the units that ``count`` counts.
  package let kind: Kind
  /// The number of the layer, from 1.
  package let layer: Int
  /// How many units are dead, or how many outputs saturated.
  package let count: Int
  /// How many units, or outputs, there are.
  package let total: Int

  /// The part that is counted.
  package var share: Double { Double(count) / Double(max(1, total)) }

  /// Whether it is worth a word: half of the units dead, or three fifths of the outputs saturated.
  /// Less is usual in networks that do well.
  package var isWorthAWord: Bool { share >= (kind == .dead ? 0.5 : 0.6) }

  /// What the hidden layers of a network do on some examples; a unit of a convolution is a filter.
  ///
  /// - Throws: As ``Network/layerOutputs(_:rows:pool:)``.
  package static func signs(
    of network: Network, on examples: Examples, rows: [Int32], pool: ThreadPool? = nil
  ) throws(NetworkError) -> [UnitSign] {
    let outputs = try network.layerOutputs(examples, rows: rows, pool: pool)
    let last = network.layers.lastIndex { $0.outputActivation != nil } ?? 0
    var signs: [UnitSign] = []
    for index in 0..<min(last, outputs.count) {
      guard let activation = network.layers[index].ownActivation else { continue }
      if activation.canDie {
        signs.append(dead(outputs[index], layer: index + 1))
      } else if activation.saturation != nil {
        signs.append(saturated(outputs[index], layer: index + 1, activation.isFlat))
      }
    }
    return signs
  }

  private static func dead(_ outputs: Tensor, layer: Int) -> UnitSign {
    let units = max(1, outputs.shape.dimensions.last ?? 1)
    var lives = [Bool](repeating: false, count: units)
    for (index, output) in outputs.elements.enumerated() where output > 0 {
      lives[index % units] = true
    }
    return UnitSign(kind: .dead, layer: layer, count: lives.count { !$0 }, total: units)
  }

  private static func saturated(
    _ outputs: Tensor, layer: Int, _ isFlat: (Float) -> Bool
  ) -> UnitSign {
    UnitSign(
      kind: .saturated, layer: layer, count: outputs.elements.count(where: isFlat),
      total: outputs.elements.count)
  }
}
