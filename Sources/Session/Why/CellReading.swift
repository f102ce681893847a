import Charts
import Language
import Notebooks
import Reports

/// What the output of a cell is: its document, and what the command that made it computes.
struct CellReading {
  let script: Script
  let reports: [any Report]

  private var document: Document { Document(reports.flatMap(\.document.blocks)) }

  var sentences: [String] {
    let explanations = reports.map(\.explanation)
    let sentences =
      explanations.flatMap(\.question) + self.sentences(of: explanations.flatMap(\.questionTerms))
      + DocumentReading(document: document).sentences + explanations.flatMap(\.figures)
      + self.sentences(of: explanations.flatMap(\.terms))
    return sentences.isEmpty ? texts : Self.distinct(sentences)
  }

  private var command: Command? {
    for case .command(let command) in script.statements { return command }
    return nil
  }

  /// What the glossary says of some terms.
  private func sentences(of terms: [String]) -> [String] {
    terms.compactMap { Glossary.entry(for: $0) }
      .map { "\($0.term): \($0.sentence)" }
  }

  private static func distinct(_ strings: [String]) -> [String] {
    strings.reduce(into: []) { known, string in
      if !known.contains(string) { known.append(string) }
    }
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
