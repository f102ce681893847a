import JSON
import ReferenceNumbers
import TensorEngine
import Testing

/// Losses and gradients of whole networks, with penalties: within 1e-5 in 32 bits.
@Suite(
  "Networks of the reference folder at the prompt",
  .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
struct NetworksAtThePromptTests {
  private static let endings: [String: (activation: String, loss: String)] = [
    "mse_mean": ("linear", "mse"), "mse_half_sum": ("linear", "mse"),
    "bce": ("sigmoid", "binary_crossentropy"),
    "bce_two_outputs": ("sigmoid", "binary_crossentropy"),
    "softmax_ce": ("softmax", "categorical_crossentropy"),
  ]

  @Test("have their outputs, losses and gradients")
  func agree() throws {
    for network in try ReferenceFile.read("mlp_gradients.json").at("cases").list {
      let loss = try network.at("loss").string
      let hidden = try network.at("hidden").string
      let ending = try #require(Self.endings[loss], "\(loss)")
      // Half the sum of squares over the rows is their mean where there are two outputs.
      if loss == "mse_half_sum" { try #require(network.at("Y").shape == [5, 2]) }
      let options =
        "loss=\(ending.loss) lambda=\(try network.number("lambda2")) "
        + "lambda1=\(try network.number("lambda1"))"
      var prompt = try prompt(network, ending.activation, options)
      let name = "\(loss) \(hidden) \(options)"
      try expectAgreement(
        prompt.values(of: "loss()"), network.at("total_loss").elements, within: 1e-5, name)
      try expectAgreement(
        prompt.values(of: "data_loss()"), network.at("data_loss").elements, within: 1e-5, name)
      try prompt.type("forward batch=all \(options)", "backward")
      for (formula, key) in [
        ("gradient(1)", "dW1"), ("gradient(1, bias)", "db1"), ("gradient(2)", "dW2"),
        ("gradient(2, bias)", "db2"),
      ] {
        try expectAgreement(
          prompt.values(of: formula), network.at(key).elements, within: 1e-5, "\(name) \(key)")
      }
      for (index, output) in try network.at("output").list.enumerated() {
        try prompt.type("forward example \(index + 1) training=no")
        try expectAgreement(
          prompt.values(of: "output(2)"), output.elements, within: 1e-5, "\(name) output")
      }
    }
  }

  /// The network with its data and its weights, as if it had been trained with these options.
  private func prompt(
    _ network: JSONValue, _ activation: String, _ options: String
  ) throws -> Prompt {
    var prompt = try Prompt()
    try prompt.keep(
      [("x", network.at("X").tensor), ("y", network.at("Y").tensor)], in: "data.npz")
    try prompt.keep(
      [
        ("1.kernel", network.at("W1").tensor), ("1.bias", network.at("b1").tensor),
        ("2.kernel", network.at("W2").tensor), ("2.bias", network.at("b2").tensor),
      ], in: "weights.npz")
    try prompt.type(
      "data npz data.npz kind=\(activation == "softmax" ? "classes" : "values")", "network",
      "add dense \(network.at("b1").shape[0]) \(network.at("hidden").string)",
      "add dense \(network.at("b2").shape[0]) \(activation)",
      // So small a rate moves nothing; the training's loss is that of loss().
      "train epochs=1 batch=all rate=1e-30 \(options)", "load weights weights.npz")
    return prompt
  }
}
