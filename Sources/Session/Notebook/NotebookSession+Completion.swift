import Charts
import Commands
import Datasets
import Formulas
package import Language
import Networks
import Workbench

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
    let context = CursorContext.at(cursor, in: line, forms: vocabulary.table.forms)
    var candidates = candidates(at: context.place)
    if case .argument(let verb, let words) = context.place, namesFile(verb, words) {
      candidates += fileNames(beginning: context.word)
    }
    return Set(candidates.filter { $0.hasPrefix(context.word) }).sorted()
  }

  /// Whether the name of a file comes next: behind `data csv`, `predict csv`, `load network`.
  private func namesFile(_ verb: String, _ words: [String]) -> Bool {
    guard words.count == 1, let definition = vocabulary.table.definition(of: verb) else {
      return false
    }
    return definition.completion.wordsBeforeFiles.contains(words[0])
  }

  /// The files and folders whose paths begin with what is typed, folders with a slash behind them;
  /// those that would need quotes are left out, and hidden ones unless their point is typed.
  private func fileNames(beginning word: String) -> [String] {
    let start = word.lastIndex(of: "/").map(word.index(after:)) ?? word.startIndex
    let folder = String(word[..<start])
    guard let names = try? settings.files.names(in: folder.isEmpty ? "." : folder) else {
      return []
    }
    return names.filter { name in
      (word[start...].hasPrefix(".") || !name.hasPrefix("."))
        && name.hasPrefix(word[start...])
        && name.unicodeScalars.allSatisfy {
          $0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0)
        }
    }
    .prefix(1000).map { name in
      folder + name + (settings.files.isFolder(folder + name) ? "/" : "")
    }
  }

  private func candidates(at place: CursorContext.Place) -> [String] {
    switch place {
    case .verb:
      return vocabulary.table.verbs
    case .argument(let verb, let words):
      return arguments(of: verb, after: words)
    case .optionValue(let verb, let option):
      let options = vocabulary.table.definition(of: verb)?.options ?? []
      let choices = options.first { $0.name == option }?.choices ?? []
      return choices + state.bindings.names
    case .callArgument(let function, let option?):
      return CallOptions.choices(of: option, in: function) + state.bindings.names
    case .callArgument(let function, nil):
      let options = CallOptions.names(in: function).map { "\($0)=" }
      return options.isEmpty
        ? ["train", "validation", "test"] + state.bindings.names : options
    case .formula:
      return ExpressionFunction.all.map { "\($0.name)(" } + state.bindings.names
    case .nothing:
      return []
    }
  }

  private func arguments(of verb: String, after words: [String]) -> [String] {
    guard let definition = vocabulary.table.definition(of: verb) else { return [] }
    let completion = definition.completion
    var names: [String]
    var options = definition.options.map(\.name)
    if let first = words.first, definition.form == .arguments {
      names = completion.following(first)
      options = completion.options(first) ?? options
    } else {
      names = definition.words + completion.names(state, vocabulary.table)
    }
    return names + options.map { "\($0)=" } + state.bindings.names
  }
}
