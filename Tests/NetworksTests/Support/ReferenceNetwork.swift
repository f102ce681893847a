import Networks
import TensorEngine
import Testing

/// A network of one hidden layer whose loss and gradients another library computed.
struct ReferenceNetwork: Decodable, CustomTestStringConvertible {
  var loss: String
  var hidden: String
  var lambda1: Double
  var lambda2: Double
  var inputs: [[Double]]
  var targets: [[Double]]
  var kernel1: [[Double]]
  var bias1: [Double]
  var kernel2: [[Double]]
  var bias2: [Double]
  var output: [[Double]]
  var dataLoss: Double
  var totalLoss: Double
  var kernelGradient1: [[Double]]
  var biasGradient1: [Double]
  var kernelGradient2: [[Double]]
  var biasGradient2: [Double]

  enum CodingKeys: String, CodingKey {
    case loss
    case hidden
    case lambda1
    case lambda2
    case output
    case inputs = "X"
    case targets = "Y"
    case kernel1 = "W1"
    case bias1 = "b1"
    case kernel2 = "W2"
    case bias2 = "b2"
    case kernelGradient1 = "dW1"
    case biasGradient1 = "db1"
    case kernelGradient2 = "dW2"
    case biasGradient2 = "db2"
    case dataLoss
    case totalLoss
  }

  var testDescription: String { "\(loss) \(hidden) λ₁ \(lambda1) λ₂ \(lambda2)" }

  /// The last activation and the loss; nil for a loss that this room has not. The half of the sum
  /// of squares over the rows is the mean over all elements where there are two outputs.
  var ending: (activation: Activation, loss: Loss)? {
    switch loss {
    case "mse_half_sum" where bias2.count == 2: (.linear, .meanSquaredError)
    case "mse_mean": (.linear, .meanSquaredError)
    case "bce", "bce_two_outputs": (.sigmoid, .binaryCrossEntropy)
    case "softmax_ce": (.softmax, .categoricalCrossEntropy)
    default: nil
    }
  }

  /// The network with the given parameters.
  func network(_ activation: Activation) throws -> Network {
    let hidden = Activation(rawValue: hidden) ?? .linear
    var network = try Samples.network(
      [inputs[0].count], Dense(units: bias1.count, activation: hidden),
      Dense(units: bias2.count, activation: activation))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: kernel1))
    try network.setParameter("bias", ofLayer: 0, to: Tensor(bias1))
    try network.setParameter("kernel", ofLayer: 1, to: Tensor(rows: kernel2))
    try network.setParameter("bias", ofLayer: 1, to: Tensor(bias2))
    return network
  }

  /// The examples; the rows of the softmax cases are one-hot and become classes unless kept.
  func examples(oneHot: Bool = false) throws -> Examples {
    let values = Inputs.floats(inputs.flatMap { $0 }.map { Float($0) })
    let labels: Targets
    if loss == "softmax_ce" && !oneHot {
      labels = .classes(
        targets.map { row in Int32(row.firstIndex(of: 1) ?? 0) }, count: targets[0].count)
    } else {
      labels = .values(targets.flatMap { $0 }.map { Float($0) }, width: targets[0].count)
    }
    return try Examples(inputShape: [inputs[0].count], inputs: values, targets: labels)
  }
}
