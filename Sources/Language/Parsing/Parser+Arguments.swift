extension Parser {
  /// argument = value | option
  mutating func parseArgument(after previous: Argument?) throws(Diagnostic) -> Argument {
    let token = peek(in: .argument)
    try checkSeparation(token, after: previous)
    let start = tokens.count
    let value = try parseValue()
    if let name = optionName(value, tokensFrom: start) { return .option(try parseOption(name)) }
    return .value(value)
  }

  /// key = word [ "(" number ")" ] { "." word }
  ///
  /// The name of an option that was read as a value, if `=` follows.
  mutating func optionName(_ value: Expression, tokensFrom start: Int) -> Name? {
    let count = tokens.count - start
    guard count == 1 || count == 4, peek().isSymbol(.assign) else { return nil }
    return OptionKey.name(of: value)
  }

  /// option = key "=" value { "," value }
  private mutating func parseOption(_ name: Name) throws(Diagnostic) -> Option {
    take()
    let values = try parseList(after: name.text + "=")
    let range = name.range.union(values.last?.range ?? name.range)
    return Option(name: name, values: values, range: range)
  }

  /// list = value { "," value }
  mutating func parseList(after what: String) throws(Diagnostic) -> [Expression] {
    guard startsValue(peek(in: .argument)) else {
      throw unexpected(expected: "a value after \(Token.quoted(what))", in: .argument)
    }
    var values = [try parseValue()]
    while peek().isSymbol(.comma) {
      let comma = take()
      guard startsValue(peek(in: .argument)) else {
        throw unexpected(expected: "a value after the comma", in: .argument)
      }
      let start = tokens.count
      let value = try parseValue()
      if tokens.count == start + 1, peek().isSymbol(.assign), let name = value.text {
        throw .optionAfterComma(name, comma: comma.range)
      }
      if let whole = values.last, isThousands(whole, value) {
        throw .thousands(digitsAndCommas(from: whole.range.lowerBound), at: whole.range.lowerBound)
      }
      values.append(value)
    }
    return values
  }

  /// Whether `1,000` was typed: up to three digits, a comma, three digits of which the first is 0.
  private func isThousands(_ whole: Expression, _ rest: Expression) -> Bool {
    guard whole.wholeNumber != nil, rest.wholeNumber != nil,
      rest.range.lowerBound == whole.range.upperBound + 1
    else { return false }
    let digits = lexer.bytes[rest.range.lowerBound..<rest.range.upperBound]
    return digits.count == 3 && digits.first == UInt8(ascii: "0") && digits.allSatisfy(\.isDigit)
  }

  private func digitsAndCommas(from start: Int) -> String {
    let bytes = lexer.bytes[start...].prefix { $0.isDigit || $0 == UInt8(ascii: ",") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// value = operand [ ".." operand step ]
  ///
  /// An expression without operators between values; those need parentheses.
  private mutating func parseValue() throws(Diagnostic) -> Expression {
    let from = try parseOperand()
    guard isRangeSign(peek()) else { return from }
    take()
    guard startsValue(peek()) else { throw unexpected(expected: "a value after \"..\"") }
    let to = try parseOperand(in: .formula)
    return try parseStep(from: from, to: to) { parser throws(Diagnostic) in
      try parser.parseOperand(in: .formula)
    }
  }

  /// Whether the next token is the `..` of a range; `../data` behind space begins a path.
  private mutating func isRangeSign(_ token: Token) -> Bool {
    guard token.isSymbol(.dots) else { return false }
    return token.leadingTrivia.isEmpty || peek(in: .argument).kind != .path
  }

  /// operand = [ "-" ] postfix
  private mutating func parseOperand(
    in place: Lexer.Place = .argument
  ) throws(Diagnostic) -> Expression {
    guard peek(in: place).isSymbol(.minus) else {
      return try parsePostfix(in: place, joined: true)
    }
    return try nested { parser throws(Diagnostic) in
      try parser.parseNegation { parser throws(Diagnostic) in
        try parser.parseOperand(in: .formula)
      }
    }
  }

  /// step = [ "by" value | "log" [ number ] ]
  ///
  /// The two are ordinary words behind anything but a range, and as names of options.
  mutating func parseStep(
    from: Expression, to: Expression,
    value: (inout Parser) throws(Diagnostic) -> Expression
  ) throws(Diagnostic) -> Expression {
    try checkBound(from)
    try checkBound(to)
    var range = ValueRange(from: from, to: to)
    var end = to.range
    let word = peek()
    if word.isWord("by"), !peekSecond().isSymbol(.assign) {
      take()
      guard startsValue(peek()) else { throw unexpected(expected: "a step after \"by\"") }
      let step = try value(&self)
      range.step = .by(step)
      end = step.range
    } else if word.isWord("log"), !isNameOfMore(peekSecond()) {
      end = take().range
      var count: Expression?
      if peek(in: .argument).kind == .number {
        let number = try value(&self)
        end = number.range
        count = number
      }
      range.step = .logarithmic(count)
    }
    return try expression(.range(range), from.range.union(end))
  }

  /// Whether a token makes the word before it the name of an option, a call or an index.
  private func isNameOfMore(_ token: Token) -> Bool {
    if token.isSymbol(.assign) { return true }
    let isBracket = token.isSymbol(.openParenthesis) || token.isSymbol(.openBracket)
    return isBracket && token.leadingTrivia.isEmpty
  }

  private func checkBound(_ bound: Expression) throws(Diagnostic) {
    switch bound.kind {
    case .number, .percent, .word, .call, .unary, .binary, .index: return
    case .size, .string, .path, .range, .matrix: throw .badBound(bound)
    }
  }
}
