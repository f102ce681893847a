/// What there is to know of a table file once it is read: how it was, and what was left out.
struct TableNotes {
  private let plan: TablePlan
  private let layout: TableLayout
  private let rows: TableRows

  init(_ plan: TablePlan, _ layout: TableLayout, _ rows: TableRows) {
    self.plan = plan
    self.layout = layout
    self.rows = rows
  }

  /// The notes, in the order of a reader's questions.
  func notes(classNames: [String]) -> [DatasetNote] {
    var notes = [DatasetNote.format(format)] + columns
    let target = plan.names[plan.roles.target]
    notes.append(
      classNames.isEmpty
        ? .targetNumbers(column: target) : .targetClasses(column: target, names: classNames))
    if let (one, other) = Categories.alike(classNames) { notes.append(.alikeClasses(one, other)) }
    if !leftOut.isEmpty { notes.append(.leftOut(leftOut)) }
    if let filledIn { notes.append(filledIn) }
    return notes + lostDigits(isTargetNumber: classNames.isEmpty)
  }

  private var format: DatasetNote.TableFormat {
    DatasetNote.TableFormat(
      namelessColumns: plan.hasHeader ? nil : plan.names.count,
      separator: plan.dialect.separator, decimal: plan.decimal)
  }

  /// The columns of numbers.
  private var numbers: [String] {
    layout.columns.filter { $0.kind == .number }.map(\.name)
  }

  private var columns: [DatasetNote] {
    var notes: [DatasetNote] = numbers.isEmpty ? [] : [.numbers(columns: numbers)]
    for column in layout.columns {
      switch column.kind {
      case .number: continue
      case .oneHot(let texts): notes.append(.oneHot(column: column.name, texts: texts))
      case .ordinal(let texts): notes.append(.ordinal(column: column.name, texts: texts))
      }
    }
    for index in plan.roles.features + [plan.roles.target] {
      let column = plan.survey.columns[index]
      guard column.isNumeric, let unit = column.unit else { continue }
      notes.append(.unit(unit, column: plan.names[index]))
    }
    return notes
  }

  private var leftOut: DatasetNote.LeftOut {
    let used = Set(plan.roles.features + [plan.roles.target])
    let skipped = plan.names.indices.filter { !used.contains($0) && !plan.empty.contains($0) }
    return DatasetNote.LeftOut(
      columns: skipped.map { plan.names[$0] },
      emptyColumns: plan.empty.subtracting(used).sorted().map { plan.names[$0] },
      emptyRows: plan.survey.emptyCount, rowsWithGaps: rows.dropped,
      rowsWithoutTarget: rows.unlabelled)
  }

  /// What stands for missing values, where some do.
  private var filledIn: DatasetNote? {
    guard layout.columns.contains(where: \.hasGaps) else { return nil }
    let isForNumbers = plan.missing == .mean || plan.missing == .median
    return .filledIn(
      rows.gaps.counts, by: plan.missing, alsoTexts: isForNumbers && layout.hasTexts)
  }

  /// Columns of numbers that have more digits than double precision keeps, as long keys do.
  private func lostDigits(isTargetNumber: Bool) -> [DatasetNote] {
    let numbers = numbers
    return plan.names.indices.compactMap { index in
      let name = plan.names[index]
      let isNumber = index == plan.roles.target ? isTargetNumber : numbers.contains(name)
      guard isNumber, let witness = plan.survey.columns[index].tooLong else { return nil }
      return .lostDigits(witness.text, column: name)
    }
  }
}
