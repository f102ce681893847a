/// What is said about a table file once it is read: how it was, and what was left out.
struct TableNotes {
  private let plan: TablePlan
  private let layout: TableLayout
  private let rows: TableRows

  private static let mostNames = 8

  init(_ plan: TablePlan, _ layout: TableLayout, _ rows: TableRows) {
    self.plan = plan
    self.layout = layout
    self.rows = rows
  }

  /// The lines, in the order of a reader's questions.
  func lines(classNames: [String]) -> [String] {
    var lines = [format]
    lines += columns
    lines.append(target(classNames))
    if let alike = Categories.alike(classNames) {
      lines.append("classes that differ only in capitals: \(alike)")
    }
    if !leftOut.isEmpty { lines.append("left out: " + leftOut.joined(separator: "; ")) }
    if let filled { lines.append(filled) }
    return lines + lostDigits(isTargetNumber: classNames.isEmpty)
  }

  private var format: String {
    let header =
      plan.hasHeader ? "header" : "no header: the columns are named x1 to x\(plan.names.count)"
    let decimal = plan.decimal == .comma ? ", decimal commas" : ""
    return "\(header); cells separated by \(plan.dialect.separator.plural)\(decimal)"
  }

  private var columns: [String] {
    let numbers = layout.columns.filter { $0.kind == .number }.map(\.name)
    var lines = numbers.isEmpty ? [] : ["numbers: \(Self.list(numbers))"]
    for column in layout.columns {
      switch column.kind {
      case .number: continue
      case .oneHot(let texts):
        lines.append("text: \(column.name), a feature for each of \(Self.list(texts))")
      case .ordinal(let texts):
        let numbered = texts.enumerated().map { "\($1) \($0)" }
        lines.append("text: \(column.name), numbered \(Self.list(numbered))")
      }
    }
    let units = plan.roles.features + [plan.roles.target]
    lines += units.compactMap { index in
      guard plan.survey.columns[index].isNumeric, let unit = plan.survey.columns[index].unit else {
        return nil
      }
      return unit == "%"
        ? "\(plan.names[index]) is in percent: 5% is read as 0.05"
        : "\(plan.names[index]) is in \(unit), which is left out"
    }
    return lines
  }

  private func target(_ classNames: [String]) -> String {
    let name = plan.names[plan.roles.target]
    return classNames.isEmpty
      ? "target \(name): numbers" : "classes of \(name): \(Self.list(classNames))"
  }

  private var leftOut: [String] {
    var parts: [String] = []
    let used = Set(plan.roles.features + [plan.roles.target])
    let skipped = plan.names.indices.filter { !used.contains($0) && !plan.empty.contains($0) }
    if !skipped.isEmpty {
      parts.append(
        "the column\(skipped.count == 1 ? "" : "s") \(Self.list(skipped.map { plan.names[$0] }))")
    }
    let empty = plan.empty.subtracting(used).sorted().map { plan.names[$0] }
    if !empty.isEmpty {
      parts.append("the empty column\(empty.count == 1 ? "" : "s") \(Self.list(empty))")
    }
    if plan.survey.emptyCount > 0 {
      parts.append(Self.count(plan.survey.emptyCount, "empty row"))
    }
    if rows.dropped > 0 {
      parts.append(Self.count(rows.dropped, "row") + " with a missing value")
    }
    if rows.unlabelled > 0 {
      parts.append(Self.count(rows.unlabelled, "row") + " without a target")
    }
    return parts
  }

  /// What stands for missing values, where some do.
  private var filled: String? {
    guard layout.columns.contains(where: \.hasGaps) else { return nil }
    let way =
      switch plan.missing {
      case .median: "the median"
      case .mode: "the most frequent value"
      case .refuse, .drop, .mean, .flag: "the mean"
      }
    let flags =
      plan.missing == .flag
      ? "; a feature of its own says where"
      : (layout.hasTexts && plan.missing != .mode ? "; texts with the most frequent" : "")
    return "\(rows.gaps.counts.text): filled in with \(way) of the training examples\(flags)"
  }

  /// Columns of numbers that have more digits than double precision keeps, as long keys do.
  private func lostDigits(isTargetNumber: Bool) -> [String] {
    let numbers = layout.columns.filter { $0.kind == .number }.map(\.name)
    return plan.names.indices.compactMap { index in
      let name = plan.names[index]
      let isNumber = index == plan.roles.target ? isTargetNumber : numbers.contains(name)
      guard isNumber, let witness = plan.survey.columns[index].tooLong else { return nil }
      return
        "\(name) holds \(quoted(witness.text)), whose last digits are lost: skip=\(name) leaves "
        + "it out, onehot=\(name) takes each as a text"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.count <= mostNames + 1
      ? names.joined(separator: ", ")
      : names.prefix(mostNames).joined(separator: ", ") + ", … (\(names.count) in all)"
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
