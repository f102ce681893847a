import Charts
import Formulas
import Language
import Reports
import Tuning

/// What the output of a cell is: its document, and what the command that made it computes.
struct CellReading {
  let script: Script
  let reports: [any Report]

  private var document: Document { Document(reports.flatMap(\.document.blocks)) }

  var sentences: [String] {
    let reading = DocumentReading(document: document).sentences
    let sentences = formula + reading + reports.flatMap(\.explanation.figures) + terms
    return sentences.isEmpty ? texts : sentences
  }

  private var command: Command? {
    for case .command(let command) in script.statements { return command }
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

  /// The terms of the glossary that the reports speak of, each with its sentence.
  private var terms: [String] {
    var terms: [String] = []
    for term in reports.flatMap(\.explanation.terms) where !terms.contains(term) {
      terms.append(term)
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
