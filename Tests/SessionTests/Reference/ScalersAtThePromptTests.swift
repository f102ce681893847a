import JSON
import ReferenceNumbers
import TensorEngine
import Testing

@Suite(
  "Scalers of the reference folder at the prompt",
  .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
struct ScalersAtThePromptTests {
  /// How a scaler is written down for a column x: `factor * (v - center) / scale + shift`, where a
  /// scale of 0 counts as 1.
  private struct Formula {
    var name: String
    var center: String
    var scale: String
    var factor = 1.0
    var shift = 0.0
  }

  private static let formulas = [
    Formula(name: "standard", center: "mean(x)", scale: "sqrt(mean((x - mean(x))^2))"),
    Formula(name: "minmax_0_1", center: "min(x)", scale: "max(x) - min(x)"),
    Formula(
      name: "minmax_-1_1", center: "min(x)", scale: "max(x) - min(x)", factor: 2, shift: -1),
    Formula(name: "maxabs", center: "0", scale: "max(abs(x))"),
    Formula(name: "robust", center: "median(x)", scale: "quantile(x, 75%) - quantile(x, 25%)"),
  ]

  private func column(_ matrix: JSONValue, _ index: Int) -> [Double] {
    matrix.list.map { $0.elements[index] }
  }

  @Test("by formulas, there and back, in double precision")
  func byFormulas() throws {
    let file = try ReferenceFile.read("scalers.json")
    let scalers = try file.at("scalers").list
    #expect(scalers.map { $0["name"]?.string } == Self.formulas.map(\.name))
    for (scaler, formula) in zip(scalers, Self.formulas) {
      for index in 0..<4 {
        var prompt = try Prompt()
        try prompt.type(
          "let x = \(literal(column(file.at("X"), index)))",
          "let v = \(literal(column(file.at("X_new"), index)))",
          "let center = \(formula.center)", "let scale = \(formula.scale)")
        if try prompt.values(of: "scale") == [0] { try prompt.type("let scale = 1") }
        for (input, output) in [("x", "transformed_train"), ("v", "transformed_new")] {
          try expectAgreement(
            prompt.values(
              of: "\(formula.factor) * (\(input) - center) / scale + (\(formula.shift))"),
            column(scaler.at(output), index), within: 1e-12, "\(formula.name) \(output)")
        }
        try prompt.type("let y = \(literal(column(scaler.at("transformed_new"), index)))")
        try expectAgreement(
          prompt.values(of: "(y - (\(formula.shift))) / \(formula.factor) * scale + center"),
          column(scaler.at("inverse_of_new"), index), within: 1e-12, "\(formula.name) back")
      }
    }
  }

  /// Features are kept in 32 bits: of numbers near 5 half a unit is 2.4e-7, and the narrowest column
  /// is 0.0158 wide and has a deviation of 0.0062.
  @Test("by scale, fitted on the training rows", arguments: ["standard", "minmax"])
  func byScale(kind: String) throws {
    let file = try ReferenceFile.read("scalers.json")
    let (x, new) = (try file.at("X"), try file.at("X_new"))
    let name = kind == "standard" ? "standard" : "minmax_0_1"
    let scaler = try #require(try file.at("scalers").list.first { $0["name"]?.string == name })
    var prompt = try Prompt()
    func numbers(_ count: Int) -> Tensor {
      Tensor(shape: [count], elements: (0..<count).map { Float($0) + 0.5 })
    }
    try prompt.keep(
      [
        ("x_train", x.tensor), ("y_train", numbers(x.list.count)), ("x_test", new.tensor),
        ("y_test", numbers(new.list.count)),
      ], in: "data.npz")
    try prompt.type("data npz data.npz kind=values", "scale \(kind)", "network", "add dense 1")
    let expected = try scaler.at("transformed_train").list + scaler.at("transformed_new").list
    for (index, row) in expected.enumerated() {
      try prompt.type("forward example \(index + 1)")
      for (found, value) in zip(try prompt.values(of: "inputs()"), row.elements) {
        #expect(abs(found - value) <= 4 * 2.4e-7 / 0.0062, "\(kind) \(index)")
      }
    }
  }
}
