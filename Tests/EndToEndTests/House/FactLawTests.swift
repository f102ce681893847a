import Testing

/// Facts come from the rooms below; the words for a student are made above them.
@Suite("Facts below, words above")
struct FactLawTests {
  /// Rooms below the one that puts refusals into words.
  static let rooms = ["JSON", "TensorEngine", "Networks", "Datasets", "Tuning"]
  /// Rooms whose values say nothing to a student, but for the help of what they declare.
  static let silentRooms = ["JSON", "Datasets"]

  /// The calls in which a sentence may stand: for our own bugs, and where Foundation's words are
  /// looked for.
  private static let speakingCalls: Set = ["precondition", "preconditionFailure", "hasPrefix"]
  /// The calls that declare generated sets and their options, with what help says of them.
  private static let declarations: Set = ["Generator", "whole", "number", "noise", "imbalance"]
  /// What looks like a sentence and is none: the header of a NumPy file.
  private static let otherLanguages = ["Datasets/Files/NPY.swift": "fortran_order"]

  @Test("no error of a room below keeps a sentence", arguments: rooms)
  func properties(_ room: String) {
    for file in SourceText.all where file.room == room {
      #expect(Self.sentences(in: file) == [], "\(file.path)")
    }
  }

  @Test("no refusal of data is made of words")
  func constructors() {
    let files = SourceText.all.filter { $0.room == "Datasets" }
    #expect(files.count > 40)
    for file in files {
      #expect(Self.wordsThrown(in: file) == [], "\(file.path)")
    }
  }

  @Test("nothing else that data is read to is made of words", arguments: silentRooms)
  func phrases(_ room: String) {
    for file in SourceText.all where file.room == room {
      #expect(Self.phrases(in: file) == [], "\(file.path)")
    }
  }

  @Test("a sentence is found where one is kept, thrown or made")
  func found() {
    let kept = Self.file(
      "public struct SomeError: Error {\n  public var problem: String\n}", named: "SomeError")
    #expect(Self.sentences(in: kept) == ["problem"])
    let thrown = Self.file(
      """
      throw SomeError(
        file: "a.csv", .bad("it is (\\(quoted("a")) too) long"), option: "b")
      let note = "this is no error"
      """)
    #expect(Self.wordsThrown(in: thrown) == ["it is (* too) long"])
    #expect(Self.wordsThrown(in: Self.file("throw SomeError(file: \"a\", .bad(1))")) == [])
    let made = Self.file(
      """
      notes.append("text: \\(name), numbered \\(list(names, or: "in no order"))")
      return unit == "%" ? "percent" : "\\(name) is in \\(unit)"  // no "text of code"
      """)
    #expect(Self.phrases(in: made) == ["in no order", "text: *, numbered *", "* is in *"])
    let silent = Self.file(
      """
      precondition(count > 0, "one entry for each feature")
      let names = names.map { "\\($0)=\\(text)" }.joined(separator: ", ")
      """)
    #expect(Self.phrases(in: silent) == [])
    let declared = #".whole("points", 200, "how many (at most)")"#
    #expect(Self.phrases(in: Self.file(declared)) == ["how many (at most)"])
    #expect(Self.phrases(in: Self.file(declared, in: "Datasets/Generators")) == [])
  }

  private static func file(
    _ code: String, named name: String = "Some", in folder: String = "R"
  ) -> SourceText {
    SourceText(Array(code.utf8), room: "R", path: "\(folder)/\(name).swift")
  }

  /// The names of stored texts of an error that hold what a student reads.
  private static func sentences(in file: SourceText) -> [String] {
    let names: Set = ["problem", "message", "hint", "hints", "sentence", "reason"]
    guard file.name.split(separator: "+").first?.hasSuffix("Error") == true else { return [] }
    return zip(file.words, file.words.dropFirst()).compactMap { keyword, name in
      ["var", "let"].contains(keyword) && names.contains(name) ? name : nil
    }
  }

  /// The texts of more than one word in what is thrown, and in what makes a refusal.
  private static func wordsThrown(in file: SourceText) -> [String] {
    file.quotes.filter { quote in
      quote.text.contains(" ")
        && quote.calls.contains {
          $0.hasSuffix("Error") || $0.hasSuffix("efusal") || ["error", "note"].contains($0)
        }
    }.map(\.text)
  }

  /// The texts of two words or more that are made for whoever reads them.
  private static func phrases(in file: SourceText) -> [String] {
    let mayDeclare = file.folder == "Datasets/Generators"
    return file.quotes.filter { quote in
      speakingCalls.isDisjoint(with: quote.calls) && isPhrase(quote.text)
        && (!mayDeclare || declarations.isDisjoint(with: quote.calls))
        && otherLanguages[file.path].map { !quote.text.contains($0) } ?? true
    }.map(\.text)
  }

  /// Whether there are two words, of two letters or more, and a blank between them.
  private static func isPhrase(_ text: String) -> Bool {
    let parts = text.split(separator: " ").map { part in
      part.split { !$0.isLetter }.contains { $0.count > 1 }
    }
    return parts.count { $0 } > 1
  }
}
