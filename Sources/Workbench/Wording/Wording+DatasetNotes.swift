import Charts
package import Datasets

/// What there is to know of a data set, in words: a sentence each, without a full stop.
extension Wording {
  private static let mostNames = 8

  /// A note of a data set.
  package static func sentence(for note: DatasetNote) -> String {
    switch note {
    case .format(let format): sentence(for: format)
    case .numbers(let columns): "numbers: \(list(columns))"
    case .oneHot(let column, let texts): "text: \(column), a feature for each of \(list(texts))"
    case .ordinal(let column, let texts):
      "text: \(column), numbered \(joined(texts.enumerated().map { "\(cutOff($1)) \($0)" }))"
    case .unit("%", let column): "\(column) is in percent: 5% is read as 0.05"
    case .unit(let unit, let column): "\(column) is in \(unit), which is left out"
    case .targetNumbers(let column): "target \(column): numbers"
    case .targetClasses(let column, let names): "classes of \(column): \(list(names))"
    case .alikeClasses(let one, let other):
      "classes that differ only in capitals: \(one), \(other)"
    case .leftOut(let leftOut): sentence(for: leftOut)
    case .filledIn(let counts, let way, let alsoTexts):
      sentence(forFilledIn: counts, by: way, alsoTexts: alsoTexts)
    case .lostDigits(let number, let column):
      "\(column) holds \(quoted(number)), whose last digits are lost: skip=\(column) leaves it out, "
        + "onehot=\(column) takes each as a text"
    case .mergedFeature(let merged):
      "\(different(merged)) unscaled: scale standard keeps them apart"
    case .mergedTarget(let merged, let least):
      "\(different(merged)): subtract \(plainText(least)) from it in the file"
    case .chosenClasses(let names, let all):
      "Of \(count(all, "class", plural: "classes")) these are kept: "
        + "\(names.prefix(10).map(cutOff).joined(separator: ", "))\(names.count > 10 ? ", …" : "")"
    case .passedOver(let passedOver): sentence(for: passedOver)
    }
  }

  /// "3 values are missing: age 1, income 2", which a refusal says, too.
  static func text(of counts: DatasetError.MissingCounts) -> String {
    let shown = counts.columns.prefix(mostNames).map { "\($0.name) \($0.count)" }
    let rest =
      counts.columns.count > mostNames ? ", … (\(counts.columns.count) columns)" : ""
    return "\(counts.total == 1 ? "1 value is" : "\(counts.total) values are") missing: "
      + shown.joined(separator: ", ") + rest
  }

  /// "commas", "spaces".
  static func plural(of separator: Separator) -> String { separator.rawValue + "s" }

  private static func sentence(for format: DatasetNote.TableFormat) -> String {
    let header =
      format.namelessColumns.map { "no header: the columns are named x1 to x\($0)" } ?? "header"
    let decimal = format.decimal == .comma ? ", decimal commas" : ""
    return "\(header); cells separated by \(plural(of: format.separator))\(decimal)"
  }

  private static func sentence(for leftOut: DatasetNote.LeftOut) -> String {
    var parts: [String] = []
    for (names, noun) in [
      (leftOut.columns, "column"), (leftOut.emptyColumns, "empty column"),
    ] where !names.isEmpty {
      parts.append("the \(noun)\(names.count == 1 ? "" : "s") \(list(names))")
    }
    for (rows, kind, why) in [
      (leftOut.emptyRows, "empty row", ""), (leftOut.rowsWithGaps, "row", " with a missing value"),
      (leftOut.rowsWithoutTarget, "row", " without a target"),
    ] where rows > 0 {
      parts.append("\(rows) \(kind)\(rows == 1 ? "" : "s")\(why)")
    }
    return "left out: \(parts.joined(separator: "; "))"
  }

  private static func sentence(
    forFilledIn counts: DatasetError.MissingCounts, by way: MissingValues, alsoTexts: Bool
  ) -> String {
    let value =
      switch way {
      case .median: "the median"
      case .mode: "the most frequent value"
      case .refuse, .drop, .mean, .flag: "the mean"
      }
    let texts = alsoTexts ? "; texts with the most frequent" : ""
    return "\(text(of: counts)): filled in with \(value) of the training examples"
      + (way == .flag ? "; a feature of its own says where" : texts)
  }

  private static func different(_ merged: DatasetNote.MergedNumbers) -> String {
    "\(merged.column) has \(merged.different) different numbers, but \(merged.in32Bits) in 32 bits, "
      + "as networks see it"
  }

  private static func sentence(for passedOver: DatasetNote.PassedOver) -> String {
    var parts: [String] = []
    if passedOver.hidden > 0 {
      parts.append(count(passedOver.hidden, "hidden or system file"))
    }
    if let first = passedOver.firstOther {
      parts.append(
        passedOver.others == 1
          ? "1 file that is no image (\(first))"
          : "\(count(passedOver.others, "file")) that are no images (\(first), …)")
    }
    if passedOver.strays > 0 {
      parts.append("\(count(passedOver.strays, "image")) in no folder of a class")
    }
    parts += folders(passedOver.emptyFolders, "without images")
    parts += folders(passedOver.otherFolders, "beside the splits")
    return "left out: \(parts.joined(separator: ", "))"
  }

  private static func folders(_ names: [String], _ which: String) -> [String] {
    guard let first = names.first else { return [] }
    let shown = first + (names.count > 1 ? ", …" : "")
    return ["\(count(names.count, "folder")) \(which) (\(shown))"]
  }

  private static func list(_ names: [String]) -> String { joined(names.map(cutOff)) }

  private static func joined(_ names: [String]) -> String {
    names.count <= mostNames + 1
      ? names.joined(separator: ", ")
      : names.prefix(mostNames).joined(separator: ", ") + ", … (\(names.count) in all)"
  }
}
