extension Parser {
  /// The words that a name can't be, because formulas use them.
  static let reservedWords = ["and", "or", "not", "let", "for", "in", "end", "by", "do"]

  /// line = [ command | binding | loop | rule | edit | note ] [ "#" comment ]
  mutating func parseLine() throws(Diagnostic) -> Line {
    let first = peek()
    switch first.kind {
    case .newline, .end:
      let place = SourceRange(first.range.lowerBound, first.range.lowerBound)
      try takeLineEnd()
      return .statement(.blank(Blank(range: place, tokens: statementTokens)))
    case .string, .fault(.openString):
      return .statement(try parseQuotedNote())
    case .word:
      return try parseLine(form: LineForm(word: first.text, forms))
    default:
      throw noCommand()
    }
  }

  private mutating func parseLine(form: LineForm) throws(Diagnostic) -> Line {
    switch form {
    case .prose: .statement(try parseNote())
    case .binding: .statement(try parseBinding())
    case .loop: try parseLoopStart()
    case .loopEnd: try parseLoopEnd()
    case .rule: .statement(try parseRule())
    case .edit: try parseEdit()
    case .command(.formula): .statement(try parseFormulaCommand())
    case .command(.formulas): .statement(try parseFormulasCommand())
    case .command(let form): .statement(try parseCommand(form))
    }
  }

  private mutating func takeName() -> Name {
    let token = take()
    return Name(token.text, range: token.range)
  }

  /// command = word { argument }
  ///
  /// Where a command takes lists, whole numbers may stand behind commas, `plot runs 3,5`, and so may
  /// names behind its words, `plot search contour rate,units`; elsewhere a comma between values is a
  /// decimal comma, or a mistake.
  private mutating func parseCommand(_ form: CommandForm) throws(Diagnostic) -> Statement {
    let verb = takeName()
    try checkVerb(verb)
    var arguments: [Argument] = []
    while !peek(in: .argument).endsLine {
      if form == .argumentsWithLists, case .value(let first) = arguments.last,
        first.wholeNumber != nil || arguments.count > 2 && first.text != nil,
        peek().isSymbol(.comma)
      {
        take()
        arguments.append(contentsOf: try parseList(after: ",").map { .value($0) })
        continue
      }
      arguments.append(try parseArgument(after: arguments.last))
    }
    return try command(verb, form, arguments)
  }

  /// command = word [ expression [ consent ] ], for a word that takes a formula
  private mutating func parseFormulaCommand() throws(Diagnostic) -> Statement {
    let verb = takeName()
    guard !peek().endsLine else { return try command(verb, .formula, []) }
    let value = try parseElement()
    let consent = try parseConsent(after: value)
    try checkFormulaEnd()
    return try command(verb, .formula, [.value(value)] + (consent.map { [.option($0)] } ?? []))
  }

  /// consent = "yes" "=" value
  ///
  /// The one option that can stand behind a formula: it allows the work that the formula takes.
  private mutating func parseConsent(after value: Expression) throws(Diagnostic) -> Option? {
    guard peek().isWord("yes"), peekSecond().isSymbol(.assign),
      case .option(let option) = try parseArgument(after: .value(value))
    else { return nil }
    return option
  }

  /// command = word [ element { "," element } ] { option }, for a word that takes formulas
  private mutating func parseFormulasCommand() throws(Diagnostic) -> Statement {
    let verb = takeName()
    var arguments: [Argument] = []
    if !peek().endsLine, !peekSecond().isSymbol(.assign) {
      arguments.append(.value(try parseElement()))
      while peek().isSymbol(.comma) {
        take()
        arguments.append(.value(try parseElement()))
      }
    }
    while !peek().endsLine {
      guard peek().kind == .word, peekSecond().isSymbol(.assign) else {
        try checkFormulaEnd()
        break
      }
      arguments.append(try parseArgument(after: arguments.last))
    }
    return try command(verb, .formulas, arguments)
  }

  private mutating func command(
    _ verb: Name, _ form: CommandForm, _ arguments: [Argument]
  ) throws(Diagnostic) -> Statement {
    try takeLineEnd()
    let range = verb.range.union(arguments.last?.range ?? verb.range)
    return .command(
      Command(
        verb: verb, form: form, arguments: arguments, range: range, tokens: statementTokens))
  }

  /// binding = "let" word "=" expression [ consent ]
  private mutating func parseBinding() throws(Diagnostic) -> Statement {
    let start = take().range
    let name = try parseNewName(after: "let", example: "let rate = 0.1")
    guard peek().isSymbol(.assign) else {
      throw unexpected(expected: "\"=\" after \(Token.quoted("let " + name.text))")
    }
    take()
    let value = try parseElement()
    let consent = try parseConsent(after: value)
    try checkFormulaEnd()
    try takeLineEnd()
    let range = start.union(consent?.range ?? value.range)
    return .binding(
      Binding(name: name, value: value, option: consent, range: range, tokens: statementTokens))
  }

  private mutating func parseNewName(
    after keyword: String, example: String
  ) throws(Diagnostic) -> Name {
    guard peek().kind == .word else {
      throw unexpected(
        expected: "a name after \"\(keyword)\"", hints: ["for example: \(example)"])
    }
    let name = takeName()
    guard !Parser.reservedWords.contains(name.text) else { throw .reserved(name) }
    return name
  }

  /// loop = "for" word "in" value { "," value } newline
  private mutating func parseLoopStart() throws(Diagnostic) -> Line {
    let example = "for width in 1, 2, 4"
    let start = take().range
    let variable = try parseNewName(after: "for", example: example)
    guard peek().isWord("in") else {
      throw unexpected(
        expected: "\"in\" after \(Token.quoted("for " + variable.text))",
        hints: ["for example: \(example)"])
    }
    take()
    let values = try parseList(after: "in")
    if let call = values.first(where: \.isRangeOfPython) {
      throw Diagnostic(
        "the numbers of a loop are written 1..3", at: call.range,
        hints: ["for \(variable.text) in 1..3, or 0..10 by 2"])
    }
    guard peek().endsLine else { throw loopGoesOn(variable) }
    try takeLineEnd()
    let range = start.union(values.last?.range ?? start)
    let loop = Loop(
      variable: variable, values: values, body: [], range: range,
      headerTokens: statementTokens, endTokens: [])
    return .loopStart(loop, edit: nil)
  }

  /// loop = … "end"
  private mutating func parseLoopEnd() throws(Diagnostic) -> Line {
    let range = take().range
    guard peek().endsLine else {
      throw unexpected(expected: "the end of the line after \"end\"")
    }
    try takeLineEnd()
    return .loopEnd(LoopEnd(range: range, tokens: statementTokens))
  }

  /// edit = "edit" number [ "editor" "=" ( "yes" | "no" ) | line ]
  private mutating func parseEdit() throws(Diagnostic) -> Line {
    let keyword = take().range
    let token = peek()
    guard token.kind == .number, let number = Int(token.text) else {
      throw unexpected(
        expected: "the number of a cell after \"edit\"", hints: ["for example: edit 5"])
    }
    take()
    let range = keyword.union(token.range)
    var edit = Edit(
      number: number, numberRange: token.range, statement: nil, range: range, tokens: tokens)
    if peek().endsLine {
      try takeLineEnd()
      edit.tokens = tokens
      return .statement(.edit(edit))
    }
    let next = peek()
    guard !next.leadingTrivia.isEmpty else { throw .missingSpace(before: next) }
    if next.isWord("editor"), peekSecond().kind == .symbol(.assign) {
      try takeEditor(&edit)
      return .statement(.edit(edit))
    }
    guard !next.isWord("edit") else { throw .editWithinEdit(at: next.range) }
    startStatement()
    switch try parseLine() {
    case .statement(let statement):
      edit.statement = statement
      edit.range = range.union(statement.range)
      return .statement(.edit(edit))
    case .loopStart(let loop, _):
      return .loopStart(loop, edit: edit)
    case .loopEnd(let end):
      throw .strayEnd(at: end.range)
    }
  }

  private mutating func takeEditor(_ edit: inout Edit) throws(Diagnostic) {
    take()
    take()
    let value = peek()
    guard value.isWord("yes") || value.isWord("no") else {
      throw unexpected(expected: "yes or no", hints: ["for example: edit 5 editor=yes"])
    }
    take()
    try takeLineEnd()
    edit.opensEditor = value.isWord("yes")
    edit.range = edit.range.union(value.range)
    edit.tokens = tokens
  }

  /// rule = "when" expression "do" command
  private mutating func parseRule() throws(Diagnostic) -> Statement {
    let example = "for example: when validation_loss < 0.1 do stop"
    let verb = takeName()
    guard !peek().endsLine else { return try command(verb, .arguments, []) }
    let condition = try parseElement()
    if peek().endsLine, case .word("never") = condition.kind {
      return try command(verb, .arguments, [.value(condition)])
    }
    guard peek().isWord("do") else {
      throw unexpected(expected: "\"do\" after the condition", hints: [example])
    }
    take()
    let header = statementTokens
    guard peek().kind == .word else {
      throw unexpected(expected: "a command after \"do\"", hints: [example])
    }
    startStatement()
    let form = LineForm(word: peek().text, forms)
    guard case .command = form,
      case .statement(.command(let action)) = try parseLine(form: form)
    else {
      throw unexpected(expected: "one command after \"do\"", hints: [example])
    }
    return .rule(
      Rule(
        condition: condition, action: action, range: verb.range.union(action.range),
        headerTokens: header))
  }

  /// note = "note" prose
  private mutating func parseNote() throws(Diagnostic) -> Statement {
    let start = take().range
    let prose = takeProse(atLineStart: false)
    try takeLineEnd()
    let range = prose.text.isEmpty ? start : start.union(prose.range)
    return .note(Note(text: prose.text, range: range, tokens: statementTokens))
  }

  /// note = '"' prose
  private mutating func parseQuotedNote() throws(Diagnostic) -> Statement {
    let prose = takeProse(atLineStart: true)
    try takeLineEnd()
    return .note(
      Note(
        text: NoteText.text(of: prose.text), range: prose.range, tokens: statementTokens))
  }
}

extension Expression {
  /// Whether it is `range(3)`, which counts in Python.
  fileprivate var isRangeOfPython: Bool {
    if case .call(let name, _) = kind { name.text == "range" } else { false }
  }
}
