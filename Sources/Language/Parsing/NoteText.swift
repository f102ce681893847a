/// The prose of a line that begins with a quote.
enum NoteText {
  /// The line without the quote that marks it, and without the one that closes the whole line.
  ///
  /// A line such as `"Overfit" is a word.` begins with a quoted word: its quotes stay.
  static func text(of line: String) -> String {
    let bytes = Array(line.utf8)
    let quote = UInt8(ascii: "\"")
    let rest = bytes.dropFirst()
    let isMarked = String(decoding: rest, as: UTF8.self).unicodeScalars.first?.isSpace ?? true
    let others = rest.filter { $0 == quote }.count
    if !isMarked, others == 1, rest.last == quote { return trimmed(rest.dropLast()) }
    if !isMarked, others % 2 == 1 { return line }
    return trimmed(rest)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let start = scalars.drop(while: \.isSpace)
    let end = start.lastIndex { !$0.isSpace }.map { start.index(after: $0) } ?? start.startIndex
    return String(start[..<end])
  }
}
