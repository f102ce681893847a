import Charts
import Commands
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// `plot learning curve`: the error over the number of examples. `plot validation curve over=l2
/// values=…`: the error over a setting. Both with their mean and scatter over several trainings.
enum CurvePlot {
  static let learning = Plot(
    named: "learning curve", example: " repeats=5", options: options(["values", "repeats"]),
    trains: true
  ) { (execution, arguments) throws(Diagnostic) in
    let (data, maker) = try StudyReader.material(execution, arguments)
    let judges = try StudyReader.judges(data, arguments)
    let rows = data.rows(of: .training)
    let values =
      arguments.given(VariedSetting.values)?.values
      ?? sizes(of: rows.count).map { Expression(.number(Double($0)), range: SourceRange(0, 0)) }
    let networks = try maker.networks(
      varying: Name("examples", range: arguments.range(of: VariedSetting.values)), over: values)
    let repeats = try arguments.value(of: StudyReader.repeats) ?? StudyReader.usualRepeatsOfCurves
    let draws = Draws.examples(
      times: repeats, rows: rows, judges: judges, seed: execution.state.seed)
    return try report(
      draws, networks, data, execution, arguments,
      CurveText(
        title: "learning curve", xTitle: "training \(data.dataset.exampleNoun)",
        isClassification: data.isClassification,
        spread: "one standard deviation over \(repeats) repeats",
        method: "\(networks.count) x \(repeats) = \(networks.count * repeats) networks, each from "
          + "fresh weights on training \(data.dataset.exampleNoun) of its own choice",
        isLogarithmic: try arguments.value(of: LogarithmicAxis.option)))
  }

  static let validation = Plot(
    named: "validation curve", example: " over=l2 values=0.0001..1 log repeats=5",
    options: options(["over", "values", "repeats", "folds"]), trains: true
  ) { (execution, arguments) throws(Diagnostic) in
    let (data, maker) = try StudyReader.material(execution, arguments)
    let (networks, failures) = StudyReader.built(try VariedSetting.networks(maker, arguments))
    let name = VariedSetting.name(arguments)
    if let wordy = networks.first(where: { $0.number == nil }) {
      throw Diagnostic(
        "a curve is drawn over numbers, and \(wordy.variant.label) is none",
        at: arguments.range(of: VariedSetting.values),
        hints: ["compare \(name)=… sets words side by side"])
    }
    let draws = try draws(execution, data, arguments)
    return try report(
      draws, networks, data, execution, arguments,
      CurveText(
        title: "validation curve", xTitle: name, setting: name,
        isClassification: data.isClassification,
        spread: "one standard deviation over \(draws.name)",
        method: "\(networks.count) x \(draws.count) = \(networks.count * draws.count) networks, "
          + draws.method, isLogarithmic: try arguments.value(of: LogarithmicAxis.option)),
      failures)
  }

  private static func options(_ names: [String]) -> [OptionDefinition] {
    (VariedSetting.options + StudyReader.options).filter { names.contains($0.name) }
      + [LogarithmicAxis.option.definition]
  }

  /// Six sizes from a sixteenth of the examples to all of them.
  private static func sizes(of count: Int) -> [Int] {
    let sizes = [1, 2, 4, 8, 12, 16].map { max(min(2, count), count * $0 / 16) }
    return sizes.enumerated().filter { $0 == 0 || sizes[$0 - 1] != $1 }.map(\.element)
  }

  private static func report(
    _ draws: Draws, _ networks: [VariedNetwork], _ data: DataInHand, _ execution: Execution,
    _ arguments: Arguments, _ text: CurveText, _ failures: [String] = []
  ) throws(Diagnostic) -> PictureReport {
    let most = networks.compactMap(\.examples).max()
    let rows =
      switch draws {
      case .examples: most ?? data.rows(of: .training).count
      case .starts: 0
      case .folds: most ?? 0
      }
    try execution.requireMemory(
      for: networks.map(\.variant.network), times: draws.count, rows: rows, arguments)
    let study = RepeatedTrainings(
      examples: data.examples,
      fits: networks.map { draws.fits(of: $0.variant, examples: $0.examples) })
    let (scores, remarks) = try StudyReader.scores(study, of: networks, execution, arguments)
    if scores.isEmpty { return PictureReport([]) }
    let places = zip(networks, scores).compactMap { network, scores in
      scores.map { CurveText.Place(x: network.number ?? 0, scores: $0) }
    }
    return text.report(places, diverged: failures + remarks)
  }

  /// What the trainings of one value of a validation curve differ by: first weights, or the fold
  /// that judges.
  private static func draws(
    _ execution: Execution, _ data: DataInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> Draws {
    let repeats = try arguments.value(of: StudyReader.repeats) ?? StudyReader.usualRepeatsOfCurves
    guard let count = try arguments.value(of: StudyReader.folds) else {
      return .starts(
        times: repeats, rows: data.rows(of: .training),
        judges: try StudyReader.judges(data, arguments))
    }
    let place = arguments.range(of: StudyReader.folds)
    guard !arguments.has(StudyReader.repeats) else {
      throw Diagnostic("repeats are of one split, folds are several: one of them", at: place)
    }
    return .folds(
      try StudyReader.folds(count, of: data, seed: execution.state.seed, at: place))
  }
}

extension Draws {
  fileprivate var name: String {
    if case .folds(let folds) = self { "\(folds.count) folds" } else { "\(count) repeats" }
  }

  fileprivate var method: String {
    if case .folds = self {
      "each judged by the fold that it has not learned from"
    } else {
      "each from fresh weights"
    }
  }
}
