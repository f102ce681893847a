import TensorEngine

/// What the target column of a table is read as.
public enum TargetKind: String, CaseIterable, Sendable {
  /// Each different cell is a class.
  case classes
  /// Each cell is a number to be predicted.
  case values
}

/// Reads tables of numbers from CSV files (RFC 4180; comma, semicolon or tab; UTF-8).
///
/// **Header.** The first row is a header unless it looks like data: all of its cells are numbers,
/// or some are, and in the second row the numbers stand in the same columns. Without a header
/// the columns are named `x1`, `x2`, … An empty name in a header is replaced in the same way.
///
/// **Target.** The column of that name, or of that number counted from 1, or else the last one.
/// Its cells are classes if one of them is text, or if they are whole numbers, of at most 20
/// different kinds which come at least twice on average (0 and 1 may come once); otherwise they
/// are values. Classes are sorted: numbers by size, texts by their UTF-8 bytes.
///
/// **Missing values** are refused, not guessed. Empty lines are skipped.
///
/// **Features.** All other columns; each cell is a number between -1e30 and 1e30.
public enum CSV {
  /// The table in a file.
  ///
  /// - Parameters:
  ///   - target: the name or the number of the target column; `nil` is the last one.
  ///   - kind: reads the target as classes or as values whatever it looks like.
  ///   - ignoring: names of columns that are left out.
  /// - Throws: `DatasetError` with the place of the first cell that can't be read.
  public static func dataset(
    _ file: FileBytes, target: String? = nil, kind: TargetKind? = nil, ignoring: [String] = []
  ) throws(DatasetError) -> Dataset {
    let file = try file.unpacked()
    let start = try textStart(of: file)
    var reader = CSVReader(file: file.name, bytes: file.bytes, start: start)
    let head = try CSVHead(of: reader, file: file.name)
    if head.hasHeader {
      var header = CSVRecord()
      _ = try reader.next(&header)
    }
    let roles = try ColumnRoles(
      columns: head.names, file: file.name, target: target, ignoring: ignoring)
    var table = CSVTable(head: head, roles: roles, file: file.name)
    try table.read(&reader)
    return try table.dataset(kind: kind)
  }

  /// Where the text begins, once it is known to be UTF-8 text.
  private static func textStart(of file: FileBytes) throws(DatasetError) -> Int {
    let bytes = file.bytes
    let saveAgain = "save it again as CSV in UTF-8"
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      throw DatasetError(file: file.name, problem: "this text is in UTF-16", hint: saveAgain)
    }
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) {
      throw DatasetError(
        file: file.name, problem: "this is a packed file or a spreadsheet, not text",
        hint: saveAgain)
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw DatasetError(
        file: file.name, line: line(of: zero, in: bytes),
        problem: "this is not a text file: it holds zero bytes", hint: saveAgain)
    }
    if let wrong = firstInvalidByte(of: bytes) {
      throw DatasetError(
        file: file.name, line: line(of: wrong, in: bytes), problem: "this text is not UTF-8",
        hint: saveAgain)
    }
    return bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  private static func line(of position: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for index in 0..<position {
      let isLineFeed = bytes[index] == UInt8(ascii: "\n")
      let isLoneReturn =
        bytes[index] == UInt8(ascii: "\r") && bytes[index + 1] != UInt8(ascii: "\n")
      if isLineFeed || isLoneReturn { line += 1 }
    }
    return line
  }

  /// The first byte that belongs to no UTF-8 character.
  private static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var consumed = 0
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      consumed += UTF8.width(scalar)
    }
    return min(consumed, bytes.count - 1)
  }
}
