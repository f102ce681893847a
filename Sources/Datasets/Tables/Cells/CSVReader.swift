import TensorEngine

/// A cell: where its text lies in the file.
struct CSVCell {
  /// The bytes of its text, without the quotes and spaces around it.
  var bytes: Range<Int>
  /// Whether it stands in quotes.
  var isQuoted = false
  /// Whether a quote within it is written twice.
  var hasDoubledQuotes = false
}

/// One record of a file.
struct CSVRecord {
  /// The line on which it begins, counted from 1.
  var line = 0
  var cells: [CSVCell] = []

  /// The number of cells up to the last one that is not empty.
  var filledWidth: Int {
    (cells.lastIndex { !$0.bytes.isEmpty || $0.isQuoted } ?? -1) + 1
  }
}

/// Cuts a text into records and cells.
///
/// ```
/// file   = { record ( LF | CR LF | CR ) }          the last line needs no end
/// record = cell { separator cell }
/// cell   = { any but separator or line end }       blanks and tabs around it are dropped
///        | '"' { any, '""' for one quote } '"'     may hold separators and line ends
/// ```
///
/// Where blanks are the separator, several are as good as one, and those at the ends of a line are
/// none. Empty lines, and such that hold only blanks, are skipped.
///
/// **Source**: Y. Shafranovich, *Common Format and MIME Type for CSV Files*, RFC 4180 (2005).
struct CSVReader {
  private let file: String
  private let bytes: [UInt8]
  private let separator: UInt8
  private let isSpaced: Bool
  private let interruption: Interruption
  private var position: Int
  private var line: Int
  /// The byte from which on the next record asks whether to go on.
  private var nextQuestion: Int

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  /// More cells than this in a row are no table.
  private static let mostColumns = 100_000
  /// The bytes between two questions whether to go on reading.
  private static let bytesTogether = 1 << 16

  /// - Parameters:
  ///   - start: where the text begins, behind a byte-order mark.
  ///   - line: the number of the line that begins there.
  ///   - interruption: what calls the reading off.
  init(
    file: String, bytes: [UInt8], start: Int, line: Int = 1, separator: Separator,
    _ interruption: Interruption = .never
  ) {
    self.interruption = interruption
    nextQuestion = start
    self.file = file
    self.bytes = bytes
    self.line = line
    position = start
    self.separator = separator.byte
    isSpaced = separator == .space
  }

  /// Reads the next record that is not an empty line.
  ///
  /// - Returns: `false` at the end of the text.
  mutating func next(_ record: inout CSVRecord) throws(DatasetError) -> Bool {
    if position >= nextQuestion {
      if interruption.isAsked() { throw DatasetError(file: file, .interrupted) }
      nextQuestion = position + Self.bytesTogether
    }
    while true {
      if isSpaced { skipBlanks() }
      while position < bytes.count, skipLineEnd() { if isSpaced { skipBlanks() } }
      guard position < bytes.count else { return false }
      try read(&record)
      if record.cells.count > 1 || record.filledWidth == 1 { return true }
    }
  }

  private mutating func read(_ record: inout CSVRecord) throws(DatasetError) {
    record.line = line
    record.cells.removeAll(keepingCapacity: true)
    while true {
      guard record.cells.count < Self.mostColumns else {
        throw DatasetError(
          file: file, line: record.line, .table(.rowTooLong(most: Self.mostColumns)))
      }
      record.cells.append(try cell(number: record.cells.count + 1))
      if isSpaced { skipBlanks() }
      if position == bytes.count || skipLineEnd() { return }
      if isSpaced { continue }
      position += 1
      if position == bytes.count {
        record.cells.append(CSVCell(bytes: position..<position))
        return
      }
    }
  }

  /// The text of a cell, with doubled quotes made single.
  func text(of cell: CSVCell) -> String {
    let text = String(decoding: bytes[cell.bytes], as: UTF8.self)
    guard cell.hasDoubledQuotes else { return text }
    var result = ""
    var isSecond = false
    for character in text.unicodeScalars {
      isSecond = character == "\"" && !isSecond
      if !isSecond { result.unicodeScalars.append(character) }
    }
    return result
  }

  /// The number that a cell holds if it is written in the plain way of programs, `-1.5e3`.
  func number(of cell: CSVCell) -> Double? {
    CSVNumber.value(of: bytes, in: cell.bytes)
  }

  /// Whether all digits behind the first point stand in groups of three, as those of `1.234` do.
  func isGroupedByPoints(_ cell: CSVCell) -> Bool {
    var group: Int?
    for byte in bytes[cell.bytes] {
      if byte == UInt8(ascii: ".") {
        guard group ?? 3 == 3 else { return false }
        group = 0
      } else if let count = group {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
        group = count + 1
      }
    }
    return group == 3
  }

  /// Whether a cell is empty, or holds a mark that says so.
  func isMissing(_ cell: CSVCell) -> Bool {
    guard let first = bytes[cell.bytes].first else { return true }
    guard cell.bytes.count <= MissingValues.longestMark, MissingValues.firstBytes.contains(first),
      number(of: cell) == nil
    else { return false }
    return MissingValues.isMark(text(of: cell))
  }

  /// Whether a byte stands in a cell.
  func holds(_ byte: UInt8, _ cell: CSVCell) -> Bool { bytes[cell.bytes].contains(byte) }

  /// Steps over one line end, if there is one.
  private mutating func skipLineEnd() -> Bool {
    let byte = bytes[position]
    guard byte == Self.lineFeed || byte == Self.carriageReturn else { return false }
    position += 1
    if byte == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed {
      position += 1
    }
    line += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// A blank that is no separator.
  private func isBlank(_ byte: UInt8) -> Bool {
    isSpace(byte) && byte != separator && !isSpaced
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
      || (isSpaced && isSpace(byte))
  }

  /// Reads one cell, up to its separator or the end of its line.
  private mutating func cell(number: Int) throws(DatasetError) -> CSVCell {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    if position < bytes.count, bytes[position] == Self.quote {
      return try quotedCell(number: number)
    }
    let lower = position
    while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
    return CSVCell(bytes: trimmed(lower..<position))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      if isSpace(bytes[lower]) {
        lower += 1
      } else if isUnbreakable(lower..<upper) {
        lower += 2
      } else {
        break
      }
    }
    while upper > lower {
      if isSpace(bytes[upper - 1]) {
        upper -= 1
      } else if isUnbreakable(max(lower, upper - 2)..<upper) {
        upper -= 2
      } else {
        break
      }
    }
    return lower..<upper
  }

  /// Whether a range begins with a blank at which no line is broken, U+00A0.
  private func isUnbreakable(_ range: Range<Int>) -> Bool {
    range.count >= 2 && bytes[range.lowerBound] == 0xC2 && bytes[range.lowerBound + 1] == 0xA0
  }

  private mutating func quotedCell(number: Int) throws(DatasetError) -> CSVCell {
    let openingLine = line
    position += 1
    var cell = CSVCell(bytes: position..<position, isQuoted: true)
    while position < bytes.count {
      if bytes[position] == Self.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else { break }
        cell.hasDoubledQuotes = true
        position += 2
      } else if !skipLineEnd() {
        position += 1
      }
    }
    guard position < bytes.count else {
      throw DatasetError(file: file, line: openingLine, column: number, .table(.openQuote))
    }
    cell.bytes = trimmed(cell.bytes.lowerBound..<position)
    position += 1
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    guard position == bytes.count || endsCell(bytes[position]) else {
      throw DatasetError(file: file, line: line, column: number, .table(.textBehindQuote))
    }
    return cell
  }
}
