import JSON
import ReferenceNumbers
import TensorEngine
import Testing

@Suite(
  "Optimizers of the reference folder at the prompt",
  .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
struct OptimizersAtThePromptTests {
  /// An optimizer of the file as it is typed, and in PyTorch's form as formulas of the gradient g
  /// and the step t. Where `keras` is nil it has no name here, and is written down as well.
  private struct Rule {
    var name: String
    var keras: String?
    var torch: [String]
  }

  private static let moments = [
    "let m = beta1 * m + (1 - beta1) * g", "let v = beta2 * v + (1 - beta2) * g^2",
  ]
  private static let adamStep =
    "let w = w - lr * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + eps)"

  private static let rules = [
    Rule(name: "sgd", keras: "sgd", torch: ["let w = w - lr * g"]),
    Rule(
      name: "momentum", keras: "sgd momentum=(momentum)",
      torch: ["let v = momentum * v + g", "let w = w - lr * v"]),
    Rule(
      name: "nesterov", keras: "sgd momentum=(momentum) nesterov=yes",
      torch: ["let v = momentum * v + g", "let w = w - lr * (g + momentum * v)"]),
    Rule(
      name: "rmsprop", keras: "rmsprop rho=(rho) epsilon=(eps)",
      torch: ["let v = rho * v + (1 - rho) * g^2", "let w = w - lr * g / (sqrt(v) + eps)"]),
    Rule(
      name: "adam", keras: "adam beta1=(beta1) beta2=(beta2) epsilon=(eps)",
      torch: moments + [adamStep]),
    Rule(
      name: "adam_large_eps", keras: "adam beta1=(beta1) beta2=(beta2) epsilon=(eps)",
      torch: moments + [adamStep]),
    Rule(
      name: "adam_amsgrad", keras: "adam beta1=(beta1) beta2=(beta2) epsilon=(eps) amsgrad=yes",
      torch: moments + [
        "let a = [max([a[1], v[1]]), max([a[2], v[2]]), max([a[3], v[3]])]",
        "let w = w - lr * (m / (1 - beta1^t)) / (sqrt(a / (1 - beta2^t)) + eps)",
      ]),
    Rule(
      name: "adamw",
      keras: "adamw beta1=(beta1) beta2=(beta2) epsilon=(eps) weight_decay=(weight_decay)",
      torch: ["let w = w - lr * weight_decay * w"] + moments + [adamStep]),
    Rule(
      name: "adagrad", keras: "adagrad accumulator=(initial_accumulator) epsilon=(eps)",
      torch: ["let v = v + g^2", "let w = w - lr * g / (sqrt(v) + eps)"]),
    Rule(
      name: "adadelta", keras: "adadelta rho=(rho) epsilon=(eps)",
      torch: [
        "let v = rho * v + (1 - rho) * g^2",
        "let d = sqrt(m + eps) / sqrt(v + eps) * g", "let m = rho * m + (1 - rho) * d^2",
        "let w = w - lr * d",
      ]),
    Rule(
      name: "nadam", keras: "nadam beta1=(beta1) beta2=(beta2) epsilon=(eps)",
      torch: moments + [
        "let u = beta1 * (1 - 0.5 * 0.96^(decay * t))",
        "let next = beta1 * (1 - 0.5 * 0.96^(decay * (t + 1)))", "let product = product * u",
        "let w = w - lr * (next * m / (1 - product * next) + (1 - u) * g / (1 - product)) "
          + "/ (sqrt(v / (1 - beta2^t)) + eps)",
      ]),
    Rule(
      name: "adamax", keras: nil,
      torch: [
        "let m = beta1 * m + (1 - beta1) * g",
        "let v = [max([beta2 * v[1], abs(g[1]) + eps]), max([beta2 * v[2], abs(g[2]) + eps]), "
          + "max([beta2 * v[3], abs(g[3]) + eps])]",
        "let w = w - lr / (1 - beta1^t) * m / v",
      ]),
  ]

  /// The settings of a library by their names: its own where the libraries differ.
  private func settings(_ optimizer: JSONValue, of library: String) throws -> [(String, Double)] {
    try optimizer.at("hyperparameters").members.compactMap { member in
      let other = library == "keras" ? "_torch" : "_keras"
      if member.name.hasSuffix(other) { return nil }
      let name =
        member.name.hasSuffix("_\(library)")
        ? String(member.name.dropLast(library.count + 1)) : member.name
      return (name, member.value.elements[0])
    }
  }

  @Test("are all of the file's")
  func all() throws {
    let names = try ReferenceFile.read("optimizers.json").at("optimizers").list.map {
      try $0.at("name").string
    }
    #expect(names == Self.rules.map(\.name))
  }

  /// Each step rounds the weight and the gradient to 32 bits, and Adam divides by a root that starts
  /// small: within 1e-5.
  @Test("take Keras's ten steps on the logistic problem", arguments: rules.map(\.name))
  func keras(name: String) throws {
    let file = try ReferenceFile.read("optimizers.json")
    guard let typed = Self.rules.first(where: { $0.name == name })?.keras else { return }
    let optimizer = try #require(
      try file.at("optimizers").list.first { $0["name"]?.string == name })
    let logistic = try file.at("logistic")
    var prompt = try Prompt()
    try prompt.keep(
      [("x", logistic.at("X").tensor), ("y", logistic.at("y").tensor)], in: "data.npz")
    try prompt.type(
      "data npz data.npz kind=classes", "network", "add dense 1 sigmoid bias=no",
      "set weights 1 (transpose(\(literal(file.at("w0")))))")
    for (setting, value) in try settings(optimizer, of: "keras") {
      try prompt.type("let \(setting) = \(value)")
    }
    let steps = try optimizer.at("problems").at("logistic").at("keras").list
    for (index, expected) in steps.enumerated() {
      try prompt.type("train epochs=1 batch=all rate=(lr) optimizer=\(typed)")
      try expectAgreement(
        prompt.values(of: "weights(1)"), expected.elements, within: 1e-5, "\(name) \(index + 1)")
    }
  }

  /// Formulas are computed in double precision.
  @Test("take PyTorch's ten steps, written down, on both problems", arguments: rules.map(\.name))
  func torch(name: String) throws {
    let file = try ReferenceFile.read("optimizers.json")
    let rule = try #require(Self.rules.first { $0.name == name })
    let optimizer = try #require(
      try file.at("optimizers").list.first { $0["name"]?.string == name })
    let gradients = [
      "quadratic": "transpose(A @ transpose(w)) - b",
      "logistic": "transpose(sigmoid(X @ transpose(w)) - transpose(y)) @ X / 6",
    ]
    for (problem, gradient) in gradients.sorted(by: { $0.key < $1.key }) {
      var prompt = try Prompt()
      for member in try file.at(problem).members {
        try prompt.type("let \(member.name) = \(literal(member.value))")
      }
      for (setting, value) in try settings(optimizer, of: "torch") {
        try prompt.type("let \(setting) = \(value)")
      }
      try prompt.type(
        "let w = \(literal(file.at("w0")))", "let m = 0 * w", "let v = 0 * w", "let a = 0 * w",
        "let product = 1")
      let steps = try optimizer.at("problems").at(problem).at("torch").list
      for (index, expected) in steps.enumerated() {
        try prompt.type("let t = \(index + 1)", "let g = \(gradient)")
        for line in rule.torch { try prompt.type(line) }
        try expectAgreement(
          prompt.values(of: "w"), expected.elements, within: 1e-10, "\(name) \(problem) \(index)")
      }
    }
  }
}
