import Charts
import Commands
import Datasets
import Formulas
import Language
import Networks
import Workbench

// The names that completion offers.
extension NotebookSession {
  /// The names of a kind that may stand at a cursor.
  ///
  /// - Parameter first: The word behind the verb, where one stands there.
  func names(_ kind: NameKind, _ context: CursorContext, after first: String = "") -> [Candidate] {
    switch kind {
    case .verbs:
      return vocabulary.table.definitions.map { Candidate($0.verb, $0.summary) }
    case .networks:
      return state.networks.map { Candidate($0.name, Self.text(of: $0.network)) }
    case .layers:
      let layers = state.network?.network.summaries ?? []
      return layers.enumerated().map { Candidate("\($0.offset + 1)", $0.element.text) }
    case .columns:
      let data = state.data?.dataset
      return (data?.isImages == false ? data?.columnNames ?? [] : []).filter(\.isTypedBare)
        .map { Candidate($0, "a column of \(data?.name ?? "")") }
    case .classes:
      return classes
    case .cells:
      return cells.enumerated().map {
        Candidate("\($0.offset + 1)", Transcript.printableLines(of: $0.element.source)[0])
      }
    case .files:
      return fileNames(beginning: context.word)
    case .lessons:
      return LessonShelf.names(settings, beginning: context.word).map { Candidate($0, "a lesson") }
    case .options:
      guard let definition = vocabulary.table.definition(of: first) else { return [] }
      return definition.options.map { Candidate($0.name, $0.meaning) }
        + definition.words.map { Candidate($0, "a word of \(first)") }
    }
  }

  /// The names that `let` and loops gave values to.
  var variables: [Candidate] {
    state.bindings.names.map { name in
      switch state.bindings.value(of: name) {
      case .number(let number): Candidate(name, NumberText.significant(number, digits: 6))
      case .truth(let holds): Candidate(name, holds ? "yes" : "no")
      case .word(let word): Candidate(name, word)
      case let value: Candidate(name, value?.kind ?? "")
      }
    }
  }

  var functions: [Candidate] {
    ExpressionFunction.all.map { Candidate("\($0.name)(", "\($0.meaning): \($0.usage)") }
  }

  /// What can stand in the brackets of a function: a split where it takes one, else a formula.
  func arguments(ofFunction name: String) -> [Candidate] {
    let function = ExpressionFunction.all.first { $0.name == name }
    guard let function, function.usage.contains("validation") else { return functions }
    return Self.splits + classes
  }

  private var classes: [Candidate] {
    guard let data = state.data?.dataset else { return [] }
    return data.classNames.filter(\.isTypedBare).map { Candidate($0, "a class of \(data.name)") }
  }

  /// The files and folders whose paths begin with what is typed, folders with a slash behind them;
  /// those that would need quotes are left out, and hidden ones unless their point is typed.
  private func fileNames(beginning word: String) -> [Candidate] {
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
      settings.files.isFolder(folder + name)
        ? Candidate(folder + name + "/", "a folder") : Candidate(folder + name, "a file")
    }
  }

  private static func text(of network: Network) -> String {
    let layers = network.summaries.map(\.text)
    return layers.isEmpty ? "a network without layers" : layers.joined(separator: " · ")
  }
}

extension String {
  /// Whether it can be typed without quotes.
  var isTypedBare: Bool {
    utf8.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } == true
      && utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
      }
  }

  /// Up to the first point behind which a blank or nothing stands, without it.
  var firstSentence: String {
    var end = endIndex
    for index in indices where self[index] == "." || self[index] == ":" {
      let next = self.index(after: index)
      if next == endIndex || self[next] == " " {
        end = index
        break
      }
    }
    return String(self[..<end])
  }
}
