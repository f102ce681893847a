import Testing
import Workbench

/// Facts come from the rooms below; the words for a student are made above them.
@Suite("Facts below, words above")
struct FactLawTests {
  /// Rooms below the one that puts refusals into words.
  static let rooms = ["JSON", "TensorEngine", "Networks", "Datasets", "Tuning"]

  @Test("no error of a room below keeps a sentence", arguments: rooms)
  func properties(_ room: String) {
    for file in SourceText.all where file.room == room {
      #expect(Self.sentences(in: file) == [], "\(file.path)")
    }
  }

  @Test("no refusal of data is made of words")
  func constructors() throws {
    let files = SourceText.all.filter { $0.room == "Datasets" }
    #expect(files.count > 40)
    for file in files {
      let bytes = try WorkingFolder().read(Repository.path("Sources/\(file.path)"))
      #expect(Self.wordsThrown(in: String(decoding: bytes, as: UTF8.self)) == [], "\(file.path)")
    }
  }

  @Test("a sentence is found where one is kept or thrown")
  func found() {
    let kept = "public struct SomeError: Error {\n  public var problem: String\n}"
    let file = SourceText(Array(kept.utf8), room: "R", path: "R/SomeError.swift")
    #expect(Self.sentences(in: file) == ["problem"])
    let thrown = """
      throw SomeError(
        file: "a.csv", .bad("it is (\\(quoted("a")) too) long"), option: "b")
      let note = "this is no error"
      """
    #expect(!Self.wordsThrown(in: thrown).isEmpty)
    #expect(Self.wordsThrown(in: "throw SomeError(file: \"a\", .bad(1))") == [])
  }

  /// The names of stored texts of an error that hold what a student reads.
  private static func sentences(in file: SourceText) -> [String] {
    let names: Set = ["problem", "message", "hint", "hints", "sentence", "reason"]
    guard file.name.split(separator: "+").first?.hasSuffix("Error") == true else { return [] }
    return zip(file.words, file.words.dropFirst()).compactMap { keyword, name in
      ["var", "let"].contains(keyword.text) && names.contains(name.text) ? name.text : nil
    }
  }

  /// The texts of more than one word in what is thrown, and in what makes a refusal.
  private static func wordsThrown(in source: String) -> [String] {
    var found: [String] = []
    for opening in ["Error(", "efusal(", "throw error(", "note(record,"] {
      var rest = source[...]
      while let range = rest.firstRange(of: opening) {
        rest = rest[range.upperBound...]
        found += texts(inCall: rest).filter { $0.contains(" ") }
      }
    }
    return found
  }

  /// The pieces between quotes, up to the bracket that closes the call.
  private static func texts(inCall call: Substring) -> [String] {
    var depth = 1
    var texts: [String] = []
    var text: String?
    for character in call {
      switch (character, text) {
      case ("\"", nil): text = ""
      case ("\"", let ended?):
        texts.append(ended)
        text = nil
      case (_, .some): text?.append(character)
      case ("(", nil): depth += 1
      case (")", nil):
        depth -= 1
        if depth == 0 { return texts }
      default: break
      }
    }
    return texts
  }
}
