/// Judges by the head of a file what stands between its cells.
///
/// Each separator is tried: it fits if it cuts all the records into equally many cells, two or
/// more, quotes respected and delimiters at the ends of lines left out. Where several fit, the one
/// is right whose cells do not go on looking like rows: a cell `1;2` is none of a table of commas,
/// and a cell `5,1` is a number.
struct DialectJudgement {
  /// How a file's head looks with one separator.
  private struct Reading {
    let separator: Separator
    var records: [CSVRecord] = []
    var reader: CSVReader
    var width = 0
    /// Whether a quote in the wrong place ended it.
    var isBroken = false

    var fitting: Int { records.count { fits($0) } }
    var isConsistent: Bool { width >= 2 && !isBroken && fitting == records.count }

    func fits(_ record: CSVRecord) -> Bool {
      record.cells.count >= width && record.filledWidth <= width
    }

    /// The records that are rows for sure: all but the first, which may be a header.
    var rows: ArraySlice<CSVRecord> { records.count > 1 ? records[1...] : records[...] }
  }

  private static let headLength = 200

  private let file: FileBytes
  private var start: Int
  private var line = 1

  /// - Parameter start: where the text begins, behind a byte-order mark.
  init(of file: FileBytes, start: Int) {
    self.file = file
    self.start = start
  }

  /// - Parameter said: The separator that the student gave.
  /// - Throws: `DatasetError` if the file is empty, if the said separator is none, or if two
  ///   separators are as good as each other.
  mutating func dialect(said: Separator?) throws(DatasetError) -> Dialect {
    let named = try separatorLine()
    let readings = (said ?? named).map { [reading($0)] } ?? Separator.allCases.map(reading)
    guard readings.contains(where: { !$0.records.isEmpty }) else {
      // The error that made a reading break off, such as an open quote, is thrown where it is read.
      return Dialect(separator: said ?? named ?? .comma, width: 0, start: start, line: line)
    }
    let chosen = readings.count == 1 ? readings[0] : try best(of: readings)
    return Dialect(
      separator: chosen.separator, width: chosen.width, start: start, line: line)
  }

  /// Steps over a first line that says `sep=;`, as spreadsheets read and write it.
  private mutating func separatorLine() throws(DatasetError) -> Separator? {
    let bytes = file.bytes[start...]
    let end = bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let end, end - start <= 16 else { return nil }
    var said = bytes[start..<end].filter { $0 != UInt8(ascii: "\"") }
    while said.last == UInt8(ascii: " ") { said.removeLast() }
    guard said.count >= 5, String(decoding: said.prefix(4), as: UTF8.self).lowercased() == "sep="
    else { return nil }
    guard said.count == 5, let separator = Separator(byte: said[4]) else {
      throw DatasetError(
        file: file.name, line: 1,
        .table(.unknownSeparator(line: String(decoding: said, as: UTF8.self))))
    }
    let isPair =
      file.bytes[end] == UInt8(ascii: "\r") && end + 1 < file.bytes.count
      && file.bytes[end + 1] == UInt8(ascii: "\n")
    start = end + (isPair ? 2 : 1)
    line = 2
    return separator
  }

  private func reading(_ separator: Separator) -> Reading {
    var reader = CSVReader(
      file: file.name, bytes: file.bytes, start: start, line: line, separator: separator)
    var reading = Reading(separator: separator, reader: reader)
    var record = CSVRecord()
    do {
      while reading.records.count < Self.headLength, try reader.next(&record) {
        if record.filledWidth > 0 { reading.records.append(record) }
      }
    } catch {
      // What was read till then is judged; the whole file is read again, and says what is wrong.
      reading.isBroken = true
    }
    let widths = Set(reading.records.map(\.filledWidth)).sorted(by: >)
    reading.width =
      widths.first { width in
        2 * reading.records.count { $0.cells.count >= width } > reading.records.count
      } ?? 0
    return reading
  }

  private func best(of readings: [Reading]) throws(DatasetError) -> Reading {
    let consistent = readings.filter {
      $0.isConsistent && ($0.separator != .space || hasNumbers($0))
    }
    let rivals = consistent.map(\.separator)
    let explained = consistent.filter { reading in
      !reading.rows.contains { isUnexplained($0, in: reading, rivals: rivals) }
    }
    if let first = explained.first(where: { $0.separator != .space }) ?? explained.first {
      return first
    }
    guard consistent.count < 2 else {
      throw DatasetError(file: file.name, .table(.twoSeparators(rivals[0], rivals[1])))
    }
    if let only = consistent.first { return only }
    let possible = readings.filter { $0.width >= 2 && ($0.separator != .space || areRows($0)) }
    return possible.max { $0.fitting < $1.fitting } ?? readings[0]
  }

  /// Whether blanks cut all but the first record into rows of numbers: the header is too short.
  private func areRows(_ reading: Reading) -> Bool {
    reading.records.count > 2 && reading.rows.allSatisfy(reading.fits) && hasNumbers(reading)
  }

  /// Whether each row has a number: words alone are a sentence, and not a table.
  private func hasNumbers(_ reading: Reading) -> Bool {
    reading.rows.allSatisfy { row in row.cells.contains { isNumber($0, in: reading) } }
  }

  /// Whether a cell of the row holds another separator that would fit as well.
  private func isUnexplained(
    _ record: CSVRecord, in reading: Reading, rivals: [Separator]
  ) -> Bool {
    record.cells.contains { cell in
      guard !cell.isQuoted, !isNumber(cell, in: reading) else { return false }
      return rivals.contains { rival in
        guard rival != reading.separator else { return false }
        guard rival == .space else { return reading.reader.holds(rival.byte, cell) }
        let parts = reading.reader.text(of: cell).split(separator: " ")
        return parts.count > 1
          && parts.allSatisfy { CellNumber(text: String($0)) != nil }
      }
    }
  }

  private func isNumber(_ cell: CSVCell, in reading: Reading) -> Bool {
    reading.reader.number(of: cell) != nil || CellNumber(text: reading.reader.text(of: cell)) != nil
  }
}
