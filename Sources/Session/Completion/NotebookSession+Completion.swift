import Charts
import Commands
import Formulas
package import Language
import Notebooks
import Workbench

extension CommandDefinition {
  /// Whether one of its forms has a split behind a first word: `show metrics validation`.
  fileprivate func takesSplit(behind first: String) -> Bool {
    forms.contains { form in
      let words = form.split(separator: " ")
      return words.count > 2 && words[1] == first && words[2...].contains("validation")
    }
  }
}

extension NotebookSession {
  /// Whether more lines are needed: an open loop, an open bracket, a backslash at the end.
  package func isIncomplete(_ source: String) -> Bool {
    script(source).isIncomplete
  }

  /// What takes the lines of a cell one by one, and knows when it has them all.
  package var gathering: SourceGathering {
    SourceGathering(forms: vocabulary.table.forms, mostBytes: mostSourceBytes)
  }

  /// The words that can stand where the cursor is, in ascending order; `cursor` is a UTF-8
  /// offset into the line. They are whole words that begin with what is already there.
  package func completions(for line: String, cursor: Int) -> [String] {
    candidates(for: line, cursor: cursor).map(\.text)
  }

  /// The same words, each with half a line of help.
  package func candidates(for line: String, cursor: Int) -> [Candidate] {
    let context = CursorContext.at(cursor, in: line, forms: vocabulary.table.forms)
    var found: [String: Candidate] = [:]
    for candidate in candidates(at: context) where candidate.text.hasPrefix(context.word) {
      if found[candidate.text]?.meaning.isEmpty != false { found[candidate.text] = candidate }
    }
    return found.values.sorted { $0.text < $1.text }
  }

  private func candidates(at context: CursorContext) -> [Candidate] {
    switch context.place {
    case .verb:
      return names(.verbs, context)
    case .argument(let verb, let words):
      guard let definition = vocabulary.table.definition(of: verb) else { return [] }
      return arguments(of: definition, after: words, context) + variables
    case .optionValue(let verb, let name):
      let options = vocabulary.table.definition(of: verb)?.allOptions ?? []
      guard let option = options.first(where: { $0.name == name }) else { return variables }
      return values(of: option, context) + variables
    case .callArgument(let function, let option?):
      return CallOptions.choices(of: option, in: function).map { Candidate($0, meaning(of: $0)) }
        + variables
    case .callArgument(let function, nil):
      let options = CallOptions.definitions(in: function)
        .filter { !context.given.contains($0.name) }
      if !options.isEmpty { return options.map(Self.name(of:)) }
      return arguments(ofFunction: function) + variables
    case .formula:
      return functions + variables + consent(context)
    case .nothing:
      return []
    }
  }

  /// The one option that can stand behind a formula, where it was begun.
  private func consent(_ context: CursorContext) -> [Candidate] {
    context.endsFormula && !context.given.contains(WorkConsent.option.name)
      && !context.word.isEmpty ? [Self.name(of: WorkConsent.option.definition)] : []
  }

  private func arguments(
    of definition: CommandDefinition, after words: [String], _ context: CursorContext
  ) -> [Candidate] {
    let completion = definition.completion
    var candidates: [Candidate]
    var options = definition.behind(words.first).options
    if let first = words.first, definition.form != .formula, definition.form != .formulas {
      candidates = described(completion.following(first), of: definition)
      if definition.takesSplit(behind: first) { candidates += Self.splits }
      candidates += completion.kindsFollowing(first).flatMap { names($0, context, after: first) }
      if words.count == 1, completion.wordsBeforeFiles.contains(first) {
        candidates += names(.files, context)
      }
    } else {
      candidates = described(
        definition.words + completion.names(state, vocabulary.table), of: definition)
      candidates += completion.kinds.flatMap { names($0, context) }
    }
    // Before any word an option may still be of any of them.
    if !words.isEmpty, let allowed = completion.options(words) {
      options = options.filter { allowed.contains($0.name) }
    }
    candidates += rests(of: definition, after: words)
    return candidates
      + options.filter { !context.given.contains($0.name) || $0.hasParts }.map(Self.name(of:))
  }

  /// What follows the words of a name of several, such as `plot learning curve`.
  private func rests(of definition: CommandDefinition, after words: [String]) -> [Candidate] {
    guard !words.isEmpty else { return [] }
    return definition.names.compactMap { name in
      let parts = name.split(separator: " ").map(String.init)
      guard parts.count > words.count, parts.starts(with: words) else { return nil }
      let rest = parts.dropFirst(words.count).joined(separator: " ")
      return described([name], of: definition).first.map { Candidate(rest, $0.meaning) }
    }
  }

  private func described(_ words: [String], of definition: CommandDefinition) -> [Candidate] {
    words.map { Candidate($0, meaning(of: $0, definition)) }
  }

  private func values(of option: OptionDefinition, _ context: CursorContext) -> [Candidate] {
    option.choices.map { choice in
      let meaning = meaning(of: choice)
      return Candidate(choice, meaning.isEmpty ? option.meaning : meaning)
    } + option.names.flatMap { names($0, context) }
  }

  /// What help says of a word: what its verb declares, else the glossary, else how it is typed.
  private func meaning(of word: String, _ definition: CommandDefinition) -> String {
    if let declared = definition.completion.meaning(word) { return declared }
    let explained = meaning(of: word)
    guard explained.isEmpty else { return explained }
    let start = "\(definition.verb) \(word)"
    return definition.forms.first { $0 == start || $0.hasPrefix(start + " ") } ?? ""
  }

  private func meaning(of word: String) -> String {
    guard let sentence = Glossary.entry(for: word)?.sentence else { return "" }
    return sentence.firstSentence
  }

  /// The parts that data is divided into, as they are typed.
  static let splits = ["train", "validation", "test"].map { Candidate($0, "the \($0) examples") }

  private static func name(of option: OptionDefinition) -> Candidate {
    let standard = option.standard.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
    return Candidate("\(option.name)=", option.meaning + standard)
  }
}
