import Charts
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `predict csv new.csv`: what the network makes of the rows of a file, in the way that it learned.
enum CSVPrediction {
  /// The options that say how the file is read.
  static let options = [
    TableReading.header.definition, TableReading.separator.definition,
    TableReading.decimal.definition, target.definition, DataCommand.skip.definition,
  ]

  /// The column with the true answers.
  static let target = CommandOption<String>.word(
    "target", names: [.columns], standard: "the one of that name",
    meaning: "csv: the column with the true answers, which is left out and judged by")

  static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> NewPredictionsReport {
    try arguments.expect(atMost: 2)
    let value = try arguments.value(1, orSay: "predict csv needs the name of a file")
    guard let path = arguments.text(of: value) else {
      throw Diagnostic("the name of a file is expected", at: value.range)
    }
    let learned = try LearnedInputs(execution, arguments)
    guard !learned.takesImages else {
      throw Diagnostic(
        "\(learned.network.name) takes images, and a table has none", at: value.range,
        hints: ["predict image FILE asks it about a picture, predict images FOLDER about several"])
    }
    let asked = try NewQuestion(arguments, learned)
    let rows = try read(path, learned, execution, arguments, at: value.range)
    let examples = try learned.examples(rows.features, named: path, arguments, at: value.range)
    let answers = try learned.answers(to: examples, execution, arguments).decided(
      by: asked.decision)
    let predictions = PredictionsInHand(
      answers, to: path, by: learned.network.name, noun: "row", numbers: Array(1...rows.count),
      columns: rows.columns + (truths(rows, learned).map { [$0] } ?? []),
      confidence: asked.confidence, targetName: learned.preparation.target)
    execution.state.predictions = predictions
    return NewPredictionsReport(
      predictions, from: path, noun: ("row", "rows"), decision: asked.decision,
      notes: notes(rows, learned), judgement: judgement(of: answers, rows),
      limit: try PredictCommand.limit(arguments, all: rows.count))
  }

  private static func read(
    _ path: String, _ learned: LearnedInputs, _ execution: Execution, _ arguments: Arguments,
    at range: SourceRange
  ) throws(Diagnostic) -> NewRows {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try DatasetFolders(execution.settings).bytes(ofFile: path)
    } catch {
      throw Wording.diagnostic(for: error, at: range)
    }
    let options = try readingOptions(arguments)
    do throws(NewRowsError) {
      return try NewRows(
        FileBytes(name: path, bytes: bytes, interruption: execution.control.interruption),
        as: learned.layout,
        target: learned.preparation.target, options: options)
    } catch {
      throw Wording.diagnostic(for: error, file: path, in: arguments.command, at: range)
    }
  }

  /// What was said about a file of new rows.
  private static func readingOptions(_ arguments: Arguments) throws(Diagnostic) -> NewRowsOptions {
    NewRowsOptions(
      hasHeader: try arguments.value(of: TableReading.header),
      separator: try arguments.value(of: TableReading.separator),
      decimal: try arguments.value(of: TableReading.decimal),
      target: try arguments.value(of: target),
      skip: try arguments.values(of: DataCommand.skip),
      unknown: try TypedRow.unknownText(arguments))
  }

  /// How the columns were found, what was left out, and what was filled in.
  private static func notes(_ rows: NewRows, _ learned: LearnedInputs) -> [String] {
    let count = Wording.count(learned.layout.columns.count, "column")
    var notes = ["\(count) by \(rows.hasHeader ? "name" : "place, without a header")"]
    var left = rows.leftOut
    if let label = rows.labelName { left.append("the target \(label)") }
    if !left.isEmpty {
      let shown = left.suffix(8).joined(separator: ", ")
      notes[0] += "; left out: \(left.count > 8 ? "\(left.count - 8) more, " : "")\(shown)"
    }
    if rows.gapCount > 0 {
      notes.append(
        "\(Wording.count(rows.gapCount, "missing value")) filled in as in the training examples")
    }
    if rows.unknownCount > 0 {
      notes.append(
        "\(Wording.count(rows.unknownCount, "text")) never seen: taken as none of the known ones")
    }
    return notes
  }

  /// The column of the true answers, as it was read.
  private static func truths(_ rows: NewRows, _ learned: LearnedInputs) -> NewRows.ReadColumn? {
    guard let labels = rows.labels, let name = rows.labelName else { return nil }
    guard !learned.classNames.isEmpty else {
      return NewRows.ReadColumn(name: name, cells: .numbers(labels.map { $0.value ?? .nan }))
    }
    var names = learned.classNames
    var places: [String: Int32] = [:]
    let cells = labels.map { label -> Int32 in
      guard let text = label.name else { return -1 }
      if let place = places[text] { return place }
      let known = TableLayout.place(of: label, among: learned.classNames)
      if known == nil { names.append(text) }
      let place = Int32(known ?? names.count - 1)
      places[text] = place
      return place
    }
    return NewRows.ReadColumn(name: name, cells: .texts(cells, names: names))
  }

  /// What the answers are worth by the file's own column of the target.
  private static func judgement(
    of answers: PredictionsInHand.Answers, _ rows: NewRows
  ) -> NewJudgement? {
    guard let labels = rows.labels, let column = rows.labelName else { return nil }
    switch answers {
    case .classes(let classes, let names):
      var (right, labelled, unknown) = (0, 0, 0)
      for (row, label) in labels.enumerated() where label != .missing {
        labelled += 1
        guard let place = TableLayout.place(of: label, among: names) else {
          unknown += 1
          continue
        }
        if classes.predicted[row] == place { right += 1 }
      }
      return .classes(right: right, labelled: labelled, unknown: unknown, column: column)
    case .numbers(let values, width: 1):
      let known = labels.indices.filter { labels[$0].value != nil }
      return .numbers(
        NumberPredictions(
          outputs: known.map { values[$0] }, targets: known.compactMap { labels[$0].value }),
        column: column)
    case .numbers: return nil
    }
  }
}

extension PredictionsInHand.Answers {
  /// The answers as a decision makes them; as they are without one.
  func decided(by decision: Decision?) -> Self {
    guard case .classes(let classes, let names) = self else { return self }
    return .classes(classes.decided(by: decision), names: names)
  }
}
