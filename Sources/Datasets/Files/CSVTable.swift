import TensorEngine

/// The rows of a file, while they are read.
struct CSVTable {
  private let head: CSVHead
  private let roles: ColumnRoles
  private let file: String
  private var features: [Float] = []
  private var target: TargetColumn
  private var rowCount = 0

  /// Larger numbers overflow as soon as they are squared and summed in 32 bits.
  static let largestMagnitude = 1e30

  init(head: CSVHead, roles: ColumnRoles, file: String) {
    self.head = head
    self.roles = roles
    self.file = file
    target = TargetColumn(file: file, number: roles.target + 1, name: head.names[roles.target])
  }

  /// Reads all the rows that are left.
  ///
  /// - Throws: `DatasetError` at the first row of another width and at the first cell that is no
  ///   number where one must be.
  mutating func read(_ reader: inout CSVReader) throws(DatasetError) {
    var record = CSVRecord()
    while try reader.next(&record) {
      guard record.cells.count == head.names.count else { throw ragged(record) }
      for column in roles.features {
        features.append(try feature(record, column, reader))
      }
      try target.append(record, cell: record.cells[roles.target], reader: reader)
      rowCount += 1
    }
  }

  /// The data set of the rows read.
  func dataset(kind: TargetKind?) throws(DatasetError) -> Dataset {
    let (targets, classNames) = try target.targets(kind: kind)
    let notes =
      head.hasHeader ? [] : ["no header: the columns are named x1 to x\(head.names.count)"]
    return try Dataset(
      name: file, inputShape: [roles.features.count], inputs: .floats(features),
      targets: targets, exampleNoun: "rows", featureNames: roles.features.map { head.names[$0] },
      classNames: classNames, targetName: head.names[roles.target], notes: notes)
  }

  private func feature(
    _ record: CSVRecord, _ column: Int, _ reader: CSVReader
  ) throws(DatasetError) -> Float {
    guard let value = reader.number(of: record.cells[column]) else {
      throw notNumber(record, column, text: reader.text(of: record.cells[column]))
    }
    guard value.magnitude <= Self.largestMagnitude else {
      throw at(
        record, column,
        problem: "\(quoted(reader.text(of: record.cells[column]))) is too large: "
          + "numbers go up to 1e30", hint: "measure it in a larger unit")
    }
    return Float(value)
  }

  private func notNumber(_ record: CSVRecord, _ column: Int, text: String) -> DatasetError {
    let missing = ["", "?", "-", "na", "n/a", "nan", "null", "none"]
    if missing.contains(text.lowercased()) {
      return at(
        record, column,
        problem: text.isEmpty
          ? "the cell is empty" : "the cell holds \(quoted(text)): its value is missing",
        hint: "fill the value in, or remove the row")
    }
    return at(
      record, column, problem: "the cell holds \(quoted(text)), but a feature must be a number",
      hint: "correct the cell, or leave the column out with skip=")
  }

  private func at(
    _ record: CSVRecord, _ column: Int, problem: String, hint: String
  ) -> DatasetError {
    DatasetError(
      file: file, line: record.line, column: column + 1, columnName: head.names[column],
      problem: problem, hint: hint)
  }

  private func ragged(_ record: CSVRecord) -> DatasetError {
    let count = record.cells.count
    return DatasetError(
      file: file, line: record.line,
      problem: "this row has \(count) \(count == 1 ? "cell" : "cells"), "
        + "but the first one has \(head.names.count)",
      hint: "a text with a comma in it needs quotes around it")
  }
}
