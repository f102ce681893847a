import Datasets
import Language
import Networks
import TensorEngine
import Workbench

extension ExpressionFunction {
  static let hashFunction = ExpressionFunction(
    name: "hash", usage: "hash(weights(1))",
    meaning: "16 digits that change with any bit of the numbers; hash() is of all parameters, "
      + "hash(data) of the examples, hash(validation) of a split's, hash(learned) of the data and "
      + "the splits with which the network has learned",
    arity: 0...1
  ) { call throws(Diagnostic) in
    if let text = try call.hashOfData() { return .word(text) }
    guard call.arguments.isEmpty else {
      let elements = try call.matrix().elements
      return .word(
        try call.working { interruption throws(EngineError) in
          var hash = NumberHash()
          for (index, element) in elements.enumerated() {
            if index.isMultiple(of: 65_536) { try interruption.check() }
            hash.append(element)
          }
          return hash.text
        })
    }
    let tensors = try call.network().parameters.flatMap(\.tensors)
    return .word(
      try call.working { interruption throws(EngineError) in
        var hash = NumberHash()
        for tensor in tensors {
          for (index, element) in tensor.elements.enumerated() {
            if index.isMultiple(of: 65_536) { try interruption.check() }
            hash.append(Double(element))
          }
        }
        return hash.text
      })
  }
}

extension ExpressionFunction {
  static let looksFunction = ExpressionFunction(
    name: "looks", usage: "looks(test)",
    meaning: "how often the test split of the data in hand has been looked at", arity: 1...1
  ) { call throws(Diagnostic) in
    guard call.evaluator.text(of: call.arguments[0]) == "test" else {
      throw Diagnostic(
        "only looks at the test split are counted", at: call.arguments[0].range,
        hints: ["looks(test)"])
    }
    return .number(Double(try call.data().testLooks))
  }
}

extension FunctionCall {
  func data() throws(Diagnostic) -> DataInHand {
    guard let data = state.data else {
      throw Diagnostic(
        "\(name.text) needs data, and there is none", at: name.range,
        hints: ["data circles makes some"])
    }
    return data
  }

  /// The fingerprint of the data or of a split, as it was made or read: each example's columns and
  /// its target; computed features and a scaling don't count. nil where something else is meant. No
  /// name of the student's own hides a split here, as it hides none elsewhere.
  fileprivate func hashOfData() throws(Diagnostic) -> String? {
    guard let argument = arguments.first, case .word(let word) = argument.kind,
      word == "data" || word == "learned" || SplitName.isKnown(word)
    else { return nil }
    if word == "learned" { return try markOfLearning(at: argument.range) }
    let data = try data()
    let part = word == "data" ? nil : try SplitName.part(word, of: data, at: argument.range)
    let rows = part.map(data.rows) ?? (0..<Int32(data.examples.count)).map { $0 }
    let dataset = data.dataset
    return try working { interruption throws(EngineError) in
      var hash = NumberHash()
      for (place, row) in rows.enumerated() {
        if place.isMultiple(of: 64) { try interruption.check() }
        for number in dataset.columns(ofRow: Int(row)) { hash.append(number) }
        for number in dataset.examples.targets.numbers(ofRow: Int(row)) { hash.append(number) }
      }
      return hash.text
    }
  }

  /// What tells from which data, and with which splits set aside, the network has learned.
  private func markOfLearning(at range: SourceRange) throws(Diagnostic) -> String {
    _ = try network()
    guard let hand = state.network, hand.hasLearned else {
      throw Wording.untrained(at: range)
    }
    guard let mark = hand.origin.mark else {
      throw Diagnostic(
        "no one can tell from what the network has learned: from several data sets or divisions, "
          + "or its weights were set or loaded",
        at: range, hints: ["initialize draws all weights anew, and train trains them"])
    }
    return mark
  }
}
