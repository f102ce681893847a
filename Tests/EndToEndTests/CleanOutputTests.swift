import Foundation
import Testing

/// Names of strangers, in data, in files and in what is typed, reach neither a terminal nor a line of
/// JSON as they are.
@Suite("Clean output", .waiting, .timeLimit(.minutes(15)))
struct CleanOutputTests {
  private let home = TemporaryFolder()

  /// Directions turned, tags, a byte-order mark, annotations, escape sequences of both kinds, what is
  /// no character, what is invisible, ends of lines, a bell.
  static let hostile =
    "a\u{202E}\u{2066}b\u{E0041}\u{FEFF}\u{FFF9}\u{1B}[31m\u{9B}2J\u{378}\u{AD}\u{200B}\u{2028}\u{7}c"

  private static let verbs = [
    "trane H", "print H", "print \"H\"", "let H = 3", "let x = \"H\"", "data H", "data circles H=3",
    "data circles points=H", "network H", "add H 3", "add dense H", "replace H", "train epochs=H",
    "train H=1", "set H", "set pictures=H", "plot H", "plot data H=1", "why H", "help H", "load H",
    "load network \"H\"", "save \"no/H.md\"", "run \"H\"", "fetch H", "fetch mnist from=H",
    "fetch mnist from=https://H.invalid/", "seed H", "edit H", "delete H", "compare rate=H",
    "compare H=1, 2", "for H in 1\nprint 1\nend", "for a in H\nprint a\nend", "when H do print 1",
    "take H", "split H", "scale H", "features H", "evaluate H", "predict H", "initialize H",
    "data csv H target=y", "data csv \"H.csv\" target=y", "data images \"H\"", "data npy H",
  ]

  private static let tables = [
    "data csv good.csv target=y\nshow data\nprint 1", "data csv good.csv target=H",
    "data csv good.csv target=y\nplot data", "data csv good.csv target=y\nshow session",
    "data csv good.csv target=y\nnetwork\nadd dense 4\ntrain epochs=1\nevaluate\nshow network",
    "data csv good.csv target=y H=1", "data csv bad.csv target=y", "load network bad.safetensors",
    "run stranger.md", "data csv good.csv target=y\ncells",
  ]

  private static let calls = [
    ["H"], ["run", "H"], ["learn", "H"], ["replay", "H"], ["replay", "stranger.md"],
    ["learn", "stranger.md"], ["--seed", "H"], ["--H"], ["--datasets", "H", "learn"],
    ["help", "H"],
    ["--format", "H"], ["run", "stranger.md"], ["run", "--format", "json", "stranger.md"],
  ]

  private func prepare() throws {
    let name = Self.hostile
    let rows = (0..<20).map { "\($0),\($0 % 2 == 0 ? name : "k" + name)\n" }.joined()
    try home.write("w\(name.dropLast(3)),y\n\(rows)", to: "good.csv")
    try home.write("w,y\n1,2\n\(name),3,4\n", to: "bad.csv")
    try home.write(
      "# \(name)\n\n\(name)\n\n```overfit\n> print \"\(name)\"\n```\n", to: "stranger.md")
    let header = "{\"\(name)\": 1}"
    let length = String(decoding: [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0], as: UTF8.self)
    try home.write(length + header, to: "bad.safetensors")
  }

  private func typed(_ text: String) -> String {
    ["good.csv", "bad.csv", "stranger.md", "bad.safetensors"].reduce(
      text.replacing("H", with: Self.hostile)
    ) { $0.replacing($1, with: "\"\(home.path)/\($1)\"") }
  }

  private func expectClean(_ program: Program, _ what: String) {
    for text in [program.output, program.error] {
      let left = text.unicodeScalars.filter(Self.isHidden)
      #expect(left.isEmpty, "\(what): \(left.map { String($0.value, radix: 16) })")
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\n"
    case .lineSeparator, .paragraphSeparator, .unassigned: true
    case .format: !"\u{200C}\u{200D}".unicodeScalars.contains(scalar)
    default: false
    }
  }

  @Test("after every command with a hostile name", arguments: ["text", "json"])
  func commands(format: String) throws {
    try prepare()
    for command in Self.verbs + Self.tables {
      let before = "data circles points=40\nnetwork\nadd dense 2\n"
      let input = (command.contains("csv") ? "" : before) + typed(command) + "\n"
      let program = try Program(["--format", format], input: input, home: home)
      expectClean(program, command)
      #expect(program.status < 2, "\(command)")
    }
  }

  @Test("after every call with a hostile word", arguments: calls)
  func call(_ words: [String]) throws {
    try prepare()
    let arguments = words.map { word in
      word == "stranger.md" ? home.path + "/" + word : word.replacing("H", with: Self.hostile)
    }
    expectClean(try Program(arguments, home: home), "\(words)")
  }

  @Test("emoji, marks and scripts written from the right stay as they are")
  func ordinary() throws {
    let text = "👨\u{200D}👩\u{200D}👧 ❤\u{FE0F} e\u{301} שלום مرحبا 漢字 می\u{200C}خواهم"
    let program = try Program([], input: "print \"\(text)\"\n", home: home)
    #expect(program.output.contains("\n\(text)\n"))
    let json = try Program(["--format", "json"], input: "print \"\(text)\"\n", home: home)
    #expect(json.output.contains(text))
  }
}
