/// How much work a Markdown text makes.
///
/// The library pairs the marks of emphasis in a time that may grow with the square of their number in a
/// paragraph, and nothing can end it on the way; so a text is looked at before.
enum MarkdownWork {
  /// The most that the squares of the marks in each paragraph may sum up to: 10,000 in one, or 100 in
  /// each of 10,000.
  static let limit = 100_000_000
  /// The most lists and quotes that begin within each other on one line.
  static let depthLimit = 100

  /// The line, counted from 1, with which the text becomes too much; nil for a text that does not.
  static func excess(in source: [UInt8]) -> Int? {
    var (line, work, marks) = (1, 0, 0)
    var isEmptyLine = true
    var last: UInt8 = 0
    for (place, byte) in source.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"):
        if isEmptyLine { marks = 0 }
        line += 1
        isEmptyLine = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default:
        if isEmptyLine, depth(of: source[place...]) > depthLimit { return line }
        isEmptyLine = false
        guard isMark(byte), byte != last else { break }
        work += 2 * marks + 1
        marks += 1
        if work > limit { return line }
      }
      last = byte
    }
    return nil
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
  }

  /// How many lists and quotes a line begins.
  private static func depth(of line: ArraySlice<UInt8>) -> Int {
    var depth = 0
    var isAfterMark = true
    for byte in line {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): isAfterMark = true
      case UInt8(ascii: ">"):
        depth += 1
        isAfterMark = true
      case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard isAfterMark else { return depth }
        depth += 1
        isAfterMark = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"): isAfterMark = true
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        depth += 1
        isAfterMark = false
      default: return depth
      }
      if depth > depthLimit { return depth }
    }
    return depth
  }
}
