import JSON
import ReferenceNumbers
import Testing

/// Activations as formulas, in double precision: within 1e-9 of each number.
@Suite(
  "Activations of the reference folder at the prompt",
  .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
struct ActivationsAtThePromptTests {
  /// Each activation of the file, and its derivative, as a formula of x.
  private static let formulas: [(name: String, value: String, derivative: String)] =
    ["sigmoid", "tanh", "relu", "elu", "selu", "swish", "softplus"].map {
      ($0, "\($0)(x)", "derivative(\($0), x)")
    } + [
      ("leaky_relu_0.01", "leaky_relu(x, 0.01)", "derivative(leaky_relu, x, 0.01)"),
      ("leaky_relu_0.3", "leaky_relu(x, 0.3)", "derivative(leaky_relu, x, 0.3)"),
      ("gelu_erf", "gelu(x)", "derivative(gelu, x)"),
      // No layer has these; they are written down.
      (
        "gelu_tanh", "0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))",
        "0.5 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))) + 0.5 * x * derivative(tanh, "
          + "sqrt(2 / pi) * (x + 0.044715 * x^3)) * sqrt(2 / pi) * (1 + 3 * 0.044715 * x^2)"
      ),
      ("softsign", "x / (1 + abs(x))", "1 / (1 + abs(x))^2"),
      (
        "mish", "x * tanh(softplus(x))",
        "tanh(softplus(x)) + x * derivative(tanh, softplus(x)) * sigmoid(x)"
      ),
      (
        "hard_sigmoid", "(relu(x + 3) - relu(x - 3)) / 6",
        "(derivative(relu, x + 3) - derivative(relu, x - 3)) / 6"
      ),
    ]

  @Test(
    "have their values and derivatives, far out and at 0 as well", arguments: formulas.map(\.name))
  func elementwise(name: String) throws {
    let file = try ReferenceFile.read("activations.json")
    let curve = try #require(try file.at("cases").list.first { $0["name"]?.string == name })
    let formula = try #require(Self.formulas.first { $0.name == name })
    var prompt = try Prompt()
    for part in ["", "_extreme", "_zero"] {
      try prompt.type("let x = \(literal(curve.at("x\(part)")))")
      try expectEach(
        prompt.values(of: formula.value), curve.at("y\(part)").elements, "\(name)\(part)")
      try expectEach(
        prompt.values(of: formula.derivative), curve.at("dydx\(part)").elements, "\(name)'\(part)")
    }
  }

  @Test("are all of the file's")
  func all() throws {
    let names = try ReferenceFile.read("activations.json").at("cases").list.map {
      try $0.at("name").string
    }
    #expect(names.sorted() == Self.formulas.map(\.name).sorted())
  }

  @Test("softmax, its logarithm, its derivatives and its gradient agree row by row")
  func softmax() throws {
    for matrix in try ReferenceFile.read("activations.json").at("softmax").list {
      for (index, row) in try matrix.at("z").list.enumerated() {
        func expected(_ name: String) throws -> [Double] {
          try matrix.at(name).list[index].elements
        }
        var prompt = try Prompt()
        try prompt.type("let z = \(literal(row))", "let p = softmax(z)")
        try prompt.type("let dy = \(literal(matrix.at("dy").list[index]))")
        try expectEach(prompt.values(of: "p"), expected("softmax"), "softmax")
        try expectEach(
          prompt.values(of: "z - logsumexp(z)"), expected("log_softmax"), "log softmax")
        try expectEach(prompt.values(of: "p * (dy - sum(p * dy))"), expected("dz"), "dz")
        let count = row.elements.count
        for (place, derivative) in try expected("jacobian_per_row").enumerated() {
          let (i, j) = (place / count, place % count)
          let value = try prompt.values(of: "p[\(i + 1)] * (\(i == j ? 1 : 0) - p[\(j + 1)])")
          expectEach(value, [derivative], "derivative of \(i) by \(j)")
        }
      }
    }
  }

  /// Each number within 1e-9 of itself; below 1e-15, differences of numbers near 1 lose all digits.
  private func expectEach(_ actual: [Double], _ expected: [Double], _ comment: String) {
    #expect(actual.count == expected.count, "\(comment)")
    for (one, other) in zip(actual, expected) {
      #expect(abs(one - other) <= 1e-9 * abs(other) + 1e-15, "\(comment): \(one) is not \(other)")
    }
  }
}
