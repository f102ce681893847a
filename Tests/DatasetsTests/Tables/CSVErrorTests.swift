import Datasets
import Testing

/// A text that must be refused, and the place that must be named.
struct Refusal: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let line: Int?
  let column: Int?
  let says: String

  init(_ name: String, _ text: String, _ line: Int?, _ column: Int?, _ says: String) {
    self.name = name
    self.text = text
    self.line = line
    self.column = column
    self.says = says
  }

  var testDescription: String { name }
}

@Suite("CSV refusals")
struct CSVErrorTests {
  private static let refusals = [
    Refusal("nothing", "", nil, nil, "the file is empty"),
    Refusal("empty lines", "\n\r\n\n", nil, nil, "the file is empty"),
    Refusal("header alone", "a,b\n", 1, nil, "no row follows"),
    Refusal("short row", "a,b\n1,2\n3\n", 3, nil, "this row has 1 cell, but the first one has 2"),
    Refusal("long row", "a,b\n1,2,3\n", 2, nil, "this row has 3 cells"),
    Refusal("a name too few", "a b y\n1 5 2 0\n2 3 4 1\n3 5 6 0\n", 1, nil, "the first row has 3"),
    Refusal(
      "open quote below semicolons", "a;b\n1;2\n3;4\n\"5;6\n", 4, 1, "never ends"),
    Refusal("longer rows", "a,b\n1,2,3\n4,5,6\n", 1, nil, "the first row has 2 cells"),
    Refusal("text cell", "a,b\n1,2\nabc,3\n", 3, 1, "the cell holds \"abc\""),
    Refusal("empty cell", "a,b,c\n1,2,3\n4,,6\n", 3, 2, "1 value is missing: b 1"),
    Refusal("empty target", "a,b\n1,2\n3,\n", 3, 2, "1 value is missing: b 1"),
    Refusal("not a number", "a,b\n5,0\nNaN,1\n", 3, 1, "1 value is missing: a 1"),
    Refusal("not available", "a,b\n1,1\nNA,2\n", 3, 1, "1 value is missing: a 1"),
    Refusal("infinity", "a,b\n1,1\ninf,2\n", 3, 1, "\"inf\""),
    Refusal("hexadecimal", "a,b\n1,1\n0x1F,2\n", 3, 1, "\"0x1F\""),
    Refusal("underscore", "a,b\n1,1\n1_000,2\n", 3, 1, "\"1_000\""),
    Refusal("percent", "a,b\n1,1\n5%,2\n", 3, 1, "\"5%\""),
    Refusal("mixed marks", "a;b\n1.5;2\n2,5;4\n", 2, nil, "\"2,5\" (line 3) has a decimal comma"),
    Refusal("broken groups", "a;b\n1;2\n2,50,000;4\n", 3, 1, "\"2,50,000\""),
    Refusal("too large", "a,b\n1,2\n1e31,2\n", 3, 1, "too large"),
    Refusal("beyond doubles", "a,b\n1,2\n-1e999,2\n", 3, 1, "too large"),
    Refusal("target too large", "a,b\n1,2\n1,1e400\n", 3, 2, "too large"),
    Refusal("one column", "a\n1\n2\n", nil, nil, "there is one column"),
    Refusal("two of a name", "a,b,a\n1,2,3\n", 1, 3, "two columns have the name \"a\""),
    Refusal("open quote", "a,b\n1,2\n\"3,4\n5,6\n", 3, 1, "never ends"),
    Refusal("text behind a quote", "a,b\n1,\"x\"y\n", 2, 2, "text follows the closing quote"),
    Refusal("zero byte", "a,b\n1,2\n3,\u{0}4\n", 3, nil, "zero bytes"),
    Refusal("spreadsheet", "PK\u{3}\u{4}rest", nil, nil, "spreadsheet"),
  ]

  @Test("name the place", arguments: refusals)
  func placeIsNamed(refusal: Refusal) {
    let error = failure { try table(refusal.text) }
    #expect(error?.file == "t.csv")
    #expect(error?.line == refusal.line)
    #expect(error?.column == refusal.column)
    #expect(error?.problem.contains(refusal.says) == true, "\(String(describing: error))")
  }

  @Test("say file, line, column and name in one sentence")
  func sentence() {
    let error = failure { try table("age,b\n1,2\nabc,3\n") }
    #expect(
      error?.description
        == "t.csv, line 3, column 1 (age): the cell holds \"abc\", but a feature must be a number")
    #expect(
      error?.hint
        == "correct it; skip= leaves the column out, onehot= makes each text a feature")
  }

  @Test("meet text that is not UTF-8", arguments: [1, 2, 3])
  func notUTF8(line: Int) {
    let lines = (1...3).map { Array("a\($0),b\($0)\n".utf8) }
    var bytes = lines.flatMap { $0 }
    bytes[6 * (line - 1)] = 0xe9
    let error = failure { try CSV.dataset(FileBytes(name: "t.csv", bytes: bytes)) }
    #expect(error?.line == line)
    #expect(error?.problem == "this text is not UTF-8")
  }

  @Test("meet UTF-16", arguments: [[0xff, 0xfe, 0x61, 0], [0xfe, 0xff, 0, 0x61]] as [[UInt8]])
  func utf16(bytes: [UInt8]) {
    let error = failure { try CSV.dataset(FileBytes(name: "t.csv", bytes: bytes)) }
    #expect(error?.problem == "this text is in UTF-16")
  }

  @Test("keep control characters of a file out of the message")
  func controlCharacters() {
    let error = failure { try table("a,b\n1,2\n\u{1b}[2J\u{7}boo,3\n") }
    #expect(error?.problem.contains("\"[2J boo\"") == true)
    let long = failure { try table("a,b\n1,2\n\(String(repeating: "x", count: 500)),3\n") }
    #expect((long?.problem.count ?? 500) < 100)
  }
}
