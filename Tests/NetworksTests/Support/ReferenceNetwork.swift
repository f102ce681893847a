import Networks
import TensorEngine
import Testing

/// A network of one hidden layer whose loss and gradients another library computed.
struct ReferenceNetwork: Decodable, CustomTestStringConvertible {
  var loss: String
  var hidden: String
  var lambda1: Double
  var lambda2: Double
  var X: [[Double]]
  var Y: [[Double]]
  var W1: [[Double]]
  var b1: [Double]
  var W2: [[Double]]
  var b2: [Double]
  var output: [[Double]]
  var dataLoss: Double
  var totalLoss: Double
  var dW1: [[Double]]
  var db1: [Double]
  var dW2: [[Double]]
  var db2: [Double]

  enum CodingKeys: String, CodingKey {
    case loss, hidden, lambda1, lambda2, X, Y, W1, b1, W2, b2, output
    case dataLoss = "data_loss"
    case totalLoss = "total_loss"
    case dW1, db1, dW2, db2
  }

  var testDescription: String { "\(loss) \(hidden) λ₁ \(lambda1) λ₂ \(lambda2)" }

  /// The last activation and the loss; nil for a loss that this room has not.
  var ending: (activation: Activation, loss: Loss)? {
    switch loss {
    case "mse_mean": (.linear, .meanSquaredError)
    case "bce", "bce_two_outputs": (.sigmoid, .binaryCrossEntropy)
    case "softmax_ce": (.softmax, .categoricalCrossEntropy)
    default: nil
    }
  }

  /// The network with the given parameters; the L1 penalty is λ₁/m in each layer.
  func network(_ activation: Activation) throws -> Network {
    let l1 = lambda1 / Double(X.count)
    let hidden = Activation(rawValue: hidden) ?? .linear
    var network = try Samples.network(
      [X[0].count], Dense(units: b1.count, activation: hidden, l1: l1),
      Dense(units: b2.count, activation: activation, l1: l1))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: W1))
    try network.setParameter("bias", ofLayer: 0, to: Tensor(b1))
    try network.setParameter("kernel", ofLayer: 1, to: Tensor(rows: W2))
    try network.setParameter("bias", ofLayer: 1, to: Tensor(b2))
    return network
  }

  /// The examples; the rows of the softmax cases are one-hot and become classes.
  func examples() throws -> Examples {
    let inputs = Inputs.floats(X.flatMap { $0 }.map { Float($0) })
    let targets: Targets
    if loss == "softmax_ce" {
      targets = .classes(
        Y.map { row in Int32(row.firstIndex(of: 1) ?? 0) }, count: Y[0].count)
    } else {
      targets = .values(Y.flatMap { $0 }.map { Float($0) }, width: Y[0].count)
    }
    return try Examples(inputShape: [X[0].count], inputs: inputs, targets: targets)
  }
}
