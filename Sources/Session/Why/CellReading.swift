import Charts
import Formulas
import Language
import Reports
import Tuning

/// What the output of a cell is: its document, and what the command that made it computes.
struct CellReading {
  let source: String
  let document: Document

  var sentences: [String] {
    let reading = DocumentReading(document: document).sentences
    let sentences = formula + reading + diagnosis + terms
    return sentences.isEmpty ? texts : sentences
  }

  private var command: Command? {
    for case .command(let command) in Script(parsing: source).statements { return command }
    return nil
  }

  /// What `print` shows, and what each function of its formula computes.
  private var formula: [String] {
    guard let command, command.verb.text == "print", let value = command.values.first else {
      return []
    }
    if case .string = value.kind { return [] }
    var sentences: [String] = []
    for case .facts(let facts) in document.blocks {
      sentences += facts.filter { $0.name == "value" }.map {
        "\($0.text) is the value of the formula \(value.formatted)."
      }
    }
    for block in document.blocks {
      guard case .verbatim = block else { continue }
      sentences.append(
        "The numbers in brackets are the value of \(value.formatted): a line is a row, and the "
          + "numbers below each other are a column.")
    }
    return sentences
      + value.functions.compactMap { name in
        if let function = ExpressionFunction.named(name) {
          return "\(name), as in \(function.usage): \(function.meaning)."
        }
        return nil
      }
      + value.functions.compactMap { Glossary.entry(for: $0) }.map {
        "\($0.term): \($0.sentence)"
      }
  }

  /// Where the figures of `diagnose` come from, by their own numbers.
  private var diagnosis: [String] {
    guard command?.verb.text == "diagnose", let diagnosis = bars else { return [] }
    func percent(_ share: Double) -> String { NumberText.percent(share, places: 1) }
    func points(_ share: Double) -> String { DiagnosisText.points(share) }
    func judged(_ name: String, _ value: Double, isHigh: Bool) -> String {
      if isHigh { return "above the bound: high \(name)" }
      return value > diagnosis.bound
        ? "above the bound, but within chance" : "not above the bound: \(name) is not high"
    }
    let isVarianceHigh = diagnosis.hasHighVariance && !isWithinChance
    let verdict =
      switch (diagnosis.hasHighBias, isVarianceHigh) {
      case (true, false): "high bias: it underfits."
      case (false, true): "high variance: it overfits."
      case (true, true):
        "both: it misses the target even on what it learned from, and loses more on new examples."
      case (false, false): "a good fit: neither difference is high."
      }
    return [
      "bias \(points(diagnosis.bias)): the training error less the target, "
        + "\(percent(diagnosis.trainingError)) - \(percent(diagnosis.targetError)); "
        + "\(judged("bias", diagnosis.bias, isHigh: diagnosis.hasHighBias)).",
      "variance \(points(diagnosis.variance)): the validation error less the training error, "
        + "\(percent(diagnosis.validationError)) - \(percent(diagnosis.trainingError)); "
        + "\(judged("variance", diagnosis.variance, isHigh: isVarianceHigh)).",
      "high above \(points(diagnosis.bound)): a difference counts as high from half of the target "
        + "on, and from 1 point at least. It is a rule of thumb.",
      "The verdict is \(verdict)",
    ]
  }

  /// The three errors of the bars of `diagnose`.
  private var bars: Diagnosis? {
    for case .chart(.bars(let chart)) in document.blocks {
      let values = ["train", "validation", "target"].compactMap { name in
        chart.bars.first { $0.label == name }?.value
      }
      guard values.count == 3 else { continue }
      return Diagnosis(
        trainingError: values[0], validationError: values[1], targetError: values[2])
    }
    return nil
  }

  /// Whether the document says that chance alone explains its variance.
  private var isWithinChance: Bool {
    document.blocks.contains { block in
      if case .text(let text) = block { text.contains("within chance") } else { false }
    }
  }

  /// The terms that the texts of the document point to, each with its sentence.
  private var terms: [String] {
    var terms: [String] = []
    for case .text(let text) in document.blocks {
      guard let start = text.firstRange(of: "(explain "), text.hasSuffix(")") else { continue }
      let term = String(text[start.upperBound...].dropLast())
      if !terms.contains(term) { terms.append(term) }
    }
    return terms.compactMap { Glossary.entry(for: $0) }.map { "\($0.term): \($0.sentence)" }
  }

  /// What a document says that is made of sentences alone, and what its command is about.
  private var texts: [String] {
    var sentences: [String] = []
    for case .text(let text) in document.blocks where sentences.isEmpty {
      sentences.append("It is a sentence, and no picture or table: \"\(text)\".")
    }
    if sentences.isEmpty, case .verbatim = document.blocks.first {
      sentences.append("It is text that stands for itself.")
    }
    let subject = command?.values.first.flatMap { value in
      if case .word(let word) = value.kind { Glossary.entry(for: word) } else { nil }
    }
    return sentences + (subject.map { ["\($0.term): \($0.sentence)"] } ?? [])
  }
}

extension Expression {
  /// The names of all functions that are called in a formula, each once, from the left.
  fileprivate var functions: [String] {
    let all: [String] =
      switch kind {
      case .call(let name, let arguments):
        [name.text]
          + arguments.flatMap { argument in
            if case .value(let value) = argument { value.functions } else { [String]() }
          }
      case .unary(_, let operand): operand.functions
      case .binary(_, let left, let right): left.functions + right.functions
      case .index(let base, let indices): base.functions + indices.flatMap(\.functions)
      case .matrix(let rows): rows.flatMap { $0.flatMap(\.functions) }
      case .number, .percent, .size, .string, .path, .word, .range: []
      }
    return all.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}
