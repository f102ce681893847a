/// The word that is being typed at a cursor, and what may stand there.
package struct CursorContext: Hashable, Sendable {
  /// What may stand at the cursor.
  package enum Place: Hashable, Sendable {
    /// The first word of a command.
    case verb
    /// A word of a verb, or the name of one of its options; `after` are the values before it.
    case argument(verb: String, after: [String])
    /// A value of an option of a verb.
    case optionValue(verb: String, option: String)
    /// An argument of a call, or a value of the named option in it.
    case callArgument(function: String, option: String?)
    /// A name, a number or a function.
    case formula
    /// Nothing that could be known: prose, a comment, a text in quotes, a new name.
    case nothing
  }

  /// What may stand at the cursor.
  package let place: Place
  /// The word from its first character to the cursor; empty if none was begun.
  package let word: String
  /// Where the word stands; the text that a completion replaces.
  package let range: SourceRange
  /// The options that are given already, before the cursor: of the call where it stands in one, else
  /// of the verb.
  package let given: [String]
  /// Whether a formula that takes the rest of its line is whole before the word, so that an option may
  /// stand behind it.
  package let endsFormula: Bool

  /// The context of an offset in a source of one or several lines.
  ///
  /// What stands behind the cursor plays no part. Offsets outside of the source are clipped.
  /// `forms` tells what the verbs of its commands take.
  package static func at(
    _ offset: Int, in source: String, forms: CommandForms
  ) -> CursorContext {
    let bytes = Array(source.utf8.prefix(max(0, offset)))
    let bareStart = wordStart(in: bytes) { !delimiters.contains($0) && $0 > 0x20 }
    let bare = line(atEndOf: bytes[..<bareStart], forms)
    switch bare?.place ?? .verb {
    case .verb, .argument, .optionValue, .nothing:
      return CursorContext(bare, bytes, from: bareStart)
    case .callArgument, .formula:
      let start = wordStart(in: bytes) { $0.isWordByte || $0 >= 0x80 }
      return CursorContext(line(atEndOf: bytes[..<start], forms), bytes, from: start)
    }
  }

  private init(_ line: LineContext?, _ bytes: [UInt8], from start: Int) {
    place = line?.place ?? .verb
    given = line?.given ?? []
    endsFormula = line?.endsFormula ?? false
    word = String(decoding: bytes[start...], as: UTF8.self)
    range = SourceRange(start, bytes.count)
  }

  private static let delimiters = Set(",()[];=\"#\\\u{7F}".utf8)

  /// The start of the longest run of bytes of a kind at the end; a word does not reach over `..`.
  private static func wordStart(in bytes: [UInt8], where belongs: (UInt8) -> Bool) -> Int {
    var start = bytes.count
    while start > 0, belongs(bytes[start - 1]) {
      let isDots = bytes[max(0, start - 2)..<start].elementsEqual("..".utf8)
      if isDots, start < bytes.count, bytes[start] != UInt8(ascii: "/") { break }
      start -= 1
    }
    return start
  }

  /// The line at the end of a text; nil for a text without any.
  private static func line(
    atEndOf bytes: ArraySlice<UInt8>, _ forms: CommandForms
  ) -> LineContext? {
    let script = Script(parsing: Array(bytes), forms: forms)
    let tokens = script.statements.last?.tokens ?? []
    guard let end = tokens.last, end.kind == .end else { return nil }
    let line = tokens.dropLast().split(
      omittingEmptySubsequences: false, whereSeparator: { $0.kind == .newline })
    return LineContext(
      line.last ?? [], isSpaced: !end.leadingTrivia.isEmpty,
      isComment: end.leadingTrivia.last?.kind == .comment, forms: forms)
  }
}
