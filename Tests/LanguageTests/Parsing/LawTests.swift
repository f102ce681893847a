import Language
import SeededRandom
import Testing

@Suite("Laws of the parser")
struct LawTests {
  /// What holds for every text.
  private func check(_ text: String) {
    let script = Script(parsing: text)
    let utf8 = Array(text.utf8)
    #expect(Array(script.printed.utf8) == utf8)
    var offset = 0
    for token in script.statements.flatMap(\.tokens) {
      offset += token.leadingTrivia.reduce(0) { $0 + $1.text.utf8.count }
      #expect(token.range == SourceRange(offset, offset + token.text.utf8.count))
      offset = token.range.upperBound
    }
    #expect(offset == utf8.count)
    for diagnostic in script.diagnostics {
      #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= utf8.count)
      #expect(!diagnostic.message.isEmpty)
      let lines = DiagnosticText.lines(for: diagnostic, source: text, indent: 2, width: 60)
      #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    }
    let wrong = script.statements.reduce(0) { $0 + malformed(in: $1) }
    #expect((wrong == 0) == script.diagnostics.allSatisfy { $0.message.contains("no \"end\"") })
    #expect(wrong <= script.diagnostics.count)
    checkFormatted(script)
  }

  private func malformed(in statement: Statement) -> Int {
    switch statement {
    case .malformed: 1
    case .loop(let loop): loop.body.reduce(0) { $0 + malformed(in: $1) }
    case .edit(let edit): edit.statement.map(malformed) ?? 0
    case .command, .binding, .rule, .note, .blank: 0
    }
  }

  private func checkFormatted(_ script: Script) {
    guard script.diagnostics.isEmpty else { return }
    let again = Script(parsing: script.formatted)
    #expect(again.diagnostics == [], "\(script.formatted)")
    #expect(
      again.statements.map(\.withoutRanges) == script.statements.map(\.withoutRanges),
      "\(script.formatted)")
    #expect(again.formatted == script.formatted)
    for case .edit(let edit) in script.statements {
      guard let cell = edit.script else { continue }
      #expect(cell == Script(parsing: cell.source), "\(script.source)")
    }
  }

  @Test("hold for random bytes", arguments: 0..<4 as Range<UInt64>)
  func bytes(_ seed: UInt64) {
    var generator = SourceGenerator(seed: seed)
    for _ in 0..<1_500 {
      let bytes = generator.bytes()
      check(String(decoding: bytes, as: UTF8.self))
      #expect(Script(parsing: bytes).printed == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("hold for soups of tokens", arguments: 0..<4 as Range<UInt64>)
  func soup(_ seed: UInt64) {
    var generator = SourceGenerator(seed: seed)
    for _ in 0..<1_500 { check(generator.soup()) }
  }

  @Test("hold for lines with mistakes", arguments: 0..<4 as Range<UInt64>)
  func mutants(_ seed: UInt64) {
    var generator = SourceGenerator(seed: seed)
    for _ in 0..<1_500 { check(generator.mutant() + "\n" + generator.mutant()) }
  }

  @Test("let every tree be written and read again", arguments: 0..<8 as Range<UInt64>)
  func trees(_ seed: UInt64) {
    var generator = TreeGenerator(seed: seed)
    for _ in 0..<1_000 {
      let statement = generator.statement()
      let script = Script(parsing: statement.formatted)
      #expect(script.diagnostics == [], "\(statement.formatted)")
      let isSame = script.statements.map(\.withoutRanges) == [statement]
      #expect(isSame, "\(statement.formatted) -> \(script.formatted)")
    }
  }

  /// A line of a file with `\r\n` without what is left of its end.
  private func withoutReturn(_ line: String) -> String {
    line.utf8.last == 0x0D ? String(decoding: line.utf8.dropLast(), as: UTF8.self) : line
  }

  @Test("make a file and a prompt cut the same statements", arguments: 0..<4 as Range<UInt64>)
  func prompt(_ seed: UInt64) {
    var generator = SourceGenerator(seed: seed)
    for _ in 0..<500 {
      let text = (0..<4).map { _ in
        generator.random.oneIn(2) ? generator.mutant() : generator.soup()
      }.joined(separator: "\n")
      let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      var cells: [String] = []
      var cell: [Substring.UTF8View] = []
      for line in lines {
        cell.append(line)
        let source = String(decoding: Array(cell.joined(separator: [0x0A])), as: UTF8.self)
        guard !Script(parsing: source).isIncomplete else { continue }
        cells.append(source)
        cell = []
      }
      let script = Script(parsing: text)
      #expect(script.isIncomplete == !cell.isEmpty)
      guard cell.isEmpty else { continue }
      let sources = script.statements.map(\.source)
      let lastLine = cells.last ?? ""
      let expected = cells.dropLast().map(withoutReturn) + (lastLine.isEmpty ? [] : [lastLine])
      #expect(sources == expected, "\(text)")
    }
  }
}
