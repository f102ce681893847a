import TensorEngine

/// The cells of the target column, from which its kind is told at the end.
struct TargetColumn {
  private let file: String
  private let number: Int
  private let name: String

  /// The number in each row; NaN for a text.
  private var values: [Double] = []
  /// The place of each row's cell in `names`, while there are few enough different ones.
  private var ids: [Int32] = []
  private var names: [String] = []
  private var idOfName: [String: Int32] = [:]
  private var firstText: (line: Int, text: String)?
  private var hasFraction = false

  private static let mostClasses = 1000
  private static let mostWholeNumbers = 20

  init(file: String, number: Int, name: String) {
    self.file = file
    self.number = number
    self.name = name
  }

  /// Whether there are more different cells than a classification may have.
  private var isCrowded: Bool { names.count > Self.mostClasses }

  /// Takes the cell of the next row.
  ///
  /// - Throws: `DatasetError` if it is empty, or a number that is too large.
  mutating func append(
    _ record: CSVRecord, cell: CSVCell, reader: CSVReader
  ) throws(DatasetError) {
    guard !cell.bytes.isEmpty else {
      throw error(
        line: record.line, "the cell is empty, but each row needs a target",
        hint: "fill the value in, or remove the row")
    }
    let value = reader.number(of: cell)
    if let value, value.magnitude > CSVTable.largestMagnitude {
      throw error(
        line: record.line,
        "\(quoted(reader.text(of: cell))) is too large: numbers go up to 1e30",
        hint: "measure it in a larger unit")
    }
    if value == nil, firstText == nil { firstText = (record.line, reader.text(of: cell)) }
    values.append(value ?? .nan)
    guard !isCrowded else { return }
    if let value {
      let whole = Int(exactly: value)
      hasFraction = hasFraction || whole == nil
      count(whole.map { "\($0)" } ?? "\(value)")
    } else {
      count(printable(reader.text(of: cell)))
    }
  }

  private mutating func count(_ text: String) {
    let next = Int32(names.count)
    let id = idOfName[text] ?? next
    if id == next {
      idOfName[text] = id
      names.append(text)
    }
    ids.append(id)
  }

  /// The targets of all rows, and the names of the classes if they are classes.
  ///
  /// - Throws: `DatasetError` if the cells are not of the wanted kind, or of no kind at all.
  func targets(kind: TargetKind?) throws(DatasetError) -> (Targets, classNames: [String]) {
    switch kind {
    case .classes:
      return try classes()
    case .values:
      return (try numbers(), [])
    case nil:
      if firstText != nil {
        if names.count > Self.mostWholeNumbers, values.contains(where: { !$0.isNaN }) {
          return (try numbers(), [])
        }
        return try classes()
      }
      return looksLikeClasses ? try classes() : (try numbers(), [])
    }
  }

  private var looksLikeClasses: Bool {
    guard !hasFraction, names.count <= Self.mostWholeNumbers else { return false }
    return names.count * 2 <= values.count || names.allSatisfy { $0 == "0" || $0 == "1" }
  }

  private func numbers() throws(DatasetError) -> Targets {
    if let firstText {
      throw error(
        line: firstText.line,
        "the cell holds \(quoted(firstText.text)), but the target's other cells are numbers",
        hint: "correct the cell, or remove the row")
    }
    return .values(values.map { Float($0) }, width: 1)
  }

  private func classes() throws(DatasetError) -> (Targets, classNames: [String]) {
    let isName = names.count == values.count && values.count > Self.mostWholeNumbers
    guard !isCrowded, !isName else {
      let count = isCrowded ? "more than \(Self.mostClasses)" : "\(names.count)"
      throw error(
        line: nil,
        "the target has \(count) different cells in \(values.count) rows: "
          + "too many to be classes", hint: "choose another column with target=")
    }
    guard names.count > 1 else {
      throw error(
        line: nil, "the target is \(quoted(names[0])) in every row: there is nothing to learn",
        hint: "choose another column with target=")
    }
    let order = sortedIDs()
    var place = [Int32](repeating: 0, count: names.count)
    for (position, id) in order.enumerated() { place[id] = Int32(position) }
    return (
      .classes(ids.map { place[Int($0)] }, count: names.count), order.map { names[$0] }
    )
  }

  /// Numbers by size, texts by their bytes.
  private func sortedIDs() -> [Int] {
    let numbers = names.compactMap { Double($0) }
    if firstText == nil, numbers.count == names.count {
      return names.indices.sorted { numbers[$0] < numbers[$1] }
    }
    return names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
  }

  private func error(line: Int?, _ problem: String, hint: String) -> DatasetError {
    DatasetError(
      file: file, line: line, column: line == nil ? nil : number, columnName: name,
      option: line == nil ? "target" : nil, problem: problem, hint: hint)
  }
}
