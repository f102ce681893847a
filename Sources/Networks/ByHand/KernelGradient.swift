import TensorEngine

/// The gradient of the kernel of one layer.
package struct KernelGradient: Equatable, Sendable {
  /// The position of the layer in the network, from 0.
  package let layer: Int
  /// The derivatives of the loss by each weight.
  package let elements: [Float]

  /// The root of the mean square; 0 without weights.
  package let size: Double
  /// How many are exactly 0.
  package let zeroCount: Int

  /// Measures a gradient.
  package init(layer: Int, elements: [Float]) {
    self.layer = layer
    self.elements = elements
    let squares = elements.map { Double($0) * Double($0) }
    size = (squares.laneSum / Double(max(1, elements.count))).squareRoot()
    zeroCount = elements.count { $0 == 0 }
  }
}

extension Network {
  /// The layers whose kernels learn, by their positions from 0.
  package var learningKernels: [Int] {
    layers.indices.filter { parameters[$0]["kernel"] != nil && !parameters[$0].isFrozen }
  }

  /// The gradients of the kernels that learn, from the first layer to the last.
  package func kernelGradients(of pass: BackwardPass) -> [KernelGradient] {
    learningKernels.compactMap { index in
      let tensors = pass.parameters[index]
      guard let place = parameters[index].names.firstIndex(of: "kernel"), place < tensors.count
      else { return nil }
      return KernelGradient(layer: index, elements: tensors[place].elements)
    }
  }
}
