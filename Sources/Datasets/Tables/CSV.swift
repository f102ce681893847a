import TensorEngine

/// Reads tables from CSV files (RFC 4180, and as people have them; UTF-8).
///
/// **Cells** are separated by commas, semicolons, tabs, pipes or blanks, told from the head of the
/// file (`DialectJudgement`); a delimiter that ends all lines is left out, and so are empty rows.
///
/// **Header.** Whether the first row holds names is judged by all rows (`HeaderJudgement`). Without
/// a header the columns are named `x1`, `x2`, … An empty name in a header is replaced in the same
/// way.
///
/// **Numbers** may have a decimal comma, groups of three digits, a currency or a percent sign
/// (`CellNumber`); what the decimal mark is, is told from the file (`DecimalJudgement`). Each is kept
/// in double precision, and lies between -1e30 and 1e30.
///
/// **Texts.** A column of texts becomes a feature for each different text (one-hot), or one feature
/// that numbers them. A column with numbers and texts is refused unless it is said what it is.
///
/// **Target.** The column of that name, or of that number counted from 1, or else the last one.
/// Its cells are classes if they are texts, or if they are whole numbers, of at most 20
/// different kinds which come at least twice on average (0 and 1 may come once); otherwise they
/// are values. Classes are sorted: numbers by size, texts by their UTF-8 bytes.
///
/// **Missing values** are refused, all in one message, unless it is said what becomes of them. A
/// missing label is never a class.
///
/// What can be read in two ways is an error that names the option which decides.
public enum CSV {
  /// The table in a file.
  ///
  /// - Throws: `DatasetError` with the number of cells that can't be read, and the first places.
  public static func dataset(
    _ file: FileBytes, _ options: TableOptions = TableOptions()
  ) throws(DatasetError) -> Dataset {
    let file = try file.unpacked()
    try TableSize(of: file.bytes).requireMemory(for: file)
    let plan = try TablePlan(file, start: try textStart(of: file), options: options)
    var rows = TableRows(plan, file: file.name, problems: plan.survey.problems)
    var reader = plan.dialect.reader(of: file)
    try rows.read(&reader)
    let hasGaps = plan.missing == .refuse && rows.gaps.counts.total > 0
    if let error = rows.problems.error(missing: hasGaps ? rows.gaps.counts : nil) { throw error }
    if hasGaps, let error = rows.gaps.error(file: file.name) { throw error }
    guard rows.target.rowCount > 0 else {
      throw DatasetError(file: file.name, .table(.noRowLeft))
    }
    let (targets, classNames) = try rows.target.targets(kind: options.kind)
    let (layout, values) = try rows.features(rowCount: rows.target.rowCount)
    let names = layout.columns.flatMap(\.featureNames)
    var dataset = try Dataset(
      name: file.name, inputShape: [names.count], inputs: .doubles(values), targets: targets,
      exampleKind: .row, featureNames: names, classNames: classNames,
      targetName: plan.names[plan.roles.target],
      notes: TableNotes(plan, layout, rows).notes(classNames: classNames))
    if classNames.isEmpty { dataset.exactTargets = rows.target.exactValues }
    dataset.table = layout
    dataset.notes += dataset.precisionNotes
    return dataset
  }

  /// Where the text begins, once it is known to be UTF-8 text.
  static func textStart(of file: FileBytes) throws(DatasetError) -> Int {
    let bytes = file.bytes
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      throw DatasetError(file: file.name, .table(.utf16))
    }
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) {
      throw DatasetError(file: file.name, .table(.packed))
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw DatasetError(
        file: file.name, line: line(of: zero, in: bytes), .table(.zeroBytes))
    }
    if let wrong = firstInvalidByte(of: bytes) {
      throw DatasetError(file: file.name, line: line(of: wrong, in: bytes), .table(.notUTF8))
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
