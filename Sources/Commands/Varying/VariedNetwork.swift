import Charts
package import Datasets
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
  /// How it sees the inputs scaled; nil where nothing was said of that.
  package var scale: ChosenScale?
  /// The value of the setting that differs, where it is a number.
  package var number: Double?
  /// Why it can't be built, and so is not trained; nil where it can.
  package var refusal: Diagnostic?
}

/// A way to scale that was asked for.
package struct ChosenScale: Sendable {
  /// The way; nil for none.
  package let kind: Scaler.Kind?
}

/// Makes networks that differ from the last training by what the student says, and by nothing
/// else.
package struct VariantMaker {
  /// The network before any training.
  private let start: Network
  private let base: TrainingSettings
  private let data: DataInHand
  private let seed: UInt64
  private let arguments: Arguments

  /// Everything that can differ, in the order of help.
  package static let settings: [OptionDefinition] =
    TrainingReader.options.map { option in
      var option = option
      if option.name == ScheduleReader.option.name { option.parts = .setting }
      return option
    } + Variation.all.map(\.option)

  /// Begins with the network in hand before its training.
  ///
  /// - Throws: a `Diagnostic` if the network has not been trained: nothing says how to.
  package init(
    _ hand: NetworkInHand, _ data: DataInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    guard let base = hand.settings else {
      let repeated =
        switch arguments.definition.verb {
        case "compare": "compare repeats the last training with one option different"
        case "train": "this repeats the last training"
        default: "this repeats the last training again and again"
        }
      throw Diagnostic(
        "\(repeated), and there is none",
        at: arguments.command.verb.range, hints: ["train epochs=100 trains the network"])
    }
    var start = hand.network
    start.initialize(seed: start.seed, pool: execution.settings.pool)
    self.start = start
    self.base = base
    self.arguments = arguments
    self.data = data
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
  ///
  /// - Throws: A `Diagnostic` for what can't be read, and where none of them can be built.
  package func networks(
    varying name: Name, over values: [Expression], also others: [Option] = []
  ) throws(Diagnostic) -> [VariedNetwork] {
    let networks = try arguments.expanded(values).map { (value) throws(Diagnostic) in
      let option = Option(name: name, values: [value], range: name.range.union(value.range))
      var network = try network(changing: [option], also: others)
      network.number = try? arguments.evaluator.number(value)
      return network
    }
    try Self.refuseUnlessOneIsBuilt(networks)
    return networks
  }

  /// Refuses networks of which none can be built, as the first of them is.
  package static func refuseUnlessOneIsBuilt(_ networks: [VariedNetwork]) throws(Diagnostic) {
    if let first = networks.first?.refusal, networks.allSatisfy({ $0.refusal != nil }) {
      throw first
    }
  }

  /// The network of some changes, the options of a `with(…)`, and of others that its label does
  /// not name. One that can't be built says why.
  ///
  /// - Throws: A `Diagnostic` for a value that can't be read.
  package func network(
    changing changes: [Option], also others: [Option] = []
  ) throws(Diagnostic) -> VariedNetwork {
    var network = plain
    let all = others + changes
    let keys = all.map { OptionKey($0.name) }
    network.variant.name(
      after: zip(keys.suffix(changes.count), changes).map { change(of: $0.word, $1) })
    var steps: [Variation.Change] = []
    var varied: Set<Int> = []
    for variation in Variation.all {
      for (place, option) in all.enumerated() where variation.option.takes(keys[place]) {
        varied.insert(place)
        steps.append(try variation.read(VariedValue(option, data, arguments)))
      }
    }
    try Self.refuseTwoRates(all)
    let parts = all.indices.filter { !keys[$0].path.isEmpty }
    do throws(Diagnostic) {
      network.variant.settings = try settings(
        of: all.indices.filter { keys[$0].path.isEmpty && !varied.contains($0) }.map { all[$0] })
      for part in parts.map({ all[$0] }) {
        try SchedulePart(part, arguments).change(&network.variant.settings.rateControl)
      }
    } catch {
      let isTyped = changes.contains { change in
        change.values.contains {
          $0.range.lowerBound <= error.range.lowerBound
            && error.range.upperBound <= $0.range.upperBound
        }
      }
      guard !isTyped else { throw error }
      network.refusal = error
      return network
    }
    do throws(Diagnostic) {
      for step in steps { try step(&network) }
    } catch { network.refusal = error }
    return network
  }

  /// An option as what it changes.
  package func change(of option: Option) -> Comparison.Change {
    change(of: OptionKey(option.name).word, option)
  }

  private func change(of setting: String, _ option: Option) -> Comparison.Change {
    Comparison.Change(
      of: setting, option.name.text, option.values.map(text).joined(separator: ","))
  }

  /// The rate stands at one place: either would overwrite the other.
  private static func refuseTwoRates(_ options: [Option]) throws(Diagnostic) {
    let rate = TrainingSetting.rate.name
    let ofSchedule = "\(ScheduleReader.option.name).\(rate)"
    guard options.contains(where: { $0.name.text == rate }),
      let second = options.first(where: { $0.name.text == ofSchedule })
    else { return }
    throw Diagnostic(
      "\(rate)= and \(ofSchedule)= both say what the rate is", at: second.name.range,
      hints: [
        "one of them: \(rate)=…, or \(ofSchedule)=… for the rate that the schedule begins with"
      ])
  }

  /// The settings of the training, with options of a training.
  private func settings(of options: [Option]) throws(Diagnostic) -> TrainingSettings {
    var command = arguments.command
    command.arguments = options.map { .option($0) }
    return try TrainingReader.settings(
      fromAll: Arguments(
        command, of: arguments.definition.varying, evaluator: arguments.evaluator), seed: seed,
      basedOn: base)
  }

  /// A value as a label: numbers without the noise of their last digits.
  private func text(of value: Expression) -> String {
    guard let number = try? arguments.evaluator.number(value) else { return value.formatted }
    if case .percent = value.kind { return value.formatted }
    return NumberText.typed(number)
  }
}

extension CommandDefinition {
  /// The same command as one that takes what can differ, and nothing else.
  fileprivate var varying: CommandDefinition {
    var definition = self
    definition.options = VariantMaker.settings
    return definition
  }
}
