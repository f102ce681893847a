/// Reads one line at a time by recursive descent; each function carries its production.
struct Parser {
  /// How deep brackets and operators before a value may be nested.
  static let maximumDepth = 64
  /// How high the tree of a formula may be: a sum of `n` values is `n` high.
  static let maximumHeight = 200

  /// A line that was read.
  enum Line {
    case statement(Statement)
    /// The first line of a loop, and the cell that it is the new text of.
    case loopStart(Loop, edit: Edit?)
    case loopEnd(LoopEnd)
  }

  /// The last line of a loop.
  struct LoopEnd {
    var range: SourceRange
    var tokens: [Token]
  }

  /// What the verbs take that are no words of the language.
  let forms: CommandForms
  private(set) var lexer: Lexer
  /// The tokens taken from the current line.
  private(set) var tokens: [Token] = []
  /// Where the tokens of the current statement begin: behind `edit N` in such a line.
  private var statementStart = 0
  private var lookahead: Lookahead?
  /// The brackets that wait for their closing ones.
  private(set) var openBrackets: [Token] = []
  private var depth = 0

  /// A token that was looked at, and the lexer behind it.
  private struct Lookahead {
    var place: Lexer.Place
    var token: Token
    var lexer: Lexer
  }

  /// Begins at an offset; what reads a formula alone needs no forms.
  init(_ utf8: [UInt8], from offset: Int = 0, forms: CommandForms = CommandForms()) {
    self.forms = forms
    lexer = Lexer(utf8, from: offset)
  }

  var isAtEnd: Bool { lexer.offset == lexer.bytes.count }

  /// The tokens of the current statement.
  var statementTokens: [Token] { Array(tokens[statementStart...]) }

  mutating func startLine() {
    tokens = []
    statementStart = 0
    openBrackets = []
    depth = 0
  }

  /// Begins a statement within the line.
  mutating func startStatement() {
    statementStart = tokens.count
  }

  /// The next token, which stays where it is.
  mutating func peek(in place: Lexer.Place = .formula) -> Token {
    if let lookahead,
      lookahead.place == place || place == .formula && lookahead.token.kind != .path
    {
      return lookahead.token
    }
    var next = lexer
    let token = next.next(in: place)
    lookahead = Lookahead(place: place, token: token, lexer: next)
    return token
  }

  /// The token behind the next one.
  mutating func peekSecond() -> Token {
    _ = peek()
    var next = lookahead?.lexer ?? lexer
    return next.next(in: .formula)
  }

  @discardableResult
  mutating func take(in place: Lexer.Place = .formula) -> Token {
    let token = peek(in: place)
    if let lookahead { lexer = lookahead.lexer }
    lookahead = nil
    tokens.append(token)
    return token
  }

  /// Takes the rest of the line as prose.
  mutating func takeProse(atLineStart: Bool) -> Token {
    lookahead = nil
    let token = lexer.nextProse(atLineStart: atLineStart)
    tokens.append(token)
    return token
  }

  /// Takes an opening bracket.
  mutating func openBracket() {
    openBrackets.append(take())
    lexer.openBrackets += 1
  }

  /// Takes the closing bracket of the last opening one, or says that it is missing.
  mutating func closeBracket(_ symbol: Symbol) throws(Diagnostic) {
    guard peek().isSymbol(symbol) else { throw missingCloser(symbol) }
    take()
    openBrackets.removeLast()
    lexer.openBrackets -= 1
  }

  /// Goes one level deeper, for as long as `body` runs.
  mutating func nested<Value>(
    _ body: (inout Parser) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Parser.maximumDepth else {
      throw .tooDeep(at: peek().range, limit: Parser.maximumDepth)
    }
    return try body(&self)
  }

  /// Takes the end of the line.
  mutating func takeLineEnd() throws(Diagnostic) {
    guard peek().endsLine else { throw unexpected(expected: "the end of the line") }
    let end = take()
    if end.isContinued { throw .openContinuation(before: end) }
  }

  /// Takes what is left of a line that can't be read.
  mutating func recover() -> Malformed {
    if tokens.last?.endsLine != true {
      if lookahead != nil { take(in: lookahead?.place ?? .formula) }
      lexer.openBrackets = 0
      while tokens.last?.endsLine != true { take() }
    }
    lexer.openBrackets = 0
    return wholeLine()
  }

  /// The line that was taken as one that means nothing.
  func wholeLine() -> Malformed {
    let solid = tokens.filter { !$0.endsLine }
    let verb = solid.first.flatMap { first in
      first.kind == .word ? Name(first.text, range: first.range) : nil
    }
    let start = solid.first?.range ?? tokens.last?.range ?? SourceRange(lexer.offset, lexer.offset)
    return Malformed(verb: verb, range: start.union(solid.last?.range ?? start), tokens: tokens)
  }
}

extension Token {
  /// Whether the source ends directly behind a `\` that continues the line.
  var isContinued: Bool {
    guard kind == .end, let last = leadingTrivia.last, last.kind == .continuation else {
      return false
    }
    return last.text.utf8.last != 0x0A
  }
}
