import Charts
import Formulas
package import Language
import Networks
import TensorEngine
package import Tuning
package import Workbench

/// One of the networks that a comparison or a study trains.
package struct VariedNetwork {
  /// The network before its training, with its settings and its label.
  package var variant: Comparison.Variant
  /// How many training examples it gets; nil for all.
  package var examples: Int?
  /// The value of the setting that differs, where it is a number.
  package var number: Double?
}

/// Makes networks that differ from the last training by what the student says, and by nothing
/// else.
package struct VariantMaker {
  /// The network before any training.
  private let start: Network
  private let base: TrainingSettings
  private let available: Int
  private let seed: UInt64
  private let arguments: Arguments

  /// Settings that are no options of a training: they change the network or the data.
  package static let options = [units.definition, dropout.definition, examples.definition]

  private static let units = CommandOption<Int>.count(
    "units", in: 1...1_000_000, standard: "as in the network",
    meaning: "how many units each hidden dense layer has")
  private static let dropout = CommandOption<Double>.number(
    "dropout", .belowOne, standard: "as in the network",
    meaning: "the rate of each dropout layer; without one, of a new one behind each hidden "
      + "dense layer")
  /// Never more than there are.
  private static let examples = CommandOption<Int>.count(
    "examples", in: 1...1_000_000_000, standard: "all",
    meaning: "how many of the training examples are used")

  /// Everything that can differ, in the order of help.
  package static let settings: [OptionDefinition] = TrainingReader.options + options

  /// Begins with the network in hand before its training.
  ///
  /// - Throws: a `Diagnostic` if the network has not been trained: nothing says how to.
  package init(
    _ hand: NetworkInHand, _ data: DataInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    guard let base = hand.settings else {
      let verb = arguments.definition.verb
      throw Diagnostic(
        verb == "compare"
          ? "compare repeats the last training with one option different, and there is none"
          : "this repeats the last training again and again, and there is none",
        at: arguments.command.verb.range, hints: ["train epochs=100 trains the network"])
    }
    var start = hand.network
    start.initialize(seed: start.seed)
    self.start = start
    self.base = base
    self.arguments = arguments
    available = data.rows(of: .training).count
    seed = execution.state.seed
  }

  /// The training as it was.
  package var plain: VariedNetwork {
    var settings = base
    settings.seed = seed
    return VariedNetwork(
      variant: Comparison.Variant(label: "plain", network: start, settings: settings))
  }

  /// One network for each value of a setting, with other changes that all of them have.
  package func networks(
    varying name: Name, over values: [Expression], also others: [Option] = []
  ) throws(Diagnostic) -> [VariedNetwork] {
    try arguments.expanded(values).map { (value) throws(Diagnostic) in
      let option = Option(name: name, values: [value], range: name.range.union(value.range))
      var network = try network(changing: [option], also: others)
      network.number = try? arguments.evaluator.number(value)
      return network
    }
  }

  /// The network of some changes, the options of a `with(…)`, and of others that its label does
  /// not name.
  package func network(
    changing changes: [Option], also others: [Option] = []
  ) throws(Diagnostic) -> VariedNetwork {
    var network = start
    var examples: Int?
    var training: [Argument] = []
    for change in others + changes {
      switch change.name.text {
      case Self.units.name: try setUnits(of: &network, change)
      case Self.dropout.name: try setDropout(of: &network, change)
      case Self.examples.name:
        examples = try arguments.count(
          value(of: change), what: change.name.text, in: 1...available)
      default: training.append(.option(change))
      }
    }
    var command = arguments.command
    command.arguments = training
    let settings = try TrainingReader.settings(
      from: Arguments(
        command, of: arguments.definition.varying, evaluator: arguments.evaluator), seed: seed,
      basedOn: base)
    let label = changes.map { "\($0.name.text)=\($0.values.map(text).joined(separator: ","))" }
    return VariedNetwork(
      variant: Comparison.Variant(
        label: label.joined(separator: " "), network: network, settings: settings),
      examples: examples)
  }

  private func value(of change: Option) throws(Diagnostic) -> Expression {
    guard let value = change.values.first, change.values.count == 1 else {
      throw Diagnostic("\(change.name.text) takes one value here", at: change.range)
    }
    return value
  }

  /// A value as a label: numbers without the noise of their last digits.
  private func text(of value: Expression) -> String {
    guard let number = try? arguments.evaluator.number(value) else { return value.formatted }
    if case .percent = value.kind { return value.formatted }
    return NumberText.significant(number, digits: 6)
  }
}

extension VariantMaker {
  /// The places of the dense layers before the last layer with weights.
  private func hiddenLayers(of network: Network) -> [Int] {
    let last = network.layers.lastIndex { $0.unitLinks == .all }
    return network.layers.indices.filter { network.layers[$0] is Dense && $0 != last }
  }

  private func setUnits(of network: inout Network, _ change: Option) throws(Diagnostic) {
    let value = try value(of: change)
    let units = try arguments.value(value, as: Self.units)
    let places = hiddenLayers(of: network)
    guard !places.isEmpty else {
      throw Diagnostic(
        "the network has no hidden dense layer whose units could differ", at: change.name.range,
        hints: ["insert 1 dense 8 tanh puts one in front"])
    }
    for place in places {
      guard var dense = network.layers[place] as? Dense else { continue }
      dense.units = units
      try edit(&network, at: value.range) { (network) throws(EngineError) in
        try network.replace(at: place, with: dense)
      }
    }
  }

  private func setDropout(of network: inout Network, _ change: Option) throws(Diagnostic) {
    let value = try value(of: change)
    let rate = try arguments.value(value, as: Self.dropout)
    let places = network.layers.indices.filter { network.layers[$0] is Dropout }
    let hidden = hiddenLayers(of: network)
    guard !(places.isEmpty && hidden.isEmpty) else {
      throw Diagnostic(
        "the network has no hidden layer behind which units could be dropped",
        at: change.name.range, hints: ["insert 1 dense 8 tanh puts one in front"])
    }
    for place in places {
      let name = network.layers[place].name
      try edit(&network, at: value.range) { (network) throws(EngineError) in
        try network.replace(at: place, with: Dropout(rate: rate, name: name))
      }
    }
    guard places.isEmpty else { return }
    for place in hidden.reversed() {
      // Behind what belongs to the layer: its normalization and its activation.
      var next = place + 1
      while next < network.layers.count - 1, network.layers[next].worksOnUnits { next += 1 }
      try edit(&network, at: value.range) { (network) throws(EngineError) in
        try network.insert(Dropout(rate: rate), at: next)
      }
    }
  }

  private func edit(
    _ network: inout Network, at range: SourceRange,
    _ change: (inout Network) throws(EngineError) -> Void
  ) throws(Diagnostic) {
    do {
      try change(&network)
    } catch { throw Wording.diagnostic(for: error, in: nil, at: range) }
  }
}

extension Layer {
  /// Whether it changes what the units before it give, as a normalization or an activation does.
  fileprivate var worksOnUnits: Bool { unitLinks == nil && !passesInputs }
}

extension CommandDefinition {
  /// The same command as one that takes what can differ, and nothing else.
  fileprivate var varying: CommandDefinition {
    var definition = self
    definition.options = VariantMaker.settings
    return definition
  }
}
