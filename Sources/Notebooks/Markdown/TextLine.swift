/// A line of a file, apart from the bytes that end it, so that a file can be put together again
/// to the byte.
struct TextLine: Sendable, Equatable {
  var text: String
  /// `"\n"`, `"\r\n"`, `"\r"`, or empty at the end of a file without a final line ending.
  var ending: String

  /// The lines of a text, by CommonMark's line endings. An empty text has none.
  static func lines(of text: String) -> [TextLine] {
    let bytes = Array(text.utf8)
    var lines: [TextLine] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let isCarriageReturn = bytes[index] == UInt8(ascii: "\r")
      guard isCarriageReturn || bytes[index] == UInt8(ascii: "\n") else {
        index += 1
        continue
      }
      let isPair =
        isCarriageReturn && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
      let end = index + (isPair ? 2 : 1)
      lines.append(
        TextLine(text: string(bytes[start..<index]), ending: string(bytes[index..<end])))
      start = end
      index = end
    }
    if start < bytes.count {
      lines.append(TextLine(text: string(bytes[start...]), ending: ""))
    }
    return lines
  }

  /// The text that the lines were read from.
  static func text(of lines: some Sequence<TextLine>) -> String {
    var text = ""
    for line in lines {
      text += line.text
      text += line.ending
    }
    return text
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// Whether the text begins with these very bytes. `hasPrefix` would not find `"> "` before a
  /// combining accent, because it compares whole characters.
  func startsWithBytes(of prefix: String) -> Bool {
    utf8.starts(with: prefix.utf8)
  }

  /// Whether two texts are the same bytes. `==` equates an accented letter with its decomposed
  /// form.
  func hasSameBytes(as other: String) -> Bool {
    utf8.elementsEqual(other.utf8)
  }

  /// The text without its first `count` bytes, which the caller knows to be ASCII.
  func droppingBytes(_ count: Int) -> String {
    String(decoding: utf8.dropFirst(count), as: UTF8.self)
  }

  /// Whether a space or a tab is the last of it.
  var endsInBlank: Bool { utf8.last.map(isBlankByte) ?? false }

  /// The text without spaces and tabs at its end.
  var trimmedAtEnd: String {
    guard endsInBlank else { return self }
    return String(decoding: utf8.reversed().drop(while: isBlankByte).reversed(), as: UTF8.self)
  }

  /// The text without spaces and tabs at either end.
  var trimmedAtBothEnds: String {
    String(decoding: utf8.drop(while: isBlankByte), as: UTF8.self).trimmedAtEnd
  }

  /// Whether the text holds nothing but spaces and tabs.
  var isBlank: Bool { utf8.allSatisfy(isBlankByte) }
}

private func isBlankByte(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}
