/// Cuts a source into tokens, one at a time, as the parser asks for them.
///
/// What a piece of text is depends on where it stands: `a/b` is a file in an argument and a
/// division in a formula; the parser says which it expects.
struct Lexer {
  /// Where the next token stands.
  enum Place {
    /// At the start of a value in an argument, where files need no quotes.
    case argument
    /// At the start of an argument within a call, where the names of files need none either.
    case callArgument
    /// Anywhere else.
    case formula
  }

  let bytes: [UInt8]
  private(set) var offset = 0
  /// How many brackets are open; within them the end of a line is space.
  var openBrackets = 0

  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  func text(_ range: SourceRange) -> String { text(range.lowerBound, range.upperBound) }

  /// Takes the next token.
  mutating func next(in place: Place) -> Token {
    let trivia = takeTrivia()
    let start = offset
    let (kind, end) = scan(from: start, in: place)
    offset = end
    return token(kind, from: start, leadingTrivia: trivia)
  }

  /// Takes the rest of the line as prose, without the space at its end.
  ///
  /// Within prose nothing is special: not `#`, and not `\` at the end of the line.
  mutating func nextProse(atLineStart: Bool) -> Token {
    let trivia = atLineStart ? takeTrivia() : takeSpace()
    let start = offset
    offset = lineEnd(from: start)
    while let length = spaceLength(before: offset), offset - length >= start { offset -= length }
    return token(.prose, from: start, leadingTrivia: trivia)
  }

  private mutating func takeSpace() -> [Trivia] {
    let start = offset
    while let length = spaceLength(at: offset) { offset += length }
    return offset > start ? [Trivia(kind: .space, text: text(start, offset))] : []
  }

  private func token(_ kind: Token.Kind, from start: Int, leadingTrivia: [Trivia]) -> Token {
    Token(
      kind: kind, text: text(start, offset), range: SourceRange(start, offset),
      leadingTrivia: leadingTrivia)
  }

  private func scan(from start: Int, in place: Place) -> (Token.Kind, end: Int) {
    guard let first = byte(at: start) else { return (.end, start) }
    if let length = newlineLength(at: start) { return (.newline, start + length) }
    if first == UInt8(ascii: "\"") { return scanString(from: start) }
    if first == UInt8(ascii: "'"), case (.string, let end) = scanString(from: start) {
      return (.string, end)
    }
    if place == .argument, let end = BareText.pathEnd(in: self, from: start) {
      return (.path, end)
    }
    if place == .callArgument, let end = BareText.fileEnd(in: self, from: start) {
      return (.path, end)
    }
    if let number = NumberScan(self, from: start) { return (number.kind, number.end) }
    if first.isLetter || first == UInt8(ascii: "_") || first >= 0x80 {
      return scanWord(from: start)
    }
    return scanSymbol(from: start)
  }

  private func scanString(from start: Int) -> (Token.Kind, end: Int) {
    var end = start + 1
    while let byte = byte(at: end), newlineLength(at: end) == nil {
      if byte == bytes[start] { return (.string, end + 1) }
      let isEscape = byte == UInt8(ascii: "\\") && end + 1 < bytes.count
      end += isEscape && newlineLength(at: end + 1) == nil ? 2 : 1
    }
    return (.fault(.openString), end)
  }

  private func scanWord(from start: Int) -> (Token.Kind, end: Int) {
    var end = start
    var isPlain = bytes[start].isLetter
    while let (scalar, length) = bytes.scalar(at: end) {
      if scalar.value < 0x80 {
        guard bytes[end].isWordByte else { break }
      } else {
        guard scalar.properties.isAlphabetic else { break }
        isPlain = false
      }
      end += length
    }
    if end == start { end += bytes.scalar(at: start)?.length ?? 1 }
    return (isPlain ? .word : .fault(.character), end)
  }

  private func scanSymbol(from start: Int) -> (Token.Kind, end: Int) {
    let (first, second) = (bytes[start], byte(at: start + 1))
    if let symbol = Symbol(first, second) {
      let isDots = symbol == .dots && byte(at: start + 2) == UInt8(ascii: ".")
      if !isDots, !ForeignSign.joins(first, second) {
        return (.symbol(symbol), start + symbol.rawValue.utf8.count)
      }
      return (.fault(.character), start + (isDots ? 3 : 2))
    }
    return (.fault(.character), start + (ForeignSign.joins(first, second) ? 2 : 1))
  }
}

extension Lexer {
  /// The length of the end of a line that begins at the offset.
  func newlineLength(at offset: Int) -> Int? {
    switch byte(at: offset) {
    case 0x0A: 1
    case 0x0D where byte(at: offset + 1) == 0x0A: 2
    default: nil
    }
  }

  /// The offset of the end of the line, or of the source.
  func lineEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, newlineLength(at: end) == nil { end += 1 }
    return end
  }

  /// The length of a character of space that begins at the offset.
  func spaceLength(at offset: Int) -> Int? {
    guard let first = byte(at: offset) else { return nil }
    if first == 0x20 || first == 0x09 { return 1 }
    guard first >= 0x80 || first < 0x20, newlineLength(at: offset) == nil,
      let (scalar, length) = bytes.scalar(at: offset), scalar.isSpace
    else { return nil }
    return length
  }

  /// The length of a character of space that ends at the offset.
  private func spaceLength(before offset: Int) -> Int? {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0, let length = spaceLength(at: start), start + length == offset else {
      return nil
    }
    return length
  }

  private mutating func takeTrivia() -> [Trivia] {
    var trivia: [Trivia] = []
    while let first = byte(at: offset) {
      let start = offset
      var kind = Trivia.Kind.space
      if first == UInt8(ascii: "#") {
        kind = .comment
        offset = lineEnd(from: start)
      } else if let end = continuationEnd(at: start) {
        kind = .continuation
        offset = end
      } else if openBrackets > 0, let length = newlineLength(at: start) {
        kind = .newline
        offset += length
      } else {
        while let length = spaceLength(at: offset) { offset += length }
      }
      guard offset > start else { break }
      trivia.append(Trivia(kind: kind, text: text(start, offset)))
    }
    return trivia
  }

  /// The end of the `\` that continues a line, with the end of that line.
  private func continuationEnd(at offset: Int) -> Int? {
    guard byte(at: offset) == UInt8(ascii: "\\") else { return nil }
    var end = offset + 1
    while let length = spaceLength(at: end) { end += length }
    if end == bytes.count { return end }
    guard let length = newlineLength(at: end) else { return nil }
    return end + length
  }
}
