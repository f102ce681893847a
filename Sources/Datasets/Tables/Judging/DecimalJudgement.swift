/// Judges by the cells of a file what its decimal mark is.
///
/// `5,1` and `1.234,5` are numbers only with a comma, `5.1` and `1,234.5` only with a point. `1,234`
/// is another number with either; where nothing else in the file decides, the student is asked.
/// `1.234` alone is doubtful only where semicolons or tabs part the cells, as they do where the
/// decimal mark is a comma.
enum DecimalJudgement {
  /// - Throws: `DatasetError` if the file holds numbers of both ways, or only such that can be read
  ///   in both.
  static func mark(
    of columns: [ColumnSurvey], file: String, separator: Separator, said: DecimalMark?
  ) throws(DatasetError) -> DecimalMark {
    if let said { return said }
    let columns = columns.filter { $0.texts == 0 || $0.numbers > $0.texts }
    let comma = columns.lazy.compactMap(\.onlyComma).first
    let point = columns.lazy.compactMap(\.onlyPoint).first
    if let comma, let point {
      throw DatasetError(
        file: file, line: min(comma.line, point.line),
        .table(
          .twoDecimalMarks(
            comma: .init(line: comma.line, text: comma.text),
            point: .init(line: point.line, text: point.text))))
    }
    if comma != nil { return .comma }
    if point != nil { return .point }
    if let doubtful = columns.lazy.compactMap(\.doubtfulComma).first {
      throw twoReadings(doubtful, file)
    }
    if separator == .semicolon || separator == .tab,
      let doubtful = columns.lazy.compactMap(\.doubtfulPoint).first
    {
      throw twoReadings(doubtful, file)
    }
    return .point
  }

  private static func twoReadings(
    _ doubtful: ColumnSurvey.Witness, _ file: String
  ) -> DatasetError {
    let number = CellNumber(text: doubtful.text)
    return DatasetError(
      file: file, line: doubtful.line,
      .table(
        .doubtfulNumber(
          doubtful.text, withPoint: number?.value(.point) ?? .nan,
          withComma: number?.value(.comma) ?? .nan)))
  }
}
