import Commands
import Language

extension NotebookSession {
  /// What is usually typed next, behind a line that is one command so far; nil where nothing is
  /// declared. Put behind the line it makes a line that can be read.
  ///
  /// ```swift
  /// session.hint(behind: "data circles ")  // "points=400 noise=0.15"
  /// ```
  package func hint(behind line: String) -> String? {
    guard line.utf8.count <= 200, line.contains(where: { $0 != " " }) else { return nil }
    let context = CursorContext.at(line.utf8.count, in: line, forms: vocabulary.table.forms)
    switch context.place {
    case .argument(let verb, let words):
      guard let definition = vocabulary.table.definition(of: verb) else { return nil }
      if let rest = definition.forms.lazy.compactMap({ Self.rest(of: $0, behind: line) }).first {
        return rest
      }
      guard context.word.isEmpty, definition.form == .arguments else { return nil }
      return definition.forms.lazy.compactMap {
        Self.rest(of: $0, behind: [verb] + words, context.given)
      }.first
    case .optionValue(let verb, let name):
      guard context.word.isEmpty, line.hasSuffix("=") else { return nil }
      let options = vocabulary.table.definition(of: verb)?.options ?? []
      return options.first { $0.name == name }?.typedStandard
    case .verb:
      let definition = vocabulary.table.definition(of: context.word)
      return definition?.forms.lazy.compactMap { Self.rest(of: $0, behind: line) }.first
    case .callArgument, .formula, .nothing:
      return nil
    }
  }

  /// What of a form is behind a line that it begins with.
  private static func rest(of form: String, behind line: String) -> String? {
    let typed = line.drop { $0 == " " }
    guard form.hasPrefix(typed), form.utf8.count > typed.utf8.count else { return nil }
    return typable(form.dropFirst(typed.count))
  }

  /// What of a form is behind as many words as were typed, where the first two are the same and the
  /// others are values of the same kind.
  private static func rest(
    of form: String, behind words: [String], _ given: [String]
  ) -> String? {
    let parts = form.split(separator: " ").map(String.init)
    let values = parts.prefix { !$0.contains("=") }
    guard values.count >= words.count, words.count > 1 || !given.isEmpty,
      zip(values, words).allSatisfy({ $0 == $1 || ($0.isNumeric && $1.isNumeric) })
    else { return nil }
    let rest = parts.dropFirst(words.count).filter { part in
      !given.contains { part.hasPrefix("\($0)=") }
    }
    return typable(rest.joined(separator: " ")[...])
  }

  /// A text up to the first word that stands for another one, such as `FILE`; nil where nothing is
  /// left.
  private static func typable(_ text: Substring) -> String? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let rest =
      words.prefix { $0.count < 2 || $0.contains { !("A"..."Z").contains($0) } }
      .joined(separator: " ") as String
    return rest.contains { $0 != " " } ? rest : nil
  }
}

extension String {
  fileprivate var isNumeric: Bool { utf8.first.map { (0x30...0x39).contains($0) } ?? false }
}

extension OptionDefinition {
  /// Its default, where that can be typed as it reads; else the first of its words.
  fileprivate var typedStandard: String? {
    if let standard, !standard.isEmpty,
      standard.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !",()\"#;".utf8.contains($0) })
    {
      return standard
    }
    return choices.first
  }
}
