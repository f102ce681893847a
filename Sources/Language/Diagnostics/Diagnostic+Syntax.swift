import TerminalText

extension Diagnostic {
  /// A token that can stand in no line.
  static func fault(_ fault: Token.Fault, _ token: Token) -> Diagnostic {
    switch fault {
    case .number:
      return Diagnostic(
        "\(token.quoted) is not a number", at: token.range,
        hints: ["numbers: 12, 0.5, 1e-3, 60_000, 12%"])
    case .openString:
      return Diagnostic("this text has no closing quote", at: token.range)
    case .character:
      return character(token)
    }
  }

  private static func character(_ token: Token) -> Diagnostic {
    let scalars = token.text.unicodeScalars
    let first = scalars.first ?? "\u{FFFD}"
    if scalars.count == 1, first.isObeyed || first == "\u{FFFD}" {
      let number = String(first.value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - number.count)) + number
      return Diagnostic("unreadable character U+\(code)", at: token.range)
    }
    if first == "_" || first.properties.isAlphabetic || scalars.count > 2 && first.value >= 0x80 {
      return Diagnostic(
        "\(token.quoted) is not a word: words have the letters a to z, digits and _",
        at: token.range, hints: ["other texts stand in double quotes: \"a text\""])
    }
    return Diagnostic(
      "unknown sign \(token.quoted)", at: token.range,
      hints: ForeignSign.hint(for: token.text).map { [$0] } ?? [])
  }

  static func openBracket(_ bracket: Token) -> Diagnostic {
    Diagnostic("this \"\(bracket.text)\" is not closed", at: bracket.range, isIncomplete: true)
  }

  static func openContinuation(before end: Token) -> Diagnostic {
    let start = end.range.lowerBound - (end.leadingTrivia.last?.text.utf8.count ?? 0)
    return Diagnostic(
      "\"\\\" ends the line, and no line follows", at: SourceRange(start, start + 1),
      isIncomplete: true)
  }

  static func openLoop(_ loop: Loop) -> Diagnostic {
    let word = SourceRange(loop.range.lowerBound, loop.range.lowerBound + 3)
    return Diagnostic("this loop has no \"end\"", at: word, isIncomplete: true)
  }

  static func strayEnd(at range: SourceRange) -> Diagnostic {
    Diagnostic("\"end\" closes nothing: no loop is open", at: range)
  }

  static func loopsTooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "loops are nested at most \(ScriptParser.maximumLoopDepth) deep", at: range)
  }

  static func tooDeep(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic("a formula is nested at most \(limit) deep", at: range)
  }

  static func tooLong(at range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      "a formula has at most \(limit) operators in a row", at: range,
      hints: ["give a part of it a name with let"])
  }

  static func reserved(_ name: Name) -> Diagnostic {
    Diagnostic(
      "\(Token.quoted(name.text)) is a word of the language and can't be a name", at: name.range)
  }

  static func missingSpace(before token: Token) -> Diagnostic {
    Diagnostic("expected a space before \(token.quoted)", at: token.range)
  }

  static func editWithinEdit(at range: SourceRange) -> Diagnostic {
    Diagnostic("expected a command for the cell, found \"edit\"", at: range)
  }

  static func optionAfterComma(_ name: String, comma: SourceRange) -> Diagnostic {
    Diagnostic(
      "expected a value after the comma, found the option \(Token.quoted(name))", at: comma,
      hints: ["options are separated by spaces alone"])
  }

  static func thousands(_ text: String, at start: Int) -> Diagnostic {
    Diagnostic(
      "a comma separates values and does not group digits",
      at: SourceRange(start, start + text.utf8.count),
      hints: text.utf8.count > 40 ? [] : ["the number alone: \(text.filter { $0 != "," })"])
  }

  static func badBound(_ bound: Expression) -> Diagnostic {
    Diagnostic(
      "a range goes from a number to a number", at: bound.range, hints: ["for example: 1..10"])
  }

  static func notWithinFormula(at range: SourceRange) -> Diagnostic {
    Diagnostic("\"not\" behind an operator stands in parentheses", at: range)
  }

  static func tooLarge(_ token: Token) -> Diagnostic {
    Diagnostic("\(token.quoted) is too large", at: token.range)
  }

  static func tooSmall(_ token: Token) -> Diagnostic {
    Diagnostic("\(token.quoted) is too close to 0", at: token.range)
  }

  static func controlInText(_ byte: UInt8, at offset: Int) -> Diagnostic {
    Diagnostic("a text has no control characters", at: SourceRange(offset, offset + 1))
  }

  static func unknownEscape(at offset: Int) -> Diagnostic {
    Diagnostic(
      "a backslash in a text stands before a quote or a backslash",
      at: SourceRange(offset - 1, offset + 1), hints: ["a backslash itself is written \\\\"])
  }
}

extension Token {
  /// The token in quotes, shortened if it is long.
  var quoted: String { kind == .string && text.utf8.count <= 40 ? text : Token.quoted(text) }

  static func quoted(_ text: String) -> String { "\"\(shortened(text))\"" }

  /// The first characters of a long text.
  static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "..."
  }
}
