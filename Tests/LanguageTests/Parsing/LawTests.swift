import Language
import SeededRandom
import Testing

@Suite("Laws of the parser")
struct LawTests {
  /// What holds for every text.
  private func check(_ text: String) {
    let script = Script(parsing: text)
    let utf8 = Array(SourceGenerator.endingLines(of: text).utf8)
    #expect(Array(script.source.utf8) == utf8)
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
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(Script(parsing: bytes).printed == SourceGenerator.endingLines(of: text))
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

  @Test("make a file and a prompt cut the same statements", arguments: 0..<4 as Range<UInt64>)
  func prompt(_ seed: UInt64) {
    var generator = SourceGenerator(seed: seed)
    for _ in 0..<500 {
      let lines = SourceGenerator.lines(
        of: (0..<4).map { _ in
          generator.random.oneIn(2) ? generator.mutant() : generator.soup()
        }.joined(separator: "\n"))
      var cells: [String] = []
      var cell: [String] = []
      for line in lines {
        cell.append(line)
        let source = cell.joined(separator: "\n")
        guard !Script(parsing: source).isIncomplete else { continue }
        cells.append(source)
        cell = []
      }
      let script = Script(parsing: lines.joined(separator: "\n"))
      #expect(script.isIncomplete == !cell.isEmpty)
      guard cell.isEmpty else { continue }
      if cells.last?.isEmpty == true { cells.removeLast() }
      #expect(script.statements.map(\.source) == cells, "\(script.source)")
      let elsewhere = Script(parsing: lines.joined(separator: "\r\n"))
      #expect(
        elsewhere.statements.map { SourceGenerator.lines(of: $0.source).joined(separator: "\n") }
          == cells, "\(script.source)")
    }
  }
}
