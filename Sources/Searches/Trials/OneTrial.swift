import Charts
package import Commands
import Formulas
import Language
import Networks
import Reports
import TensorEngine
package import Tuning
import Workbench

/// One setting, trained as a search would train it, for programs that search by themselves.
package struct OneTrial: Sendable {
  /// Why there is no trial.
  package enum Refusal: Error, Sendable {
    /// A setting is not known, or can't be read.
    case setting(String)
    /// The network of these settings can't be built, or its training came to no finite number.
    case infeasible(String)
    /// The notebook has not what a trial needs.
    case notebook(String)
    /// The training can't go on from its checkpoint.
    case checkpoint(String)
  }

  /// What it came to.
  package struct Result: Sendable {
    /// Whether it was called off before its last epoch.
    package let wasStopped: Bool
    /// What it is judged by; nil where that is not defined.
    package let objective: Double?
    /// The epochs that the network has behind it.
    package let epochs: Int
    /// The epoch whose weights it has, or that was the best on the validation examples.
    package let bestEpoch: Int?
    /// The SHA-256 digest of the file that `save weights net.safetensors` writes of it.
    package let weights: String
  }

  /// What judges it.
  package let criterion: Criterion
  /// What is different about it, as it is typed.
  package let changes: [Comparison.Change]
  var start: NetworkInHand
  var data: DataInHand
  var settings: TrainingSettings
  let state: SessionState

  /// Makes the network of some settings.
  ///
  /// - Parameters:
  ///   - execution: Where the last training of the notebook is known.
  ///   - parameters: Names and values as they would be typed.
  ///   - epochs: How many epochs it is trained; nil for as many as the last training.
  ///   - criterion: The word of what judges it; nil for the usual.
  package init(
    _ execution: Execution, _ parameters: [(name: String, value: String)], epochs: Int?,
    by criterion: String?
  ) throws(Refusal) {
    state = execution.state
    guard let data = execution.state.data, let hand = execution.state.network else {
      throw .notebook("the notebook has no data or no network")
    }
    guard !data.rows(of: .validation).isEmpty else {
      throw .notebook("the notebook has no validation split, so nothing judges a trial")
    }
    self.criterion = try Self.criterion(criterion, data)
    let network = try Self.network(hand, data, execution, parameters)
    (start, self.data) = (hand, data)
    start.network = network.variant.network
    start.history = History()
    settings = network.variant.settings
    settings.maximumSteps = nil
    if let epochs { settings.epochs = epochs }
    changes = network.variant.changes
    if let own = network.variant.scaling { self.data.show(under: own.scaling) }
    if let count = network.examples {
      self.data.learn(
        from: Resampling.subset.rows(
          of: data.rows(of: .training), count: count, seed: settings.seed, number: 1))
    }
  }

  /// The network with what differs, read word by word.
  private static func network(
    _ hand: NetworkInHand, _ data: DataInHand, _ execution: Execution,
    _ parameters: [(name: String, value: String)]
  ) throws(Refusal) -> VariedNetwork {
    let network: VariedNetwork
    do throws(Diagnostic) {
      let line = try StudyLoading.arguments(
        of: "search manual", execution, at: SourceRange(0, 0))
      let maker = try VariantMaker(hand, data, execution, line)
      var options: [Option] = []
      for parameter in parameters { options.append(try option(parameter, execution)) }
      network = try maker.network(changing: options)
    } catch {
      throw .setting(words(of: error))
    }
    if let refusal = network.refusal { throw .infeasible(words(of: refusal)) }
    return network
  }

  static func words(of error: Diagnostic) -> String {
    ([error.message] + error.hints).joined(separator: "; ")
  }

  /// One setting as an option.
  static func option(
    _ parameter: (name: String, value: String), _ execution: Execution
  ) throws(Diagnostic) -> Option {
    let range = SourceRange(0, parameter.name.utf8.count)
    let names = VariantMaker.settings.map(\.name)
    if let misspelt = misspelt(parameter, at: range) { throw misspelt }
    let arguments: Arguments
    let several = Diagnostic(
      "\(parameter.name)=\(parameter.value) is not one setting with one value", at: range,
      hints: ["one is typed as rate=0.01, units(2)=8 or schedule.decay=0.5"])
    do throws(Diagnostic) {
      let text = "search manual \(parameter.name)=\(parameter.value)"
      guard let command = StudyLoading.command(of: text, execution) else { throw several }
      arguments = try StudyLoading.arguments(of: command, execution)
    } catch {
      let word = OptionKey(Name(parameter.name, range: range)).word
      if names.contains(word) { throw error }
      throw Wording.unknownWord(word, what: "setting", among: names, at: range)
    }
    guard arguments.values.count == 1, arguments.command.options.count == 1,
      let option = arguments.command.options.first, option.values.count == 1
    else { throw several }
    guard SearchOptions.areSettings(option.name.text) else {
      throw Wording.unknownWord(option.name.text, what: "setting", among: names, at: range)
    }
    return option
  }

  /// What is said of a name that has the number of a layer in it, and not in parentheses: "units.1".
  private static func misspelt(
    _ parameter: (name: String, value: String), at range: SourceRange
  ) -> Diagnostic? {
    let (name, value) = parameter
    let word = String(name.prefix { $0.isLetter })
    let number = name.dropFirst(word.count).drop { !$0.isNumber }.prefix { $0.isNumber }
    let key = "\(word)(\(number))"
    guard key != name, Int(number) ?? 0 > 0,
      VariantMaker.settings.contains(where: { $0.takes(OptionKey(Name(key, range: range))) })
    else { return nil }
    return Diagnostic(
      "\"\(name)\" is not a setting", at: range,
      hints: ["layer \(number) has its own one in parentheses: \(key)=\(value)"])
  }

  private static func criterion(_ word: String?, _ data: DataInHand) throws(Refusal) -> Criterion {
    let fitting = Criterion.fitting(isClassification: data.isClassification)
    guard let word else { return data.isClassification ? .error : .loss }
    guard let criterion = Criterion(rawValue: word), fitting.contains(criterion) else {
      let words = fitting.map(\.rawValue).joined(separator: ", ")
      throw .setting("\"\(word)\" judges nothing here; there are: \(words)")
    }
    return criterion
  }
}
