/// What the first two records of a file say: the names of its columns, and where its rows begin.
struct CSVHead {
  /// The names of the columns, all different.
  var names: [String]
  /// Whether the first record is a header.
  var hasHeader: Bool

  /// Looks at the first two records of a reader's text.
  ///
  /// - Throws: `DatasetError` if there is no row, or if two columns have the same name.
  init(of reader: CSVReader, file: String) throws(DatasetError) {
    var reader = reader
    var first = CSVRecord()
    var second = CSVRecord()
    guard try reader.next(&first) else {
      throw DatasetError(file: file, problem: "the file is empty")
    }
    let hasSecond = try reader.next(&second)
    hasHeader = !Self.looksLikeData(first, next: hasSecond ? second : nil, reader: reader)
    names = (1...first.cells.count).map { "x\($0)" }
    guard hasHeader else { return }
    guard hasSecond else {
      throw DatasetError(
        file: file, line: first.line, problem: "there is a header, but no row follows it")
    }
    names = zip(first.cells, names).map { cell, plain in
      let name = printable(reader.text(of: cell))
      return name.isEmpty ? plain : name
    }
    try refuseDuplicates(file: file, line: first.line)
  }

  private static func looksLikeData(
    _ record: CSVRecord, next: CSVRecord?, reader: CSVReader
  ) -> Bool {
    let numbers = record.cells.map { reader.number(of: $0) != nil }
    if numbers.allSatisfy({ $0 }) { return true }
    guard numbers.contains(true), let next else { return false }
    return numbers == next.cells.map { reader.number(of: $0) != nil }
  }

  private func refuseDuplicates(file: String, line: Int) throws(DatasetError) {
    var seen = Set<String>()
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      throw DatasetError(
        file: file, line: line, column: index + 1,
        problem: "two columns have the name \(quoted(name))", hint: "give each column its own name")
    }
  }
}

/// Which column of a table is the target, and which are its features.
struct ColumnRoles {
  /// The index of the target column.
  var target: Int
  /// The indices of the feature columns, ascending.
  var features: [Int]

  /// - Throws: `DatasetError` if a name is not there, or if no feature is left.
  init(
    columns: [String], file: String, target: String?, ignoring: [String]
  ) throws(DatasetError) {
    func index(of name: String, option: String) throws(DatasetError) -> Int {
      if let index = columns.firstIndex(of: name) { return index }
      if let number = Int(name), (1...columns.count).contains(number) { return number - 1 }
      throw DatasetError(
        file: file, option: option, problem: "no column has the name \(quoted(name))",
        hint: "the columns are: \(columns.prefix(20).joined(separator: ", "))"
          + (columns.count > 20 ? ", … (\(columns.count) in all)" : ""),
        unknownName: name, knownNames: columns)
    }
    var ignored: [Int] = []
    for name in ignoring { ignored.append(try index(of: name, option: "skip")) }
    let kept = columns.indices.filter { !ignored.contains($0) }
    let named = try target.map { name throws(DatasetError) in
      try index(of: name, option: "target")
    }
    guard let chosen = named ?? kept.last, kept.contains(chosen) else {
      throw DatasetError(file: file, option: "skip", problem: "the target column is left out")
    }
    self.target = chosen
    features = kept.filter { $0 != chosen }
    if features.isEmpty {
      throw DatasetError(
        file: file, problem: "there is one column; a feature and a target are needed",
        hint: "cells are separated by commas, semicolons or tabs")
    }
  }
}
