import Charts
import Commands
import Formulas
import Language
import Reports
import Workbench

/// `plot search` and what stands behind it: the trials of the last search in pictures.
enum SearchPlot {
  /// What can stand behind the name, the first of them where nothing does.
  private static let words = [
    "history", "importance", "parallel", "slice", "contour", "rungs", "acquisition", "layout",
  ]

  /// `plot search`, or `plot search history`.
  static let history = Plot(named: "search", values: 0...1) {
    (execution, arguments) throws(Diagnostic) in
    if let value = arguments.values.dropFirst().first {
      _ = try arguments.word(value, among: words, what: "picture of a search")
    }
    return PictureReport(.line(SearchHistoryChart.chart(try trials(execution, arguments))))
  }

  /// `plot search importance`: which settings matter.
  static let importance = Plot(named: "search importance") {
    (execution, arguments) throws(Diagnostic) in
    let trials = try trials(execution, arguments)
    guard let chart = SearchImportanceChart.chart(trials) else {
      throw Diagnostic(
        "these trials don't tell which setting matters: it takes 8 or more that were done, and "
          + "that came to different figures",
        at: arguments.command.range, hints: ["the same search line with more trials= adds some"])
    }
    return PictureReport([.chart(.bars(chart))], remarks: [SearchImportanceChart.remark])
  }

  /// `plot search parallel`: the best trials over all settings at once.
  static let parallel = Plot(named: "search parallel") {
    (execution, arguments) throws(Diagnostic) in
    let trials = try trials(execution, arguments)
    return PictureReport(
      [.chart(.line(SearchParallelChart.chart(trials)))],
      remarks: [SearchParallelChart.remark(trials)])
  }

  /// `plot search slice rate`: what came of one setting's values.
  static let slice = Plot(named: "search slice", values: 1...1, example: " rate") {
    (execution, arguments) throws(Diagnostic) in
    let trials = try trials(execution, arguments)
    let column = try column(arguments.values[1], of: trials, arguments)
    return PictureReport(SearchSliceChart.chart(of: column, trials))
  }

  /// `plot search contour rate,units`: what came of two settings' values together.
  static let contour = Plot(named: "search contour", values: 2...2, example: " rate,units") {
    (execution, arguments) throws(Diagnostic) in
    let trials = try trials(execution, arguments)
    let values = Array(arguments.values.dropFirst())
    let columns = try values.map { (value) throws(Diagnostic) in
      try numbers(value, of: trials, arguments)
    }
    guard columns[0].name != columns[1].name else {
      throw Diagnostic("\(columns[1].name) is named twice", at: values[1].range)
    }
    return PictureReport(.surface(SearchContourChart.chart(columns[0], columns[1], trials)))
  }

  /// `plot search rungs`: the trials on their way, and where some were given up.
  static let rungs = Plot(named: "search rungs") {
    (execution, arguments) throws(Diagnostic) in
    guard let chart = SearchRungsChart.chart(try trials(execution, arguments)) else {
      throw Diagnostic(
        "no trial was looked at before its end", at: arguments.command.range,
        hints: ["search hyperband and stop=median look at trials on their way"])
    }
    return PictureReport(.line(chart))
  }

  /// `plot search acquisition rate`: what a Gaussian process believes, and where it would go on.
  static let acquisition = Plot(named: "search acquisition", values: 1...1, example: " rate") {
    (execution, arguments) throws(Diagnostic) in
    let trials = try trials(execution, arguments)
    let column = try numbers(arguments.values[1], of: trials, arguments)
    guard let chart = SearchAcquisitionChart(of: column, trials) else {
      throw Diagnostic(
        "a Gaussian process has too little to go by: it takes 3 or more trials that came to "
          + "something, and two values of \(column.name)",
        at: arguments.command.range, hints: ["the same search line with more trials= adds some"])
    }
    return chart.report
  }

  /// `plot search layout`: how many values of the setting that matters were tried, beside what a grid
  /// or draws by chance would have tried.
  static let layout = Plot(named: "search layout", values: 0...2, example: " rate,units") {
    (execution, arguments) throws(Diagnostic) in
    let trials = try trials(execution, arguments)
    var columns: [StudyColumn] = []
    for value in arguments.values.dropFirst() {
      columns.append(try numbers(value, of: trials, arguments))
    }
    columns += trials.numberColumns.filter { column in !columns.contains { $0.name == column.name }
    }
    guard columns.count > 1 else {
      throw Diagnostic(
        "with one number to search, grid and random try as many values of it",
        at: arguments.command.range,
        hints: ["search random rate=0.0001..1 log units=4..64 searches two"])
    }
    if arguments.values.count > 2, columns[0].name == columns[1].name {
      throw Diagnostic("\(columns[1].name) is named twice", at: arguments.values[2].range)
    }
    guard let chart = SearchLayoutChart(columns[0], columns[1], trials) else {
      throw Diagnostic(
        "these trials tell too little: it takes 3 or more that came to something, and two values of "
          + "\(columns[0].name) and of \(columns[1].name)",
        at: arguments.command.range, hints: ["the same search line with more trials= adds some"])
    }
    return chart.report
  }

  private static func trials(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> JudgedTrials {
    let trials = JudgedTrials(try execution.study(for: arguments))
    guard !trials.isEmpty else {
      throw Diagnostic(
        "every trial of the search failed, so there is nothing to draw",
        at: arguments.command.range, hints: ["show study says why each of them did"])
    }
    return trials
  }

  /// The setting that a value names, which was a number in all trials.
  private static func numbers(
    _ value: Expression, of trials: JudgedTrials, _ arguments: Arguments
  ) throws(Diagnostic) -> StudyColumn {
    let column = try column(value, of: trials, arguments)
    guard column.choices.isEmpty else {
      throw Diagnostic(
        "\(column.name) was no number in all trials, so it has no place on an axis",
        at: value.range, hints: ["plot search slice \(column.name) has a bar for each choice"])
    }
    return column
  }

  /// The setting that a value names.
  private static func column(
    _ value: Expression, of trials: JudgedTrials, _ arguments: Arguments
  ) throws(Diagnostic) -> StudyColumn {
    let name = arguments.text(of: value) ?? value.formatted
    guard let column = trials.columns.first(where: { $0.name == name }) else {
      throw Wording.unknownWord(
        name, what: "setting of the search", among: trials.columns.map(\.name), at: value.range)
    }
    return column
  }
}
