package import Charts
package import Commands
import Formulas
package import Language
import Networks
import Reports
import TensorEngine
import Tuning
package import Workbench

/// Settings of the last training that are turned as knobs: at each place of them the training runs
/// again from the same start.
package struct Turn: Sendable {
  /// A setting with the values that it can be turned to.
  package struct Knob: Sendable {
    /// Its name as it is typed: "l2", "units(2)".
    package let name: String
    /// Its values as they are typed, in order.
    package let values: [String]
    fileprivate let option: Option
    fileprivate let expressions: [Expression]

    fileprivate func option(at place: Int) -> Option {
      Option(name: option.name, values: [expressions[place]], range: option.range)
    }
  }

  /// What is seen at one place of the knobs.
  package struct View: Sendable {
    /// The picture and the curves; what went wrong in the place of them.
    package let document: Document
    /// The errors: "error: training 5.0%, validation 1.7%".
    package let figures: String
    /// What it is judged by, as text: "validation error 1.7%"; empty where nothing came of it.
    package let judgement: String
    /// The same as a number, the less the better; nil where nothing came of it.
    package let score: Double?
  }

  /// The most values of a knob.
  private static let mostValues = 200
  /// So many values are all looked at before the view opens; of more, the ends.
  private static let mostChecked = 24
  private static let plot = CommandOption<ComparisonPicture>.choice(
    "plot", standard: "boundary, or else loss", meaning: "the picture beside the curves")

  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "turn", family: .judging,
    summary: "turns settings as knobs, at a terminal: each turn trains again from the same start",
    forms: [
      "turn l2=0.0001..0.1 log plot=boundary", "turn units=1..64 log rate=0.01,0.1",
      "turn activation=relu,tanh plot=activations",
    ],
    options: VariantMaker.settings.filter { option in
      !Variation.ofData.contains { $0.option.name == option.name }
    }.map { option in
      var option = option
      option.standard = "as in the last training"
      return option
    } + [plot.definition],
    example: [])

  /// The knobs, in the order typed.
  package let knobs: [Knob]
  private let fixed: [Option]
  private let scene: Scene
  private let command: Command

  /// Reads the knobs.
  ///
  /// - Throws: A `Diagnostic` for values that can't be read, for a network that was not trained and
  ///   for a picture that it has not.
  package init(_ execution: Execution, _ arguments: Arguments) throws(Diagnostic) {
    try arguments.expect(atMost: 0)
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let maker = try VariantMaker(hand, data, execution, arguments)
    command = arguments.command
    scene = Scene(
      try Self.picture(hand, data, execution, arguments).line(in: command), in: execution)
    let options = command.options.filter { $0.name.text != Self.plot.name }
    var (knobs, fixed): ([Knob], [Option]) = ([], [])
    for option in options {
      let values = try arguments.expanded(option.values)
      if values.count > 1 {
        knobs.append(try Self.knob(option, values))
      } else {
        fixed.append(option)
      }
    }
    guard !knobs.isEmpty else {
      throw Diagnostic(
        "turn needs an option with several values", at: command.range,
        hints: ["turn l2=0.0001..0.1 log"])
    }
    (self.knobs, self.fixed) = (knobs, fixed)
    try MemoryBudget.$current.withValue(scene.budget) {
      Result { () throws(Diagnostic) in for knob in knobs { try check(knob, maker) } }
    }.get()
  }

  private static func knob(_ option: Option, _ values: [Expression]) throws(Diagnostic) -> Knob {
    guard values.count <= mostValues else {
      throw Diagnostic(
        "a knob has at most \(mostValues) values, and these are \(values.count)", at: option.range,
        hints: ["\(option.name.text)=1..64 log has a few of a range"])
    }
    // As they are shown, so that the line that is kept says what was seen.
    let shown = values.map { value -> Expression in
      guard case .number(let number) = value.kind,
        let short = Double(NumberText.significant(number, digits: 6))
      else { return value }
      return Expression(.number(short), range: value.range)
    }
    return Knob(
      name: option.name.text, values: shown.map(\.formatted), option: option, expressions: shown)
  }

  /// Refuses values that can't be read, and a knob at which no network can be built.
  private func check(_ knob: Knob, _ maker: VariantMaker) throws(Diagnostic) {
    let all = knob.values.indices
    let places = all.count <= Self.mostChecked ? Array(all) : [0, all.count - 1]
    var networks: [VariedNetwork] = []
    for place in places {
      networks.append(try maker.network(changing: [knob.option(at: place)], also: fixed))
    }
    try VariantMaker.refuseUnlessOneIsBuilt(networks)
  }

  /// The picture that is asked for, or the usual one.
  private static func picture(
    _ hand: NetworkInHand, _ data: DataInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ComparisonPicture {
    func check(_ picture: ComparisonPicture) throws(Diagnostic) {
      let network = PicturedNetwork(
        hand, on: data, execution, arguments, at: arguments.range(of: plot))
      for requirement in picture.requirements { try network.require(requirement) }
    }
    guard let picture = try arguments.value(of: plot) else {
      return (try? check(.boundary)) != nil ? .boundary : .loss
    }
    try check(picture)
    return picture
  }
}

extension ComparisonPicture {
  fileprivate func line(in command: Command) -> Command {
    var plot = command
    plot.verb = Name(PlotCommand.definition.verb, range: command.verb.range)
    plot.arguments = [.value(Expression(.word(rawValue), range: command.range))]
    return plot
  }

}

// What is seen.
extension Turn {
  /// Trains at a place of each knob, and shows what comes of it; nil where it was passed over.
  package func view(at places: [Int], control: RunControl) -> View? {
    let execution = scene.execution(control: control)
    return Interruption.$current.withValue(control.interruption) {
      MemoryBudget.$current.withValue(scene.budget) {
        do throws(Diagnostic) {
          return try trained(at: places, execution)
        } catch {
          return control.isInterrupted() ? nil : Self.failure(error.message)
        }
      }
    }
  }

  private func trained(at places: [Int], _ execution: Execution) throws(Diagnostic) -> View? {
    let arguments = try Arguments(command, of: Self.definition, evaluator: execution.evaluator)
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let maker = try VariantMaker(hand, data, execution, arguments)
    let options = zip(knobs, places).map { $0.option(at: $1) }
    let network = try maker.network(changing: options, also: fixed)
    if let refusal = network.refusal { throw refusal }
    guard let outcome = try execution.outcomes(of: [network.variant], on: data, arguments)?.first
    else {
      return nil
    }
    switch outcome {
    case .failure(let error):
      throw Wording.diagnostic(for: error, in: command, at: command.range)
    case .success(let trial):
      return try Self.view(of: trial, hand.after(trial), scene)
    }
  }

  private static func view(
    of trial: Comparison.Trial, _ hand: NetworkInHand, _ scene: Scene
  ) throws(Diagnostic) -> View {
    let curves = Chart.line(HistoryChart.loss(of: hand, .epochs))
    let picture = try scene.picture(of: hand).pictures.first
    let charts = picture?.charts ?? []
    return View(
      document: scene.document([
        .grid(
          ChartGrid(
            charts: charts == [curves] ? charts : charts + [curves],
            caption: picture?.caption ?? ""))
      ]),
      figures: trial.figures, judgement: trial.judgement, score: trial.score)
  }

  private static func failure(_ message: String) -> View {
    View(document: Document([.text(message)]), figures: "", judgement: "", score: nil)
  }
}

// What is typed.
extension Turn {
  /// The line that makes what is seen at a place of each knob the network in hand.
  package func line(at places: [Int]) -> String {
    let turned = zip(knobs, places).map { "\($0.name)=\($0.values[$1])" }
    let others = fixed.map { Argument.option($0).text }
    return (["train", RepeatedTraining.word] + others + turned).joined(separator: " ")
  }

  /// The lines that compare the values of each knob, wherever they are typed.
  package static func lines(
    instead command: Command, _ arguments: Arguments
  ) throws(Diagnostic) -> [String] {
    let picture = command.option(plot.name).map { [Argument.option($0).text] } ?? []
    var lines: [String] = []
    for option in command.options where option.name.text != plot.name {
      let values = try arguments.expanded(option.values)
      guard values.count > 1 else { continue }
      let few = values.count <= mostChecked
      let typed =
        few
        ? Argument.option(option).text
        : "\(option.name.text)=" + spread(values).map(\.formatted).joined(separator: ",")
      lines.append((["compare", typed] + picture).joined(separator: " "))
    }
    return lines.isEmpty ? ["compare l2=0,0.001,0.01 plot=boundary"] : lines
  }

  /// A few of many values, both ends among them.
  private static func spread(_ values: [Expression]) -> [Expression] {
    (0..<6).map { values[$0 * (values.count - 1) / 5] }
  }
}

extension NetworkInHand {
  /// It as it would be if its training had been another one.
  fileprivate func after(_ trial: Comparison.Trial) -> NetworkInHand {
    var hand = self
    hand.network = trial.result.network
    hand.history = trial.result.history
    hand.settings = trial.settings
    return hand
  }
}

extension Comparison.Trial {
  /// The error that it is judged by, or else the loss: of the validation examples where there are
  /// some.
  fileprivate var score: Double { judge.error ?? judge.dataLoss }

  fileprivate var judgement: String {
    let part = validation == nil ? "training" : "validation"
    return "\(part) \(Self.text(of: judge))"
  }

  /// "training error 5.0%, loss 0.1046 · validation error 1.7%, loss 0.09933"
  fileprivate var figures: String {
    [("training", training), ("validation", validation)].compactMap { part, evaluation in
      evaluation.map { evaluation in
        let loss = "loss \(TrainingText.number(evaluation.dataLoss))"
        return "\(part) "
          + (evaluation.error == nil ? loss : "\(Self.text(of: evaluation)), \(loss)")
      }
    }.joined(separator: " · ")
  }

  private var judge: Evaluation { validation ?? training }

  private static func text(of evaluation: Evaluation) -> String {
    evaluation.error.map { "error \(NumberText.percent($0, places: 1))" }
      ?? "loss \(TrainingText.number(evaluation.dataLoss))"
  }
}
