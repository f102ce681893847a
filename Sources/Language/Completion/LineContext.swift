/// What may stand behind the tokens of a line.
struct LineContext {
  private var line: ArraySlice<Token>
  private let isSpaced: Bool
  private let isComment: Bool
  private let forms: CommandForms
  private var calls: [Call] = []
  private var option: String?
  private var values: [String] = []
  private var options: [String] = []

  /// An open bracket, and the function whose arguments stand in it.
  private struct Call {
    var function: String?
    var option: String?
    var options: [String] = []
  }

  /// Looks at a line; `isSpaced` tells whether space stands at its end, `isComment` whether its end is
  /// a comment.
  init(_ line: ArraySlice<Token>, isSpaced: Bool, isComment: Bool, forms: CommandForms) {
    self.line = line
    self.isSpaced = isSpaced
    self.isComment = isComment
    self.forms = forms
    if line.first?.isWord("edit") == true, line.dropFirst().first?.kind == .number {
      self.line = line.dropFirst(2)
    }
    if self.line.first?.isWord("when") == true,
      let separator = self.line.firstIndex(where: { $0.isWord("do") })
    {
      self.line = self.line[(separator + 1)...]
    }
    var previous: Token?
    for token in self.line.dropFirst() {
      take(token, after: previous)
      previous = token
    }
  }

  /// The options that are given, as ``CursorContext/given`` has them.
  var given: [String] { calls.last?.options ?? options }

  var place: CursorContext.Place {
    if isComment { return .nothing }
    guard let first = line.first else { return .verb }
    guard first.kind == .word, let last = line.last, isSpaced || LineContext.leadsOn(last) else {
      return .nothing
    }
    if last.kind == .fault(.openString) { return .nothing }
    switch LineForm(word: first.text, forms) {
    case .prose, .loopEnd, .edit: return .nothing
    case .binding, .loop: return line.count < 3 ? .nothing : bracketPlace ?? .formula
    case .command(.formula) where option == "yes" && LineContext.leadsOn(last):
      return bracketPlace ?? .optionValue(verb: first.text, option: "yes")
    case .command(.formula), .rule: return bracketPlace ?? .formula
    case .command: return bracketPlace ?? argumentPlace(of: first.text, after: last)
    }
  }

  /// Whether a formula is whole behind which an option may stand: that of a verb, or of a binding.
  var endsFormula: Bool {
    guard !isComment, isSpaced, calls.isEmpty, line.count > 1, let first = line.first,
      let last = line.last, last.kind != .fault(.openString), !LineContext.leadsOn(last),
      !LineContext.joins(last)
    else { return false }
    switch LineForm(word: first.text, forms) {
    case .binding: return line.count > 3
    case .command(.formula): return true
    default: return false
    }
  }

  /// Whether a word stands between two values.
  private static func joins(_ token: Token) -> Bool {
    ["and", "or", "not"].contains { token.isWord($0) }
  }

  private var bracketPlace: CursorContext.Place? {
    guard let call = calls.last else { return nil }
    guard let function = call.function else { return .formula }
    return .callArgument(function: function, option: call.option)
  }

  private func argumentPlace(of verb: String, after last: Token) -> CursorContext.Place {
    if let option, LineContext.leadsOn(last) { return .optionValue(verb: verb, option: option) }
    return .argument(verb: verb, after: values)
  }

  private mutating func take(_ token: Token, after previous: Token?) {
    let isCall = previous?.kind == .word && token.leadingTrivia.isEmpty
    switch token.kind {
    case .symbol(.openParenthesis):
      calls.append(Call(function: isCall ? previous?.text : nil))
    case .symbol(.openBracket):
      calls.append(Call())
    case .symbol(.closeParenthesis), .symbol(.closeBracket):
      _ = calls.popLast()
    case .symbol(.assign) where calls.isEmpty:
      option = previous?.text
      options.append(previous?.text ?? "")
      _ = values.popLast()
    case .symbol(.assign):
      calls[calls.count - 1].option = previous?.text
      calls[calls.count - 1].options.append(previous?.text ?? "")
    case .symbol(.comma) where !calls.isEmpty:
      calls[calls.count - 1].option = nil
    case .word, .number, .percent, .size, .path, .string:
      guard calls.isEmpty, previous.map({ !LineContext.leadsOn($0) }) ?? true else { return }
      option = nil
      values.append(token.text)
    default:
      break
    }
  }

  /// Whether a value must follow the token.
  private static func leadsOn(_ token: Token) -> Bool {
    switch token.kind {
    case .symbol(.closeParenthesis), .symbol(.closeBracket): false
    case .symbol: true
    default: false
    }
  }
}
