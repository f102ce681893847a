import JSON
import ReferenceNumbers
import TensorEngine
import Testing

/// Layers above one that hands its inputs on, whose output gradient is the dx of the file: within
/// 1e-5 in 32 bits of the greatest number.
@Suite(
  "Layers of the reference folder at the prompt",
  .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
struct LayersAtThePromptTests {
  /// A layer of the file, typed, with its parameters.
  private struct Case {
    let value: JSONValue
    let line: String
    var parameters: [(name: String, value: Tensor)] = []

    var name: String { "\(line) on \(value["x"]?.shape ?? [])" }
  }

  private func typed(_ layer: JSONValue) throws -> Case {
    let kind = try layer.at("kind").string
    if kind == "dense" {
      return Case(
        value: layer, line: "add dense \(try layer.at("b").shape[0])",
        parameters: [("2.kernel", try layer.at("w").tensor), ("2.bias", try layer.at("b").tensor)])
    }
    let size = layer[kind == "conv2d" ? "w" : "pool"].map {
      kind == "conv2d" ? Array($0.shape.prefix(2)) : $0.elements.map { Int($0) }
    }
    let window = try size ?? Array(layer.at("x").shape[1...2])
    let stride = layer["stride"].map { " stride=\(Int($0.elements[0]))x\(Int($0.elements[1]))" }
    let words =
      "\(window[0])x\(window[1])\(stride ?? "") padding=\(layer["padding"]?.string ?? "valid")"
    guard kind == "conv2d" else {
      return Case(
        value: layer, line: "add \(kind.contains("max") ? "maxpool" : "avgpool") \(words)")
    }
    return Case(
      value: layer, line: "add conv \(try layer.at("w").shape[3]) \(words)",
      parameters: [("2.kernel", try layer.at("w").tensor), ("2.bias", try layer.at("b").tensor)])
  }

  /// A network of the layer above one that hands its inputs on. The gradient of the mean of
  /// (y - t)² is dy for targets t = y - dy * count / 2.
  private func prompt(_ layer: Case, y: JSONValue, dy: JSONValue) throws -> Prompt {
    let x = try layer.value.at("x")
    let half = Double(y.elements.count) / 2
    let targets = zip(y.elements, dy.elements).map { Float($0 - $1 * half) }
    let channels = x.shape.last ?? 1
    let identity = (0..<channels * channels).map {
      Float($0 / channels == $0 % channels ? 1 : 0)
    }
    let isImage = x.shape.count == 4
    var prompt = try Prompt()
    try prompt.keep(
      [
        ("x", x.tensor),
        ("y", Tensor(shape: [x.shape[0], targets.count / x.shape[0]], elements: targets)),
      ], in: "data.npz")
    let shape: Shape = isImage ? [1, 1, channels, channels] : [channels, channels]
    try prompt.keep(
      [
        ("1.kernel", Tensor(shape: shape, elements: identity)),
        ("1.bias", Tensor(shape: [channels], elements: [Float](repeating: 0, count: channels))),
      ] + layer.parameters, in: "weights.npz")
    try prompt.type(
      "data npz data.npz kind=values", "network", layer.line,
      isImage ? "insert 1 conv \(channels) 1x1" : "insert 1 dense \(channels)")
    if isImage { try prompt.type("add flatten") }
    try prompt.type("load weights weights.npz")
    return prompt
  }

  /// Compares rows that the batch has shuffled.
  ///
  /// - Parameter size: What the numbers are differences of, where that is greater than they are.
  private func expectRows(
    _ formula: String, _ expected: JSONValue, _ prompt: inout Prompt, _ layer: Case,
    size: Double? = nil
  ) throws {
    let x = try layer.value.at("x").list.map(\.elements)
    let inputs = try prompt.values(of: "inputs()")
    let width = x[0].count
    let order = try (0..<x.count).map { row in
      try #require(
        x.firstIndex { Float($0[0]) == Float(inputs[row * width]) }, "\(layer.name)")
    }
    try expectAgreement(
      prompt.values(of: formula), order.flatMap { expected.list[$0].elements }, within: 1e-5,
      "\(layer.name) \(formula)", size: size)
  }

  @Test("have their outputs and gradients")
  func layers() throws {
    let cases = try ReferenceFile.read("layers.json").at("cases").list
    #expect(cases.count == 28)
    for value in cases {
      let layer = try typed(value)
      var prompt = try prompt(layer, y: value.at("y"), dy: value.at("dy"))
      try prompt.type("forward batch=all loss=mse", "backward")
      try expectRows("output(2)", value.at("y"), &prompt, layer)
      try expectRows("gradient(1, output)", value.at("dx"), &prompt, layer)
      for (formula, key) in [("gradient(2)", "dw"), ("gradient(2, bias)", "db")] {
        guard let expected = value[key] else { continue }
        try expectAgreement(
          prompt.values(of: formula), expected.elements, within: 1e-5, "\(layer.name) \(key)")
      }
    }
  }

  /// dx is γ / √(σ² + ε) times the difference of dy and its parts that the batch takes out; of two
  /// examples almost nothing is left, so the bound is one of what is subtracted.
  @Test("normalize batches, in training and in inference, and keep moving statistics")
  func batchNorm() throws {
    for value in try ReferenceFile.read("batchnorm.json").at("cases").list {
      var layer = Case(
        value: value, line: "add batchnorm momentum=0.9 epsilon=\(try value.number("eps"))")
      for (name, key) in [
        ("gamma", "gamma"), ("beta", "beta"), ("moving_mean", "running_mean_start"),
        ("moving_variance", "running_var_start"),
      ] { layer.parameters.append(("2.\(name)", try value.at(key).tensor)) }
      let train = try value.at("train")
      var prompt = try prompt(layer, y: train.at("y"), dy: value.at("dy"))
      try prompt.type("forward batch=all loss=mse training=no")
      try expectRows(
        "output(2)", value.at("inference_with_start_statistics").at("y"), &prompt, layer)
      try prompt.type("forward batch=all loss=mse", "backward")
      try expectRows("output(2)", train.at("y"), &prompt, layer)
      let deviation =
        try ((train.at("batch_var_biased").elements.min() ?? 0) + value.number("eps")).squareRoot()
      try expectRows(
        "gradient(1, output)", train.at("dx"), &prompt, layer,
        size: greatest(value.at("gamma")) * greatest(value.at("dy")) / deviation)
      for name in ["gamma", "beta"] {
        try expectAgreement(
          prompt.values(of: "gradient(2, \(name))"), train.at("d\(name)").elements, within: 1e-5,
          "\(layer.name) d\(name)")
      }
      try prompt.type("train epochs=1 batch=all rate=1e-30")
      let moved = try value.at("running_after_first_batch").at("biased_variance")
      for (formula, key) in [("moving_mean(2)", "mean"), ("moving_variance(2)", "var")] {
        try expectAgreement(
          prompt.values(of: formula), moved.at(key).elements, within: 1e-5, "\(layer.name) \(key)")
      }
    }
  }

  private func greatest(_ value: JSONValue) -> Double {
    value.elements.map { $0.magnitude }.max() ?? 0
  }
}
