import Commands
import Foundation
import Language
import Networks
import Notebooks
import TensorEngine
import Testing
import Tuning

@testable import Session
@testable import Workbench

/// The catalogue of wrong inputs, with what is said of each: `Mistakes/*.md`. That no message of the
/// sources is left out is a law of the house, `MistakeLawTests`.
@Suite("The catalogue of mistakes")
struct MistakeCatalogueTests {
  static let files = TranscriptFile.all(in: TestFolders.mistakes)
  private static let datasetFolders = [
    TestFolders.mistakes.appending(path: "files").path, TestFolders.files.path,
  ]
  /// The lines that a message may take, that of the carets among them, and their columns.
  private static let most = (lines: 4, columns: 80)

  @Test("replays to the same bytes", arguments: files)
  func replay(_ file: TranscriptFile) throws {
    try file.replay(datasetFolders: Self.datasetFolders)
  }

  @Test("holds 200 wrong inputs and more, and as many messages")
  func count() throws {
    let mistakes = try Self.files.flatMap { try Mistake.all(in: $0) }
    #expect(mistakes.count >= 200)
    #expect(Set(mistakes.map { $0.message.joined(separator: "\n") }).count >= 200)
  }

  @Test("says each in four lines of 80 columns")
  func size() throws {
    for file in Self.files {
      for mistake in try Mistake.all(in: file) {
        let place = "\(file.name): \(mistake.source)"
        #expect(mistake.message.count <= Self.most.lines, "\(place)")
        #expect(mistake.message.allSatisfy { $0.count <= Self.most.columns }, "\(place)")
      }
    }
  }

  @Test("breaks no line to type that fits one of its own", arguments: files)
  func advice(_ file: TranscriptFile) throws {
    let verbs = Set(Vocabulary.standard.table.verbs)
    var settings = SessionSettings.testing(threads: 2)
    settings.datasetFolders = Self.datasetFolders
    var session = NotebookSession(settings: settings.opened(file.name, by: .replay))
    for cell in try file.notebook().cells {
      let outcome = session.submit(cell.source)
      guard let fault = outcome.fault else { continue }
      let shown = Transcript.standard.output(of: outcome, source: cell.source, in: session)
      for line in ([fault.message] + fault.hints).flatMap({ Advice.lines(in: $0, verbs) })
      where line.count <= Self.most.columns - 2 {
        #expect(
          shown.contains { $0.contains(line) }, "\(line):\n\(shown.joined(separator: "\n"))")
      }
    }
  }

  @Test("finds the lines to type in what is said")
  func adviceFound() {
    let verbs: Set = ["train", "split", "network", "add", "for", "data"]
    for (text, lines) in [
      ("it is typed: train epochs=10 rate=0.1", ["train epochs=10 rate=0.1"]),
      ("split test=20% makes one", ["split test=20%"]),
      ("here: network, then add dense 8 relu", ["network", "add dense 8 relu"]),
      ("for example: for n in 1, 2, 4 (a loop)", ["for n in 1, 2, 4"]),
      (
        "so: train stop=early(patience=3, restore=no)", ["train stop=early(patience=3, restore=no)"]
      ),
      ("there are: circles, moons", []),
      ("a table: data csv FILE target=y", ["data csv FILE target=y"]),
    ] {
      let found = Advice.lines(in: text, verbs)
      #expect(lines.allSatisfy(found.contains), "\(text): \(found)")
    }
  }

  @Test("changes nothing by a wrong input, and suggests nothing that was typed", arguments: files)
  func state(_ file: TranscriptFile) throws {
    var settings = SessionSettings.testing(threads: 2)
    settings.datasetFolders = Self.datasetFolders
    var session = NotebookSession(settings: settings.opened(file.name, by: .replay))
    var failures = 0
    for cell in try file.notebook().cells {
      let before = session.state
      let outcome = session.submit(cell.source)
      guard let fault = outcome.fault else { continue }
      failures += 1
      #expect(HeldState(session.state) == HeldState(before), "\(file.name): \(cell.source)")
      let typed = fault.range.text(in: cell.source)
      #expect(!fault.suggestions.contains(typed), "\(file.name): \(cell.source)")
    }
    #expect(failures > 0)
  }
}

/// A wrong input and its message.
private struct Mistake {
  let source: String
  /// What is said of it, from the carets on.
  let message: [String]

  /// The cells of a file that fail.
  static func all(in file: TranscriptFile) throws -> [Mistake] {
    try file.notebook().cells.compactMap { cell in
      // A source of several lines stands before the carets once more.
      let repeated = cell.source.split(separator: "\n").count + 1
      guard
        let carets = cell.output.prefix(repeated).firstIndex(where: { NotebookCell.hasCarets($0) })
      else { return nil }
      return Mistake(source: cell.source, message: Array(cell.output[carets...]))
    }
  }
}

/// The lines to type in what is said.
private enum Advice {
  /// What stands behind a colon and begins with a verb, up to the next mark of the sentence, and within
  /// a sentence what goes from a verb to an option.
  static func lines(in text: String, _ verbs: Set<String>) -> [String] {
    var lines: [String] = []
    for match in text.matches(of: /: ([a-z][^:;]*)/) {
      var line = ""
      for piece in match.output.1.split(separator: ", ") {
        let own = piece.hasPrefix("then ") ? piece.dropFirst(5) : piece
        // The values of a list or a call stand behind commas too.
        if !line.isEmpty, isOpen(line) || own.first?.isNumber == true {
          line += ", \(own)"
        } else {
          if !line.isEmpty { lines.append(line) }
          let first = own.split(separator: " ").first.map(String.init) ?? ""
          line = verbs.contains(first) ? String(own) : ""
        }
      }
      if !line.isEmpty { lines.append(line) }
    }
    // What stands in parentheses behind it is no part of it.
    lines = lines.map { line in
      line.firstRange(of: " (").map { String(line[..<$0.lowerBound]) } ?? line
    }
    for match in text.matches(of: /(?:^|[ (])([a-z]+) (?:[a-z]+ )?[a-z_0-9]+=[^ ,;)]+/) {
      guard verbs.contains(String(match.output.1)) else { continue }
      lines.append(String(match.output.0.drop { " (".contains($0) }))
    }
    return lines
  }

  private static func isOpen(_ line: String) -> Bool {
    line.count { "([".contains($0) } > line.count { ")]".contains($0) }
  }
}

/// What commands of a session may change.
private struct HeldState: Equatable {
  let settings: [String]
  let data: Int?
  let rows: [[Int32]]
  let networks: [String]
  let weights: [[UInt32]]
  let names: [String]
  let values: [Quantity?]

  init(_ state: SessionState) {
    settings = [
      "\(state.seed) \(state.digits) \(state.memoryLimit) \(state.runs.numbers)",
      "\(state.predictions?.confidence ?? -1)", "\(state.rules.map(\.text))",
      state.network?.name ?? "",
    ]
    data = state.data?.examples.count
    rows =
      state.data.map { data in
        [DataInHand.Part.training, .validation, .test].map { data.rows(of: $0) }
      } ?? []
    networks = state.networks.map { hand in
      "\(hand.name) \(hand.history.records.count) \(hand.network.summaries.map(\.text))"
    }
    weights = state.networks.map { hand in
      hand.network.parameters.flatMap { layer in
        layer.names.flatMap { layer[$0]?.elements.map(\.bitPattern) ?? [] }
      }
    }
    names = state.bindings.names
    values = names.map { state.bindings.value(of: $0) }
  }
}

extension Diagnostic {
  /// The words that may have been meant.
  fileprivate var suggestions: [String] {
    let beginning = "did you mean: "
    return hints.filter { $0.hasPrefix(beginning) }.flatMap { hint in
      (hint.dropFirst(beginning.count).split(separator: "   (also").first ?? "")
        .split(separator: ", ").map(String.init)
    }
  }
}
