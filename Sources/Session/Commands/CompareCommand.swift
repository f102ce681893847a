import Charts
import Language
import Networks
import Tuning

/// `compare l2=0,0.001,0.01 plot=boundary`: the last training again, from the same start, with
/// one option different.
enum CompareCommand {
  static let definition = CommandDefinition(
    verb: "compare", family: .judging,
    summary: "trains variants that differ by one option alone, from the same start",
    forms: ["compare l2=0,0.001,0.01", "compare rate=0.01,0.1,1 plot=boundary"],
    options: TrainingReader.options.map { option in
      var option = option
      option.standard = "as in the last training"
      return option
    } + [
      OptionDefinition(
        name: "plot", kind: .choice(["boundary", "loss"]), meaning: "a picture of each variant")
    ],
    example: TrainCommand.definition.example + ["compare l2=0,0.001,0.01"], action: .cell(run))

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 0)
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    guard let base = hand.settings else {
      throw Diagnostic(
        "compare repeats the last training with one option different, and there is none",
        at: arguments.command.verb.range, hints: ["train epochs=100 trains the network"])
    }
    let picture = try arguments.choice("plot")
    if picture == "boundary" { try BoundaryPlot.check(data, at: arguments.range(of: "plot")) }
    let variants = try variants(of: hand, base, execution, arguments)
    let control = execution.control
    let outcomes = Comparison(
      examples: data.examples, rows: data.rows(of: .training),
      validationRows: data.rows(of: .validation)
    ).run(
      variants, pool: execution.settings.pool, isInterrupted: control.isInterrupted,
      onTrial: { control.report(.part($0, of: variants.count, name: "networks trained")) })
    if control.isInterrupted() {
      execution.interruption = "interrupted: the notebook is as it was before the comparison"
      return Document()
    }
    return try ComparisonText(
      variants: variants, outcomes: outcomes, data: data, arguments: arguments,
      pool: execution.settings.pool
    ).document(picture: picture)
  }

  /// One variant for each value of the option that has several.
  private static func variants(
    of hand: NetworkInHand, _ base: TrainingSettings, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> [Comparison.Variant] {
    let command = arguments.command
    let lists = command.options.filter { option in
      option.values.count > 1 || option.values.contains { $0.isRange }
    }
    guard let list = lists.first else {
      throw Diagnostic(
        "compare needs an option with several values", at: command.range,
        hints: ["compare l2=0,0.001,0.01"])
    }
    if lists.count > 1 {
      throw Diagnostic(
        "compare changes one thing at a time", at: lists[1].range,
        hints: ["two things changed at once can't be told apart"])
    }
    let values = try expanded(list.values, arguments.evaluator)
    guard values.count <= 24 else {
      throw Diagnostic("compare trains at most 24 variants", at: list.range)
    }
    var start = hand.network
    start.initialize(seed: start.seed)
    return try values.map { (value) throws(Diagnostic) in
      var single = command
      single.arguments = command.arguments.map { argument in
        guard case .option(var option) = argument, option.name == list.name else {
          return argument
        }
        option.values = [value]
        return .option(option)
      }
      let settings = try TrainingReader.settings(
        from: Arguments(single, of: definition, evaluator: arguments.evaluator),
        seed: execution.state.seed, basedOn: base)
      return Comparison.Variant(
        label: "\(list.name.text)=\(text(of: value))", network: start, settings: settings)
    }
  }

  /// A value as a label: numbers without the noise of their last digits.
  private static func text(of value: Expression) -> String {
    guard case .number(let number) = value.kind else { return value.formatted }
    return NumberText.significant(number, digits: 6)
  }

  /// The values with each range spelled out.
  private static func expanded(
    _ values: [Expression], _ evaluator: Evaluator
  ) throws(Diagnostic) -> [Expression] {
    var expanded: [Expression] = []
    for value in values {
      guard case .range(let range) = value.kind else {
        expanded.append(value)
        continue
      }
      expanded += try evaluator.numbers(in: range).map {
        Expression(.number($0), range: value.range)
      }
    }
    return expanded
  }
}

extension Expression {
  var isRange: Bool {
    if case .range = kind { true } else { false }
  }
}
