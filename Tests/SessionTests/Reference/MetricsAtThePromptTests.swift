import JSON
import ReferenceNumbers
import TensorEngine
import Testing

/// Metrics of networks that hand on what the file says they predict, their probabilities rounded to
/// 32 bits: within 1e-6.
@Suite(
  "Metrics of the reference folder at the prompt",
  .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
struct MetricsAtThePromptTests {
  /// A network that predicts probabilities: their logits are its inputs.
  private func prompt(_ probabilities: [[Double]], classes: [Double]) throws -> Prompt {
    let width = probabilities[0].count
    let logits = probabilities.flatMap { row in
      width == 1
        ? [Float(ElementaryMath.log(row[0]) - ElementaryMath.log(1 - row[0]))]
        : row.map { Float(ElementaryMath.log($0)) }
    }
    let identity = (0..<width * width).map { $0 / width == $0 % width ? 1.0 : 0 }
    var prompt = try Prompt()
    try prompt.keep(
      [
        ("x", Tensor(shape: [classes.count, width], elements: logits)),
        ("y", Tensor(shape: [classes.count], elements: classes.map { Float($0) })),
      ], in: "data.npz")
    try prompt.type(
      "data npz data.npz kind=classes", "network",
      "add dense \(width) \(width == 1 ? "sigmoid" : "softmax")",
      "set weights 1 (\(literal(identity, columns: width)))", "set bias 1 0")
    return prompt
  }

  private func expect(
    _ formulas: [(formula: String, key: String)], in expected: JSONValue, _ prompt: inout Prompt
  ) throws {
    for (formula, key) in formulas {
      try expectAgreement(
        prompt.values(of: formula), expected.at(key).elements, within: 1e-6, key)
    }
  }

  private static let confusion: [(formula: String, key: String)] = [
    ("accuracy(train)", "accuracy"), ("precision(train)", "precision"),
    ("recall(train)", "recall"), ("f1(train)", "f1"), ("confusion(train)", "confusion_matrix"),
  ]

  /// What has no function of its own, from the confusion matrix.
  private static let derived: [(formula: String, key: String)] = [
    ("5 * c[2, 2] / (5 * c[2, 2] + 4 * c[2, 1] + c[1, 2])", "f2"),
    ("(recall(train, 0) + recall(train, 1)) / 2", "balanced_accuracy"),
    (
      "(c[2, 2] * c[1, 1] - c[1, 2] * c[2, 1]) / sqrt((c[2, 2] + c[1, 2]) * (c[2, 2] + c[2, 1]) "
        + "* (c[1, 1] + c[1, 2]) * (c[1, 1] + c[2, 1]))", "mcc"
    ),
    ("(accuracy(train) - chance) / (1 - chance)", "cohen_kappa"),
  ]

  @Test("of two classes agree, at each threshold and over all of them")
  func binary() throws {
    let binary = try ReferenceFile.read("metrics.json").at("binary")
    let rows = try binary.at("p").elements.map { [$0] }
    for expected in try binary.at("at_threshold").list {
      var prompt = try prompt(rows, classes: binary.at("y").elements)
      // At least 0.5 is a little less than above 0.5.
      if try expected.at("threshold_rule").string == "p >= 0.5" {
        try prompt.type("set bias 1 1e-5")
      }
      try expect(Self.confusion, in: expected, &prompt)
      try prompt.type(
        "let c = confusion(train)",
        "let chance = ((c[1, 1] + c[1, 2]) * (c[1, 1] + c[2, 1]) + (c[2, 1] + c[2, 2]) "
          + "* (c[1, 2] + c[2, 2])) / sum(c)^2")
      try expect(Self.derived, in: expected, &prompt)
    }
    var prompt = try prompt(rows, classes: binary.at("y").elements)
    try expect(
      [("auc(train)", "roc_auc"), ("log_loss(train)", "log_loss")], in: binary, &prompt)
    try expect(
      [("auc(train)", "roc_auc_by_pair_count")], in: binary, &prompt)
    try prompt.type("forward batch=all")
    try expect([("mean((output(1) - targets())^2)", "brier")], in: binary, &prompt)
    let keras = try binary.at("keras_strict_threshold")
    try expect(
      [
        ("accuracy(train)", "accuracy"), ("precision(train)", "precision"),
        ("recall(train)", "recall"), ("loss(train)", "binary_crossentropy"),
      ], in: keras, &prompt)
  }

  @Test("of two classes agree where a class is never predicted or never there")
  func edges() throws {
    for edge in try ReferenceFile.read("metrics.json").at("binary_edge_cases").list {
      var prompt = try prompt(edge.at("p").elements.map { [$0] }, classes: edge.at("y").elements)
      try prompt.type("set bias 1 1e-5")
      try expect(Self.confusion, in: edge, &prompt)
      guard let area = edge["roc_auc"]?.elements, !area.isEmpty else { continue }
      try expectAgreement(prompt.values(of: "auc(train)"), area, within: 1e-6, "auc")
    }
  }

  @Test("of several classes agree, one by one and averaged")
  func multiclass() throws {
    let expected = try ReferenceFile.read("metrics.json").at("multiclass")
    var prompt = try prompt(
      expected.at("p").list.map(\.elements), classes: expected.at("y").elements)
    try expect(
      [
        ("accuracy(train)", "accuracy"), ("log_loss(train)", "log_loss"),
        ("confusion(train)", "confusion_matrix"), ("auc(train)", "roc_auc_ovr_macro"),
      ], in: expected, &prompt)
    let averages = try expected.at("averages")
    let single = try expected.at("per_class")
    let support = try single.at("support").elements
    for name in ["precision", "recall", "f1"] {
      try expect([("\(name)(train)", name)], in: averages.at("macro"), &prompt)
      // Each prediction is one hit or one miss, so all micro averages are the accuracy.
      try expect([("accuracy(train)", name)], in: averages.at("micro"), &prompt)
      var values: [Double] = []
      for index in 0..<4 { values += try prompt.values(of: "\(name)(train, \(index))") }
      try expectAgreement(values, single.at(name).elements, within: 1e-6, name)
      try prompt.type("let n = \(literal(support))", "let v = \(literal(values))")
      try expect([("sum(n * v) / sum(n)", name)], in: averages.at("weighted"), &prompt)
    }
    for member in try expected.at("top_k").members {
      try expectAgreement(
        prompt.values(of: "top_k(\(member.name), train)"), member.value.elements, within: 1e-6,
        "top \(member.name)")
    }
  }

  @Test("of numbers agree")
  func regression() throws {
    let expected = try ReferenceFile.read("metrics.json").at("regression")
    let outputs = try expected.at("p").elements
    var prompt = try Prompt()
    try prompt.keep(
      [
        ("x", Tensor(shape: [outputs.count, 1], elements: outputs.map { Float($0) })),
        ("y", expected.at("y").tensor),
      ], in: "data.npz")
    try prompt.type(
      "data npz data.npz kind=values", "network", "add dense 1", "set weights 1 1", "set bias 1 0",
      "forward batch=all", "let miss = output(1) - targets()")
    try expect(
      [
        ("mse(train)", "mse"), ("rmse(train)", "rmse"), ("mae(train)", "mae"), ("r2(train)", "r2"),
        ("median(abs(miss))", "median_absolute_error"), ("max(abs(miss))", "max_error"),
        (
          "1 - mean((miss - mean(miss))^2) / mean((targets() - mean(targets()))^2)",
          "explained_variance"
        ),
      ], in: expected, &prompt)
  }
}
