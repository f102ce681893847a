extension Parser {
  /// element = expression [ ".." expression step ]
  ///
  /// What stands between brackets and commas, and behind `print`, `check` and `let name =`.
  mutating func parseElement() throws(Diagnostic) -> Expression {
    let from = try parseExpression(.or)
    guard peek().isSymbol(.dots) else { return from }
    take()
    let to = try parseExpression(.or)
    return try parseStep(from: from, to: to) { parser throws(Diagnostic) in
      try parser.parseExpression(.or)
    }
  }

  /// expression = prefix { operator prefix }, where the operators bind at least as tightly as asked
  ///
  /// Operators of one precedence group to the left, `^` to the right; comparisons don't chain.
  mutating func parseExpression(
    _ minimum: Precedence
  ) throws(Diagnostic) -> Expression {
    try nested { parser throws(Diagnostic) in
      var left = try parser.parsePrefix(minimum)
      while let next = parser.peekOperator(), next.precedence >= minimum {
        if next.precedence == .comparison { try parser.checkChain(left, next) }
        parser.take()
        let right = try parser.parseExpression(next.precedence.ofRightOperand)
        left = try parser.expression(.binary(next, left, right), left.range.union(right.range))
      }
      return left
    }
  }

  private mutating func peekOperator() -> BinaryOperator? {
    let token = peek()
    switch token.kind {
    case .symbol(let symbol): return symbol.binaryOperator
    case .word: return token.text == "and" || token.text == "or" ? .init(rawValue: token.text) : nil
    default: return nil
    }
  }

  /// prefix = "-" prefix | "not" prefix | postfix
  private mutating func parsePrefix(_ minimum: Precedence) throws(Diagnostic) -> Expression {
    let token = peek()
    if token.isSymbol(.minus) {
      return try parseNegation { parser throws(Diagnostic) in try parser.parseExpression(.minus) }
    }
    guard token.isWord("not") else { return try parsePostfix(in: .formula, joined: false) }
    guard minimum <= .not else { throw .notWithinFormula(at: token.range) }
    take()
    let operand = try parseExpression(.not)
    return try expression(.unary(.not, operand), token.range.union(operand.range))
  }

  /// "-" operand; the sign belongs to a number that follows it alone.
  mutating func parseNegation(
    operand: (inout Parser) throws(Diagnostic) -> Expression
  ) throws(Diagnostic) -> Expression {
    let sign = take().range
    let start = tokens.count
    let value = try operand(&self)
    let range = sign.union(value.range)
    if tokens.count == start + 1 {
      if case .number(let number) = value.kind { return try expression(.number(-number), range) }
      if case .percent(let share) = value.kind { return try expression(.percent(-share), range) }
    }
    return try expression(.unary(.negate, value), range)
  }

  /// postfix = primary { "[" element { "," element } "]" }
  ///
  /// `joined` asks that brackets follow without space: in an argument, space ends a value.
  mutating func parsePostfix(
    in place: Lexer.Place, joined: Bool
  ) throws(Diagnostic) -> Expression {
    var value = try parsePrimary(in: place, joined: joined)
    while peek().isSymbol(.openBracket), !joined || peek().leadingTrivia.isEmpty {
      openBracket()
      let indices = try parseElements()
      try closeBracket(.closeBracket)
      let range = SourceRange(value.range.lowerBound, lexer.offset)
      value = try expression(.index(value, indices), range)
    }
    return value
  }

  /// primary = number | percent | size | string | path | word | call | matrix | "(" element ")"
  private mutating func parsePrimary(
    in place: Lexer.Place, joined: Bool
  ) throws(Diagnostic) -> Expression {
    let token = peek(in: place)
    switch token.kind {
    case .number, .percent, .size, .string, .path:
      return try parseLiteral(in: place)
    case .word where !["and", "or", "not"].contains(token.text) || place == .argument:
      return try parseWord(in: place, joined: joined)
    case .symbol(.openParenthesis):
      openBracket()
      let value = try parseElement()
      try closeBracket(.closeParenthesis)
      return try expression(value.kind, SourceRange(token.range.lowerBound, lexer.offset))
    case .symbol(.openBracket):
      return try parseMatrix()
    default:
      let before = tokens.last.map { " after \($0.quoted)" } ?? ""
      throw unexpected(expected: "a value" + before, in: place)
    }
  }

  private mutating func parseLiteral(in place: Lexer.Place) throws(Diagnostic) -> Expression {
    let token = take(in: place)
    switch token.kind {
    case .string:
      return try expression(.string(try StringText.value(of: token)), token.range)
    case .path:
      return try expression(.path(token.text), token.range)
    case .size:
      guard let size = NumberValue.dimensions(of: token.text) else { throw .tooLarge(token) }
      return try expression(.size(size), token.range)
    default:
      let value = NumberValue.value(of: token.text)
      guard value.isFinite else { throw .tooLarge(token) }
      if NumberValue.isLost(token.text) { throw .tooSmall(token) }
      return try expression(token.kind == .percent ? .percent(value) : .number(value), token.range)
    }
  }

  /// call = word "(" [ argument { "," argument } ] ")"
  private mutating func parseWord(
    in place: Lexer.Place, joined: Bool
  ) throws(Diagnostic) -> Expression {
    let word = take(in: place)
    let next = peek()
    guard next.isSymbol(.openParenthesis), !joined || next.leadingTrivia.isEmpty else {
      return try expression(.word(word.text), word.range)
    }
    openBracket()
    var arguments: [Argument] = []
    if !peek().isSymbol(.closeParenthesis) {
      arguments.append(try parseCallArgument())
      while peek().isSymbol(.comma) {
        take()
        arguments.append(try parseCallArgument())
      }
    }
    try closeBracket(.closeParenthesis)
    let name = Name(word.text, range: word.range)
    let range = SourceRange(word.range.lowerBound, lexer.offset)
    return try expression(.call(name, arguments), range)
  }

  /// argument = callValue | key "=" callValue
  private mutating func parseCallArgument() throws(Diagnostic) -> Argument {
    let start = tokens.count
    let value = try parseCallValue()
    guard let name = optionName(value, tokensFrom: start) else { return .value(value) }
    take()
    let optionValue = try parseCallValue()
    let range = value.range.union(optionValue.range)
    return .option(Option(name: name, values: [optionValue], range: range))
  }

  /// callValue = file | element
  private mutating func parseCallValue() throws(Diagnostic) -> Expression {
    guard peek(in: .callArgument).kind == .path else { return try parseElement() }
    return try parseLiteral(in: .callArgument)
  }

  /// elements = element { "," element }
  private mutating func parseElements() throws(Diagnostic) -> [Expression] {
    var elements = [try parseElement()]
    while peek().isSymbol(.comma) {
      take()
      elements.append(try parseElement())
    }
    return elements
  }

  /// matrix = "[" elements { ";" elements } "]"
  private mutating func parseMatrix() throws(Diagnostic) -> Expression {
    let start = peek().range.lowerBound
    openBracket()
    var rows = [try parseElements()]
    while peek().isSymbol(.semicolon) {
      take()
      rows.append(try parseElements())
    }
    try closeBracket(.closeBracket)
    return try expression(.matrix(rows), SourceRange(start, lexer.offset))
  }

  /// An expression of the kind, if it is not too high.
  func expression(
    _ kind: Expression.Kind, _ range: SourceRange
  ) throws(Diagnostic) -> Expression {
    let expression = Expression(kind, range: range)
    guard expression.height <= Parser.maximumHeight else {
      throw .tooLong(at: range, limit: Parser.maximumHeight)
    }
    return expression
  }
}
