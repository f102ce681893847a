import Testing
import Workbench

/// Every message that the sources can make stands in the catalogue of wrong inputs.
@Suite("Mistakes and their messages")
struct MistakeLawTests {
  /// What makes a message of a text.
  private static let makers: Set = [
    "Diagnostic", "refusal", "refused", "RecoveryStop", "FileError", "DataProblem",
  ]
  /// The files of `Workbench/Wording` that word notes and numbers, and no errors.
  private static let noted: Set = [
    "Dataset+Nouns", "SettingsText", "SplitName", "Wording+DatasetNotes", "Wording+Layers",
    "Wording+Outputs",
  ]

  @Test("no message is missing in the catalogue")
  func completeness() {
    let messages = Self.messages
    #expect(messages.count > 900)
    let catalogue = Self.catalogue
    #expect(catalogue.count >= 200)
    for message in messages where !MistakesElsewhere.holds(message.text) {
      #expect(catalogue.contains { message.stands(in: $0) }, "\(message.path): \(message.text)")
    }
  }

  @Test("what is shown elsewhere is in the sources, not in the catalogue, and its suite is there")
  func elsewhere() {
    let (messages, catalogue, suites) = (Self.messages, Self.catalogue, Self.suites)
    for suite in MistakesElsewhere.bySuite.map(\.suite) {
      #expect(suites.contains(suite), "\(suite)")
    }
    for texts in MistakesElsewhere.bySuite.map(\.texts) + [MistakesElsewhere.unshown] {
      for text in texts {
        let known = messages.filter { $0.text == text }
        #expect(!known.isEmpty, "no longer in the sources: \(text)")
        #expect(
          !known.contains { message in catalogue.contains { message.stands(in: $0) } },
          "it is in the catalogue: \(text)")
      }
    }
  }

  @Test("a message is found by its words, whatever its values are")
  func found() {
    let message = Message("no * is called *: * of them", path: "R/Some.swift")
    #expect(message.stands(in: Message.flowing("no layer is\n  called \"b\": 3 of them")))
    #expect(!message.stands(in: "no layer is called b"))
    #expect(!message.stands(in: "3 of them: no layer is called"))
  }

  /// The texts of messages and hints, in the order of the sources.
  private static var messages: [Message] {
    SourceText.all.flatMap { file in
      let isWording = file.folder == "Workbench/Wording" && !noted.contains(file.name)
      return file.quotes.filter { quote in
        (isWording || !makers.isDisjoint(with: quote.calls)) && isSentence(quote.text)
      }.map { Message($0.text, path: file.path) }
    }
  }

  /// Whether there are two words, and more than a few letters.
  private static func isSentence(_ text: String) -> Bool {
    text.split(separator: " ").count > 1 && text.count { $0.isLetter } > 5
  }

  /// What the catalogue says, an answer each, in one line.
  private static var catalogue: [String] {
    let (door, folder) = (WorkingFolder(), Repository.path("Tests/SessionTests/Mistakes"))
    let names = (try? door.names(in: folder))?.filter { $0.hasSuffix(".md") } ?? []
    return names.sorted().flatMap { name -> [String] in
      let bytes = (try? door.read("\(folder)/\(name)")) ?? []
      var answers: [[Substring]] = [[]]
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let isAnswer = !["> ", ". ", "```", "#"].contains { line.hasPrefix($0) }
        if isAnswer { answers[answers.count - 1].append(line) } else { answers.append([]) }
      }
      return answers.filter { !$0.isEmpty }.map { Message.flowing($0.joined(separator: " ")) }
    }
  }

  /// The names of the suites of tests.
  private static var suites: Set<String> {
    let (door, root) = (WorkingFolder(), Repository.path("Tests"))
    var folders = [root]
    var suites: Set<String> = []
    while let folder = folders.popLast() {
      for name in (try? door.names(in: folder)) ?? [] {
        if name.hasSuffix("Tests.swift") { suites.insert(String(name.dropLast(".swift".count))) }
        if door.isFolder("\(folder)/\(name)") { folders.append("\(folder)/\(name)") }
      }
    }
    return suites
  }
}

/// A text of the sources that a student may read, with an asterisk for each value.
struct Message {
  let text: String
  let path: String
  private let parts: [Substring]

  init(_ text: String, path: String) {
    self.text = text
    self.path = path
    parts = Message.flowing(text).split(separator: "*")
  }

  /// Whether a flowing answer has the words of the text in order.
  func stands(in answer: String) -> Bool {
    var rest = answer[...]
    for part in parts {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    return true
  }

  /// A text in one line, without quotes and backslashes, which the sources write in other ways.
  static func flowing(_ text: String) -> String {
    text.filter { $0 != "\"" && $0 != "\\" }.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
