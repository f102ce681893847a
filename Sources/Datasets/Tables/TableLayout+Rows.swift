import TensorEngine

extension TableLayout {
  /// What stands in a column of one row.
  public enum Cell: Sendable, Equatable {
    /// A number.
    case number(Double)
    /// A text.
    case text(String)
    /// Nothing.
    case missing

    /// The number that it is; nil for a text and for nothing.
    public var value: Double? { if case .number(let number) = self { number } else { nil } }

    /// What it is called as a class, a number by its plainest spelling; nil for nothing.
    public var name: String? {
      switch self {
      case .number(let number): plainText(number)
      case .text(let text): printable(text)
      case .missing: nil
      }
    }
  }

  /// What becomes of a text that the table's file did not have.
  public enum UnknownText: String, CaseIterable, Sendable {
    /// It is an error that names it.
    case refuse
    /// It is none of the known texts: 0 in each of their features.
    case zeros
  }

  /// Whether a column is of texts, so that rows are not the same as features.
  public var hasTexts: Bool { columns.contains { $0.kind != .number } }

  /// The features of one row, as those of the table were made; NaN where a value is missing.
  ///
  /// - Parameters:
  ///   - cells: One a column.
  ///   - name: What the row is called in messages.
  /// - Throws: `DatasetError` for a text that the file did not have, for a text where a number must
  ///   be, and for a missing value where none can be filled in.
  public func features(
    of cells: [Cell], unknown: UnknownText = .refuse, name: String
  ) throws(DatasetError) -> [Double] {
    precondition(cells.count == columns.count, "one cell a column")
    var features: [Double] = []
    for (column, cell) in zip(columns, cells) {
      features += try self.features(of: cell, in: column, unknown, name: name)
    }
    return features
  }

  private func features(
    of cell: Cell, in column: Column, _ unknown: UnknownText, name: String
  ) throws(DatasetError) -> [Double] {
    let isMissing = cell == .missing
    if isMissing, missing == .refuse || missing == .drop {
      throw DatasetError(
        file: name, columnName: column.name, .row(.missing(column: column.name)))
    }
    let flag = column.isFlagged ? [isMissing ? 1.0 : 0] : []
    let width = column.width - flag.count
    if isMissing { return [Double](repeating: .nan, count: width) + flag }
    switch (column.kind, cell) {
    case (.number, .number(let number)): return [number] + flag
    case (.number, .text(let text)):
      throw DatasetError(
        file: name, columnName: column.name, .row(.noNumber(text, column: column.name)))
    case (.ordinal(let texts), _):
      let place = try place(of: cell, among: texts, in: column, .refuse, name: name)
      return [Double(place ?? 0)] + flag
    case (.oneHot(let texts), _):
      let place = try place(of: cell, among: texts, in: column, unknown, name: name)
      return texts.indices.map { $0 == place ? 1 : 0 } + flag
    case (.number, .missing): return [.nan] + flag
    }
  }

  private func place(
    of cell: Cell, among texts: [String], in column: Column, _ unknown: UnknownText, name: String
  ) throws(DatasetError) -> Int? {
    if let place = Self.place(of: cell, among: texts) { return place }
    let text = cell.name ?? ""
    if unknown == .zeros { return nil }
    throw DatasetError(
      file: name, columnName: column.name,
      .unknownName(.init(.text(column: column.name), text, known: texts)))
  }

  /// The place of a cell among texts that were learned; nil where it is none of them.
  ///
  /// A number stands for its plainest spelling. Where the texts are those of true and false, or of
  /// yes and no, capitals don't matter.
  public static func place(of cell: Cell, among texts: [String]) -> Int? {
    guard let text = cell.name else { return nil }
    if let place = texts.firstIndex(of: text) { return place }
    guard Categories.areTruths(texts) else { return nil }
    let small = text.lowercased()
    return texts.firstIndex { $0.lowercased() == small }
  }
}
