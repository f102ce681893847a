/// How an output line is written that would be read as something else.
///
/// A line is *special* if it is `>` or begins with `> ` (an input), is `.` or begins with `. `
/// (a continuation), or could close or open a fence: at most three spaces, then three or more
/// backticks or tildes, and nothing else or a text without such marks. A special line is written with a backslash before it, and so is
/// a line that is special behind its backslashes; reading takes one backslash off. All other lines
/// stand as they are, with or without backslashes. So every text survives, no fence has to grow,
/// and a transcript without such lines (nearly all) holds no escapes at all.
enum CellEscape {
  /// The output line as it is written into a file.
  static func escaped(_ line: String) -> String {
    isSpecial(line.utf8.drop { $0 == backslash }) ? "\\" + line : line
  }

  /// The output line that stands in a file.
  static func unescaped(_ line: String) -> String {
    guard line.utf8.first == backslash, isSpecial(line.utf8.drop { $0 == backslash }) else {
      return line
    }
    return line.droppingBytes(1)
  }

  /// Whether a line of a cell block begins an input.
  static func isInput(_ line: some Collection<UInt8>) -> Bool {
    isMark(UInt8(ascii: ">"), line)
  }

  /// Whether a line of a cell block, standing right under an input, continues it.
  static func isContinuation(_ line: some Collection<UInt8>) -> Bool {
    isMark(UInt8(ascii: "."), line)
  }

  /// Whether a line closes a code block that was opened with a fence of this character
  /// and length: CommonMark's rule.
  static func closes(_ line: some Collection<UInt8>, character: UInt8, length: Int) -> Bool {
    guard mayBeFence(line, of: character) else { return false }
    let indent = line.prefix { $0 == space }.count
    let fence = line.dropFirst(indent)
    let marks = fence.prefix { $0 == character }.count
    return indent <= 3 && marks >= length
      && fence.dropFirst(marks).allSatisfy { $0 == space || $0 == tab }
  }

  /// Whether a line would open a code block, outside of one, with a fence of this character and at
  /// least this length, and a text behind it.
  static func opens(_ line: some Collection<UInt8>, character: UInt8, length: Int) -> Bool {
    guard mayBeFence(line, of: character) else { return false }
    let indent = line.prefix { $0 == space }.count
    let fence = line.dropFirst(indent)
    let marks = fence.prefix { $0 == character }.count
    let info = fence.dropFirst(marks)
    return indent <= 3 && marks >= length && !info.contains(character)
      && info.contains { $0 != space && $0 != tab }
  }

  /// Whether a line begins as a fence can, which few do.
  private static func mayBeFence(_ line: some Collection<UInt8>, of character: UInt8) -> Bool {
    line.first == character || line.first == space
  }

  private static func isSpecial(_ line: some Collection<UInt8>) -> Bool {
    isInput(line) || isContinuation(line)
      || closes(line, character: UInt8(ascii: "`"), length: 3)
      || closes(line, character: UInt8(ascii: "~"), length: 3)
      || opens(line, character: UInt8(ascii: "`"), length: 3)
      || opens(line, character: UInt8(ascii: "~"), length: 3)
  }

  private static func isMark(_ mark: UInt8, _ line: some Collection<UInt8>) -> Bool {
    guard line.first == mark else { return false }
    let next = line.dropFirst().first
    return next == nil || next == space
  }

  private static let backslash = UInt8(ascii: "\\")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")
}
