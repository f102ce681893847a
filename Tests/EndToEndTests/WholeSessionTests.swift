import Foundation
import Testing

/// A whole session, with a training, a picture, help, a completed word and a lesson, on terminals of all
/// kinds.
@Suite("A whole session", .waiting, .serialized, .timeLimit(.minutes(15)))
struct WholeSessionTests {
  /// A terminal, and what is to be seen of it in the rows of results.
  struct Kind: CustomTestStringConvertible, Sendable {
    let columns: Int
    let rows: Int
    var environment: [String: String] = [:]
    /// How wide the widest row of a picture is.
    let widths: ClosedRange<Int>

    var testDescription: String {
      "\(columns)x\(rows) " + environment.map { "\($0.key)=\($0.value)" }.sorted().joined()
    }
    var isDumb: Bool { environment["TERM"] == "dumb" }
    var isPlain: Bool { environment["LC_ALL"] == "C" }
  }

  static let kinds = [
    Kind(columns: 140, rows: 40, widths: 100...140),
    Kind(columns: 300, rows: 100, widths: 150...200),
    Kind(columns: 20, rows: 5, widths: 30...40),
    Kind(columns: 80, rows: 24, environment: ["TERM": "dumb"], widths: 60...80),
    Kind(columns: 80, rows: 24, environment: ["LC_ALL": "C"], widths: 60...80),
  ]

  private let home = TemporaryFolder()

  /// Types, reads on over all pages, and waits for the prompt of a number; the rows since.
  @discardableResult
  private func type(
    _ keys: String, _ terminal: PseudoTerminal, thenPrompt number: Int
  ) throws -> [String] {
    let place = terminal.screen.place
    terminal.send(keys)
    try terminal.readOn(until: "the prompt [\(number)]") { screen in
      screen.place > place && screen.currentLine.hasPrefix("[\(number)]")
    }
    return Array(terminal.screen.lines[..<terminal.screen.row])
  }

  @Test("goes from its first line to its last", arguments: kinds)
  func whole(_ kind: Kind) throws {
    try home.write(SumsLesson.text, to: "s.md")
    var environment = kind.environment
    environment["NO_COLOR"] = "1"
    let terminal = PseudoTerminal(
      home: home, environment: environment, columns: kind.columns, rows: kind.rows)
    try terminal.wait(forLine: "[1]")
    for (index, line) in Samples.quick.enumerated() {
      try type("\(line)\r", terminal, thenPrompt: index + 2)
    }
    let number = Samples.quick.count + 1
    let start = terminal.raw.count
    try type("plot loss\r", terminal, thenPrompt: number + 1)
    let drawn = String(terminal.raw.dropFirst(start))
    let widest =
      drawn.split(whereSeparator: \.isNewline).map { row in
        row.filter { $0 != "\u{1B}" }.count
      }.max() ?? 0
    #expect(kind.widths.contains(widest), "\(widest): \(drawn)")
    #expect(drawn.contains("training"))
    try type("help\r", terminal, thenPrompt: number + 1)
    if !kind.isDumb {
      terminal.send("eval\t")
      try terminal.wait(for: "the word") { $0.currentLine.hasPrefix("[\(number + 1)] evaluate") }
      terminal.send("\u{15}")
      try terminal.wait(forLine: "[\(number + 1)]")
    }
    try type("evaluate\r", terminal, thenPrompt: number + 2)
    try type("learn \(home.path)/s.md\r", terminal, thenPrompt: 1)
    for next in [2, 3] { try type("\r", terminal, thenPrompt: next) }
    try type("skip\r", terminal, thenPrompt: 5)
    try type("\r", terminal, thenPrompt: 6)
    try type("quit\r", terminal, thenPrompt: number + 2)
    terminal.send("quit\r")
    try terminal.wait(for: "quit again")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    if kind.isDumb { #expect(!terminal.raw.contains("\u{1B}")) }
    if kind.isPlain {
      #expect(!terminal.raw.unicodeScalars.contains { (0x2500...0x28FF).contains($0.value) })
    }
    #expect(terminal.isAsFound)
  }
}
