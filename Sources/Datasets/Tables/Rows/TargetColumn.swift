import TensorEngine

/// The cells of the target column, from which its kind is told at the end.
struct TargetColumn {
  private let file: String
  private let number: Int
  private let name: String

  /// The number in each row; NaN for a text.
  private var values: [Double] = []
  /// The texts of all rows, while there are few enough different ones.
  private var categories = Categories()
  private var firstText: (line: Int, text: String)?
  private var firstBroken: (line: Int, text: String)?
  private var textCounts: [String: Int] = [:]
  private var hasFraction = false
  /// Whether a number is written in another way than programs do: `1,5`, `$3`, `180 000`.
  private var isLocal = false

  private static let mostWholeNumbers = 20

  init(file: String, number: Int, name: String) {
    self.file = file
    self.number = number
    self.name = name
  }

  /// How many rows there are.
  var rowCount: Int { values.count }

  /// Whether there are more different cells than a classification may have.
  private var isCrowded: Bool { categories.isCrowded }

  /// Takes the number of the next row, and how it is written.
  mutating func append(_ value: Double, isPlain: Bool, text: @autoclosure () -> String) {
    values.append(value)
    hasFraction = hasFraction || Int(exactly: value) == nil
    isLocal = isLocal || !isPlain
    guard !isCrowded else { return }
    categories.append(value.keepsAllDigits ? plainText(value) : text())
  }

  /// Takes the text of the next row.
  mutating func append(text: String, line: Int) {
    if firstText == nil { firstText = (line, text) }
    if firstBroken == nil, CellNumber.isBroken(text) { firstBroken = (line, text) }
    values.append(.nan)
    guard !isCrowded else { return }
    textCounts[text, default: 0] += 1
    categories.append(text)
  }

  /// The targets of all rows, and the names of the classes if they are classes.
  ///
  /// - Throws: `DatasetError` if the cells are not of the wanted kind, or of no kind at all.
  func targets(kind: TargetKind?) throws(DatasetError) -> (Targets, classNames: [String]) {
    switch kind {
    case .classes: return try classes()
    case .values: return (try numbers(), [])
    case nil:
      guard firstText != nil else {
        return looksLikeClasses ? try classes() : (try numbers(), [])
      }
      if let firstBroken {
        throw error(line: firstBroken.line, .brokenNumber(firstBroken.text))
      }
      let numberCount = values.count { !$0.isNaN }
      guard numberCount > 0 else {
        try refuseUnits()
        return try classes()
      }
      if categories.count > Self.mostWholeNumbers || hasFraction || isLocal {
        return (try numbers(), [])
      }
      try refuseStrayTexts(numberCount: numberCount)
      return try classes()
    }
  }

  /// The values in double precision, in the order of the rows.
  var exactValues: [Double] { values }

  private var looksLikeClasses: Bool {
    guard !hasFraction, !isLocal, categories.count <= Self.mostWholeNumbers else { return false }
    let names = categories.sorted().names
    return names.count * 2 <= values.count || names.allSatisfy { $0 == "0" || $0 == "1" }
  }

  /// A text that is rare among many numbers is a slip or says that the label is missing.
  private func refuseStrayTexts(numberCount: Int) throws(DatasetError) {
    let texts = values.count - numberCount
    let kinds = categories.count - textCounts.count
    let isStray =
      numberCount > texts
      && textCounts.values.contains { $0 == 1 || 2 * $0 * kinds < numberCount }
    guard isStray || Categories.areTruths(Array(textCounts.keys)), let firstText else { return }
    throw error(
      line: firstText.line,
      .strayText(firstText.text, numbers: numberCount, cells: values.count))
  }

  /// Numbers with a unit beside them, `5 kg`, are no names of classes.
  private func refuseUnits() throws(DatasetError) {
    guard let unit = CellNumber.unit(ofAll: textCounts.keys), let firstText else { return }
    throw error(line: firstText.line, .unit(unit, cell: firstText.text))
  }

  private func numbers() throws(DatasetError) -> Targets {
    if let firstText { throw error(line: firstText.line, .textAmongNumbers(firstText.text)) }
    return .values(values.map { Float($0) }, width: 1)
  }

  private func classes() throws(DatasetError) -> (Targets, classNames: [String]) {
    let isName = categories.count == values.count && values.count > Self.mostWholeNumbers
    guard !isCrowded, !isName else {
      throw error(
        line: nil,
        .manyClasses(
          isCrowded ? nil : categories.count, most: ColumnSurvey.mostTexts, rows: values.count))
    }
    let (names, places) = categories.sorted()
    guard names.count > 1 else { throw error(line: nil, .oneClass(names[0])) }
    return (.classes(places, count: names.count), names)
  }

  private func error(line: Int?, _ fault: DatasetError.TargetFault) -> DatasetError {
    DatasetError(
      file: file, line: line, column: line == nil ? nil : number, columnName: name,
      option: line == nil ? "target" : nil, .target(fault))
  }
}
