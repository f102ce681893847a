// A comma behind a formula, where none can stand.
extension Parser {
  /// What the comma stands for: a decimal point, `let x = 5,5`, a mark between digits, `let x = 1,000`,
  /// or a mark between values, which stand in brackets. The line is said as it is typed then.
  func hints(forComma comma: Token) -> [String] {
    let line = statementRange
    guard line.count <= 60, let first = tokens.last else { return [] }
    var rest = Parser(lexer.bytes, from: comma.range.upperBound)
    let next = rest.take()
    let isTight = comma.leadingTrivia.isEmpty && next.leadingTrivia.isEmpty
    if isTight, Parser.areDigits(first), Parser.areDigits(next), rest.peek().endsLine {
      let point = "a decimal is written with a point: " + text(of: line, with: ".", at: comma.range)
      guard next.text.utf8.count == 3 else { return [point] }
      return ["the number alone: " + text(of: line, with: "", at: comma.range), point]
    }
    return inBrackets(line).map { ["several values stand in brackets: \($0)"] } ?? []
  }

  /// The statement from its first token to the end of its line.
  private var statementRange: Range<Int> {
    let start = statementTokens.first?.range.lowerBound ?? 0
    let end = lexer.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? lexer.bytes.count
    return start..<end
  }

  private static func areDigits(_ token: Token) -> Bool {
    token.kind == .number && token.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func text(of line: Range<Int>, with sign: String, at comma: SourceRange) -> String {
    lexer.text(SourceRange(line.lowerBound, comma.lowerBound)) + sign
      + lexer.text(SourceRange(comma.upperBound, line.upperBound))
  }

  /// The statement with all that stands behind its word, or behind the equals sign, in brackets; nil where
  /// that is no list of formulas.
  private func inBrackets(_ line: Range<Int>) -> String? {
    let tokens = statementTokens
    let assign = tokens.firstIndex { $0.isSymbol(.assign) } ?? 0
    guard let start = tokens.dropFirst(assign + 1).first?.range.lowerBound else { return nil }
    var rest = Parser(lexer.bytes, from: start)
    var end = start
    while let value = try? rest.parseElement() {
      end = value.range.upperBound
      guard rest.peek().isSymbol(.comma) else { break }
      rest.take()
    }
    guard rest.peek().endsLine else { return nil }
    return lexer.text(SourceRange(line.lowerBound, start)) + "["
      + lexer.text(SourceRange(start, end)) + "]"
  }
}
