import Datasets
import Language
import Networks
import TensorEngine
import Tuning
import Workbench

/// The networks of an ensemble, all about the data in hand.
package struct EnsembleMembers {
  /// The names of the members, in the order typed.
  package let names: [String]
  private let networks: [Network]
  private let ranges: [SourceRange]

  /// Reads the names of two or more networks.
  ///
  /// - Throws: A `Diagnostic` at the name of a network that is not there, comes twice, has no
  ///   layers or other inputs, or learned from other data, other classes or in another scaling.
  init(
    _ values: [Expression], _ data: DataInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    let known = execution.state.networks
    var hands: [NetworkInHand] = []
    for value in values {
      guard !known.isEmpty else {
        throw Diagnostic(
          "there are no networks yet", at: value.range, hints: ["network a starts one"])
      }
      let name = try arguments.word(value, among: known.map(\.name), what: "network")
      guard !hands.contains(where: { $0.name == name }) else {
        throw Diagnostic("\(name) is named twice", at: value.range)
      }
      guard let hand = known.first(where: { $0.name == name }) else { continue }
      try Self.check(hand, after: hands.first, data, at: value.range)
      hands.append(hand)
    }
    guard hands.count > 1 else {
      throw Diagnostic(
        "an ensemble needs two networks or more",
        at: values.last?.range ?? arguments.command.range,
        hints: ["ensemble a b c; copy and network NAME make networks"])
    }
    names = hands.map(\.name)
    networks = hands.map(\.network)
    ranges = values.map(\.range)
  }

  private static func check(
    _ hand: NetworkInHand, after first: NetworkInHand?, _ data: DataInHand, at range: SourceRange
  ) throws(Diagnostic) {
    guard !hand.network.layers.isEmpty else {
      throw Diagnostic("\(hand.name) has no layers", at: range)
    }
    let shape = data.dataset.examples.inputShape
    guard hand.network.inputShape == shape else {
      throw Diagnostic(
        "\(hand.name) takes inputs of \(hand.network.inputShape), the data has \(shape)",
        at: range)
    }
    guard let learned = hand.preparation else { return }
    if let other = first?.preparation, let name = first?.name, other.data != learned.data {
      throw Diagnostic(
        "\(hand.name) learned from \(learned.data), and \(name) from \(other.data)", at: range,
        hints: ["the members of an ensemble answer the same question"])
    }
    let classes = data.dataset.classNames
    guard learned.classNames.isEmpty || learned.classNames == classes else {
      throw Diagnostic(
        "\(hand.name) learned the classes \(list(learned.classNames)), the data has "
          + list(classes), at: range)
    }
    guard learned.features == data.dataset.expansion.map({ SavedNetwork.features(of: $0) }) else {
      throw Diagnostic(
        "\(hand.name) learned from other features than the data has", at: range,
        hints: ["features network computes those of the network in hand"])
    }
    guard learned.scaling?.kind == data.scaler?.kind.rawValue else {
      throw Diagnostic(
        "\(hand.name) learned from inputs \(scaled(learned.scaling?.kind)), the data is "
          + scaled(data.scaler?.kind.rawValue), at: range)
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty
      ? "none" : names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
  }

  private static func scaled(_ kind: String?) -> String {
    kind.map { "scaled \($0)" } ?? "not scaled"
  }

  /// What each member answers for some examples.
  ///
  /// - Throws: A `Diagnostic` at the name of a member whose outputs do not fit the targets or are
  ///   no probabilities of classes.
  func answers(
    _ examples: Examples, rows: [Int32], _ execution: Execution
  ) throws(Diagnostic) -> EnsembleAnswers {
    var classes: [ClassPredictions] = []
    var numbers: [NumberPredictions] = []
    let pool = execution.settings.pool
    for (index, network) in networks.enumerated() {
      do throws(NetworkError) {
        if let found = try network.classPredictions(examples, rows: rows, pool: pool) {
          classes.append(found)
        } else if let found = try network.numberPredictions(examples, rows: rows, pool: pool) {
          numbers.append(found)
        }
      } catch {
        throw Wording.diagnostic(for: error, at: ranges[index])
      }
      guard classes.last?.areProbabilities != false else {
        throw Diagnostic(
          "\(names[index]) gives no probabilities that could be averaged", at: ranges[index],
          hints: ["a last layer with sigmoid or softmax gives them"])
      }
    }
    return classes.isEmpty ? .numbers(numbers) : .classes(classes)
  }
}
