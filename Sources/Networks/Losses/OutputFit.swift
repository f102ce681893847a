import TensorEngine

/// Decides whether a last layer, a loss and targets fit together.
///
/// | loss | activation | targets and outputs |
/// | --- | --- | --- |
/// | binary cross-entropy | sigmoid, or linear as logits | 2 classes and 1 output; C classes and C outputs, one against all; numbers from 0 to 1, one an output |
/// | categorical cross-entropy | softmax, or linear as logits | C classes and C outputs, C > 1; C numbers from 0 to 1, the probabilities of C outputs |
/// | hinge | tanh or linear | 2 classes and 1 output (-1 or 1); C classes and C outputs; numbers -1 or 1, one an output |
/// | mean squared error, mean absolute error | any | 2 classes and 1 output (0 or 1); C classes and C outputs (one-hot); numbers, one an output |
enum OutputFit {
  /// The loss of a network on targets, the one that was asked for or the one that follows.
  ///
  /// - Throws: `noLayers`, or `outputMismatch` where they do not fit.
  static func loss(
    _ asked: Loss?, of network: Network, on targets: TargetForm
  ) throws(NetworkError) -> Loss {
    guard let last = network.layers.last else { throw .noLayers }
    let outputShape = network.outputShape
    let activation = network.outputActivation
    let loss = asked ?? Loss.following(activation, targets)
    guard allows(activation, loss), allows(outputShape, loss, targets) else {
      throw .outputMismatch(
        OutputMismatch(
          layer: last.text, outputShape: outputShape, activation: activation, loss: loss,
          targets: targets, fitting: fitting(asked, targets)))
    }
    return loss
  }

  private static func allows(_ activation: Activation, _ loss: Loss) -> Bool {
    if loss.comparesSigns { return activation == .linear || activation == .tanh }
    guard let needed = loss.logitActivation else { return true }
    return activation == needed || activation == .linear
  }

  private static func allows(_ outputs: Shape, _ loss: Loss, _ targets: TargetForm) -> Bool {
    switch (targets, loss) {
    // Softmax runs over the last dimension, so that has to be the only one.
    case (.classes(let count), .categoricalCrossEntropy):
      outputs.count == count && outputs.last == count && count > 1
    case (.classes(let count), _): outputs.count == count || (outputs.count == 1 && count <= 2)
    case (.values(let width), .categoricalCrossEntropy):
      outputs.count == width && outputs.last == width && width > 1
    case (.values(let width), _): outputs.count == width
    }
  }

  private static func fitting(_ loss: Loss?, _ targets: TargetForm) -> [String] {
    switch (targets, loss) {
    case (.classes(let count), .categoricalCrossEntropy): ["dense \(max(2, count)) softmax"]
    case (.classes(let count), .binaryCrossEntropy):
      count <= 2 ? ["dense 1 sigmoid"] : ["dense \(count) sigmoid"]
    case (.classes(let count), let loss?) where loss.comparesSigns:
      ["dense \(count <= 2 ? 1 : count) linear"]
    case (.classes(let count), _):
      count <= 2 ? ["dense 1 sigmoid", "dense 2 softmax"] : ["dense \(count) softmax"]
    case (.values(let width), .categoricalCrossEntropy) where width > 1:
      ["dense \(width) softmax"]
    case (.values(let width), .binaryCrossEntropy): ["dense \(width) sigmoid"]
    case (.values(let width), _): ["dense \(width) linear"]
    }
  }
}
