import TerminalText

/// A text up to the next space, comma, bracket or quote, and whether it names a file.
///
/// A path has a point before a letter (`wine.csv`), a slash (`data/a`, `http://a/b`) or a tilde, or
/// it is made of words joined by hyphens (`01-circles`). Formulas of numbers such as `1/10` and
/// ranges such as `lo..hi` are no paths.
struct BareText {
  private let lexer: Lexer
  private let start: Int
  private let end: Int

  /// The end of the path that begins at an offset; nil if the text there is something else.
  static func pathEnd(in lexer: Lexer, from start: Int) -> Int? {
    let text = BareText(lexer, from: start)
    return text.isPath ? text.end : nil
  }

  /// The end of the file's name that begins at an offset within a formula: a path that ends in a
  /// point and two letters or more, which no formula does.
  static func fileEnd(in lexer: Lexer, from start: Int) -> Int? {
    let text = BareText(lexer, from: start)
    return text.isPath && text.hasEnding ? text.end : nil
  }

  private init(_ lexer: Lexer, from start: Int) {
    self.lexer = lexer
    self.start = start
    end = BareText.end(in: lexer, from: start)
  }

  private static func end(in lexer: Lexer, from start: Int) -> Int {
    var end = start
    var isAddress = false
    while let byte = lexer.byte(at: end) {
      if byte >= 0x80 {
        guard let (scalar, length) = lexer.bytes.scalar(at: end), !scalar.isSpace,
          !scalar.isObeyed, !closers.contains(scalar)
        else { break }
        end += length
      } else {
        if byte == UInt8(ascii: "=") ? !isAddress : byte <= 0x20 || delimiters.contains(byte) {
          break
        }
        end += 1
        isAddress = isAddress || lexer.bytes[start..<end].suffix(3).elementsEqual("://".utf8)
      }
    }
    return end
  }

  private static let delimiters = Set(",()[];\"#\\\u{7F}".utf8)
  private static let closers: Set<Unicode.Scalar> = ["\u{201C}", "\u{201D}", "\u{201E}"]
  private static let operators = Set("*^<>|!{}".utf8)

  private var bytes: ArraySlice<UInt8> { lexer.bytes[start..<end] }

  private var isPath: Bool {
    guard let first = bytes.first, first.isWordByte || first >= 0x80 || "./~".utf8.contains(first),
      !isNumber(start, end), !bytes.contains(where: BareText.operators.contains)
    else { return false }
    if bytes.contains(UInt8(ascii: "/")) { return !isFormulaOfNumbers }
    return bytes.contains(UInt8(ascii: "~")) || hasNamedEnding || isHyphenated
  }

  private func isNumber(_ start: Int, _ end: Int) -> Bool {
    guard let number = NumberScan(lexer, from: start) else { return false }
    return number.end == end && number.kind != .fault(.number)
  }

  /// Whether all between the slashes are numbers, or nothing at all.
  private var isFormulaOfNumbers: Bool {
    guard bytes.contains(where: { $0 != UInt8(ascii: "/") }) else { return true }
    return bytes.split(separator: UInt8(ascii: "/")).allSatisfy {
      isNumber($0.startIndex, $0.endIndex)
    } && bytes.first != UInt8(ascii: "/")
  }

  /// Whether a single point stands before a letter.
  private var hasNamedEnding: Bool {
    var previous: UInt8 = 0
    var beforePrevious: UInt8 = 0
    for byte in bytes {
      if byte.isLetter || byte >= 0x80, previous == UInt8(ascii: "."),
        beforePrevious != UInt8(ascii: ".")
      {
        return true
      }
      (beforePrevious, previous) = (previous, byte)
    }
    return false
  }

  /// Whether the last point stands alone, behind something and before two letters or more.
  private var hasEnding: Bool {
    let sign = UInt8(ascii: ".")
    guard let point = bytes.lastIndex(of: sign), point > bytes.startIndex,
      bytes[point - 1] != sign
    else { return false }
    let ending = bytes[(point + 1)...]
    return ending.count > 1 && ending.allSatisfy { $0.isLetter }
  }

  /// Whether words are joined by hyphens, and one of them has a letter.
  private var isHyphenated: Bool {
    let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return parts.count > 1
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isWordByte || $0 >= 0x80 } }
      && bytes.contains { $0.isLetter || $0 >= 0x80 }
  }
}
