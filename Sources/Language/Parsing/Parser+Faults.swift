extension Parser {
  /// Whether a value can begin with the token.
  func startsValue(_ token: Token) -> Bool {
    switch token.kind {
    case .word, .number, .percent, .size, .path, .string, .symbol(.openParenthesis),
      .symbol(.openBracket), .symbol(.minus):
      true
    default: false
    }
  }

  /// What to say of the next token, where something else is expected.
  mutating func unexpected(
    expected: String, in place: Lexer.Place = .formula, hints: [String] = []
  ) -> Diagnostic {
    let token = peek(in: place)
    switch token.kind {
    case .fault(let fault): return .fault(fault, token)
    case .end where token.isContinued: return .openContinuation(before: token)
    case .newline, .end:
      if let open = openBrackets.last { return .openBracket(open) }
      let end = tokens.last?.range.upperBound ?? token.range.lowerBound
      return Diagnostic(
        "expected \(expected), found the end of the line", at: SourceRange(end, end), hints: hints)
    case .symbol(.closeParenthesis) where openBrackets.isEmpty,
      .symbol(.closeBracket) where openBrackets.isEmpty:
      let opener = token.text == ")" ? "(" : "["
      return Diagnostic(
        "\"\(token.text)\" closes nothing: no \"\(opener)\" is open", at: token.range)
    default:
      return Diagnostic(
        "expected \(expected), found \(token.quoted)", at: token.range, hints: hints)
    }
  }

  /// A line that begins with something else than a word.
  mutating func noCommand() -> Diagnostic {
    let token = peek()
    if case .fault(let fault) = token.kind { return .fault(fault, token) }
    var hints: [String] = []
    if token.isSymbol(.greater) {
      hints = ["the \"> \" before the commands of a transcript is not typed"]
    } else if token.isSymbol(.openBracket), let prompt = prompt(from: token.range.lowerBound) {
      hints = ["the \(prompt) of the prompt is not typed"]
    } else if let formula = formula(from: token.range.lowerBound, toLineEnd: true) {
      hints = ["to see the value of a formula: print \(formula.text)"]
    }
    return unexpected(expected: "a command", hints: hints)
  }

  /// The number in brackets that begins at an offset, if a word follows it.
  private func prompt(from offset: Int) -> String? {
    var parser = lineParser(from: offset)
    guard let number = try? parser.parseElement(), case .matrix(let rows) = number.kind,
      rows.first?.first?.wholeNumber != nil, parser.peek().kind == .word
    else { return nil }
    return formula(from: offset, toLineEnd: false)?.text
  }

  /// Checks that the line is not a formula, or a name with its value.
  mutating func checkVerb(_ verb: Name) throws(Diagnostic) {
    let next = peek(in: .argument)
    if next.isSymbol(.assign) {
      take()
      let value = formula(from: lexer.offset, toLineEnd: true)?.text ?? decimal ?? "3"
      throw Diagnostic(
        "expected a command, found a name with \"=\"", at: verb.range.union(next.range),
        hints: ["a name gets its value with let: let \(Token.shortened(verb.text)) = \(value)"])
    }
    let isCall = next.isSymbol(.openParenthesis) && next.leadingTrivia.isEmpty
    guard isCall || isInfix(next) else { return }
    let formula = formula(from: verb.range.lowerBound, toLineEnd: true)
    throw Diagnostic(
      "expected a command, found a formula", at: formula?.range ?? verb.range.union(next.range),
      hints: formula.map { ["to see its value: print \($0.text)"] } ?? [])
  }

  /// The number that comes next with a comma in it, as it is written with a point; nil for none.
  private var decimal: String? {
    var parser = Parser(lexer.bytes, from: lexer.offset)
    let tokens = [parser.take(), parser.take(), parser.take()]
    let isOne = tokens[1].isSymbol(.comma) && tokens.dropFirst().allSatisfy(\.leadingTrivia.isEmpty)
    guard isOne, tokens[0].kind == .number, tokens[2].kind == .number, parser.peek().endsLine else {
      return nil
    }
    return "\(tokens[0].text).\(tokens[2].text)"
  }

  /// Checks that a new argument can begin with the token.
  mutating func checkSeparation(
    _ token: Token, after previous: Argument?
  ) throws(Diagnostic) {
    let sign = token.leadingTrivia.isEmpty ? peek() : token
    if let previous, isInfix(sign) { throw formulaInArgument(previous, sign) }
    if token.isSymbol(.comma), case .value = previous {
      throw Diagnostic(
        "expected a space before the next value, found \",\"", at: token.range,
        hints: ["values are separated by spaces alone; commas are for an option's: l2=0,0.01"])
    }
    guard startsValue(token) else {
      throw unexpected(expected: "a word, a value or an option", in: .argument)
    }
    guard !token.leadingTrivia.isEmpty else { throw .missingSpace(before: token) }
  }

  /// Whether the next token stands between two values: a minus sign with space before it alone
  /// belongs to the value behind it.
  private mutating func isInfix(_ token: Token) -> Bool {
    guard case .symbol(let symbol) = token.kind, symbol.binaryOperator != nil else { return false }
    guard symbol == .minus, !token.leadingTrivia.isEmpty else { return true }
    return !peekSecond().leadingTrivia.isEmpty
  }

  private func formulaInArgument(_ argument: Argument, _ sign: Token) -> Diagnostic {
    let value: Expression
    var name = ""
    switch argument {
    case .value(let single): value = single
    case .option(let option):
      value = option.values[option.values.count - 1]
      if option.values.count == 1 { name = Token.shortened(option.name.text) + "=" }
    }
    let formula = formula(from: value.range.lowerBound, toLineEnd: false)
    return Diagnostic(
      "a formula in an argument stands in parentheses", at: formula?.range ?? sign.range,
      hints: formula.map { ["\(name)(\($0.text))"] } ?? [])
  }

  /// The formula that begins at an offset, if one does in its line that is short enough to be shown
  /// again.
  private func formula(
    from offset: Int, toLineEnd: Bool
  ) -> (text: String, range: SourceRange)? {
    var parser = lineParser(from: offset)
    guard let formula = try? parser.parseElement() else { return nil }
    let next = parser.peek()
    guard !toLineEnd || next.endsLine, !next.isContinued else { return nil }
    let range = SourceRange(formula.range.lowerBound + offset, formula.range.upperBound + offset)
    let text = lexer.text(range)
    return text.utf8.count <= 60 ? (text, range) : nil
  }

  /// Reads what stands behind an offset in its line, and counts from there: where brackets are open, all
  /// the lines behind them would be read for each line that is wrong.
  private func lineParser(from offset: Int) -> Parser {
    Parser(Array(lexer.bytes[offset..<lexer.lineEnd(from: offset)]))
  }

  /// Whether a whole text can be read as a formula with an operator.
  static func isFormula(_ text: String) -> Bool {
    var parser = Parser(Array(text.utf8))
    guard let formula = try? parser.parseElement(), case .binary = formula.kind else {
      return false
    }
    return parser.peek().kind == .end
  }

  /// Checks that a formula is the last thing on its line.
  mutating func checkFormulaEnd() throws(Diagnostic) {
    let token = peek()
    guard !token.endsLine else { return }
    var hints: [String] = []
    if token.isSymbol(.assign) {
      hints = ["to compare two values write =="]
    } else if token.isSymbol(.comma) {
      hints = self.hints(forComma: token)
    } else if let last = tokens.last, last.kind == .number || last.isSymbol(.closeParenthesis),
      token.kind == .word || token.isSymbol(.openParenthesis)
    {
      hints = ["a product is written with *"]
    }
    throw unexpected(expected: "an operator or the end of the line", hints: hints)
  }

  /// Checks that a comparison does not follow on another one.
  mutating func checkChain(_ left: Expression, _ sign: BinaryOperator) throws(Diagnostic) {
    guard case .binary(let first, let low, let middle) = left.kind,
      first.precedence == .comparison, left.range == low.range.union(middle.range)
    else { return }
    let range = peek().range
    var hints: [String] = []
    var rest = Parser(lexer.bytes, from: range.upperBound)
    if let right = try? rest.parseExpression(.sum) {
      let joined =
        lexer.text(left.range) + " and " + lexer.text(middle.range) + " \(sign.rawValue) "
        + lexer.text(right.range)
      if joined.utf8.count <= 60 { hints = ["compare twice: \(joined)"] }
    }
    throw Diagnostic("a comparison has two sides, found a third one", at: range, hints: hints)
  }

  /// What to say where a bracket is not closed.
  mutating func missingCloser(_ closer: Symbol) -> Diagnostic {
    guard let open = openBrackets.last else {
      return unexpected(expected: "\"\(closer.rawValue)\"")
    }
    let lines = lexer.bytes[open.range.lowerBound..<peek().range.lowerBound].filter { $0 == 0x0A }
    let place = lines.isEmpty ? "" : " \(lines.count) line\(lines.count == 1 ? "" : "s") above"
    var hints: [String] = []
    let next = peek()
    if closer == .closeBracket, startsValue(next) {
      hints = ["commas stand between the values in brackets: [1, 2]"]
    } else if let word = tokens.last, word.kind == .word, startsValue(next), next.kind != .word {
      let option = Token.shortened(word.text) + "=" + Token.shortened(next.text)
      hints = ["an option and its value are joined by =: \(option)"]
    }
    return unexpected(
      expected: "\"\(closer.rawValue)\" to close the \"\(open.text)\"\(place)", hints: hints)
  }

  /// What to say where the values of a loop are followed by something else than a comma.
  mutating func loopGoesOn(_ variable: Name) -> Diagnostic {
    let expected = "a comma or the end of the line"
    guard startsValue(peek()) else { return unexpected(expected: expected) }
    return unexpected(
      expected: expected,
      hints: [
        "values: for \(Token.shortened(variable.text)) in 1, 2, 4",
        "the commands of a loop stand on lines of their own",
      ])
  }
}
