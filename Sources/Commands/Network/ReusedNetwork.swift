import Charts
import Datasets
import Language
import Networks
import TensorEngine
import Workbench

/// `network upper from=lower.safetensors drop=1`: the first layers of a network, with what they
/// have learned, as the start of a new one.
enum ReusedNetwork {
  static let options = [from.definition, drop.definition]

  static let from = CommandOption<Expression>.expression(
    "from", .word,
    meaning: "a network of this session or a file: its layers with their weights, statistics and "
      + "frozen flags, and the scaling of its inputs; not its optimizer, epochs and history")
  static let drop = CommandOption<Int>.count(
    "drop", in: 0...1_000_000, standard: "0",
    meaning: "how many of its last layers are left behind")

  static func run(
    name: String?, _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    guard let from = try arguments.value(of: from) else { return Document() }
    let source = try self.source(from, execution, arguments)
    try checkInput(of: source.network, execution, arguments, at: from.range)
    let count = try arguments.value(of: drop) ?? 0
    let layers = source.network.layers.count
    guard layers > 0 else {
      throw Diagnostic("\(source.name) has no layers to go on with", at: from.range)
    }
    guard count < layers else {
      throw Diagnostic(
        "\(source.name) has \(Wording.count(layers, "layer")), and at least one must stay",
        at: arguments.range(of: drop))
    }
    let network: Network
    do {
      network = try source.network.reused(
        droppingLast: count, name: name ?? "network", seed: execution.state.seed)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: from.range)
    }
    var hand = NetworkInHand(network: network, preparation: source.preparation)
    if count > 0 { hand.preparation?.classNames = [] }
    execution.state.network = hand
    let notes = LoadedNetwork.notes(on: hand, in: execution.state)
    return Document(
      [.facts(facts(of: network, from: source, dropping: count))] + notes.map { .text($0) })
  }

  /// The network that goes by a name in this session, else the one in a file.
  private static func source(
    _ value: Expression, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> NetworkInHand {
    guard let text = arguments.text(of: value) else {
      throw Diagnostic(
        "from needs the name of a network or of a file", at: value.range,
        hints: ["from=small, from=net.safetensors"])
    }
    if let hand = execution.state.networks.first(where: { $0.name == text }) { return hand }
    let names = execution.state.networks.map(\.name)
    guard text.contains(".") || text.contains("/") else {
      throw names.isEmpty
        ? Diagnostic(
          "no network is called \"\(text)\"", at: value.range,
          hints: ["a file is named with its ending: from=\(text).safetensors"])
        : Wording.unknownWord(text, what: "network", among: names, at: value.range)
    }
    let document = try LoadedNetwork.document(ofFile: text, execution.settings, at: value.range)
    return NetworkInHand(network: document.network, preparation: document.preparation)
  }

  private static func checkInput(
    of network: Network, _ execution: Execution, _ arguments: Arguments, at range: SourceRange
  ) throws(Diagnostic) {
    if arguments.has(NetworkCommand.input) {
      let shape = try NetworkCommand.inputShape(execution, arguments)
      guard shape == network.inputShape else {
        throw Diagnostic(
          "\(network.name) takes inputs of \(network.inputShape), not \(shape)",
          at: arguments.range(of: NetworkCommand.input))
      }
    } else if let data = execution.state.data {
      let shape = data.dataset.examples.inputShape
      guard shape == network.inputShape else {
        throw Diagnostic(
          "\(network.name) takes inputs of \(network.inputShape), the data has \(shape)",
          at: range)
      }
    }
  }

  /// "network upper · 3 layers of lower.safetensors · without #4 dense 5 softmax · input 28x28x1"
  private static func facts(
    of network: Network, from source: NetworkInHand, dropping count: Int
  ) -> [Fact] {
    let layers = network.layers.count
    var facts = [
      Fact(
        "network", .text(network.name),
        text: network.name == "network" ? network.name : "network \(network.name)"),
      Fact(
        "layers", .count(layers), text: "\(Wording.count(layers, "layer")) of \(source.name)"),
    ]
    let dropped = source.network.summaries.suffix(count)
    if count > 0 {
      let shown = dropped.prefix(2).map { "#\($0.number) \($0.text)" }.joined(separator: ", ")
      let more = count > 2 ? " and \(count - 2) more" : ""
      facts.append(Fact("dropped", .count(count), text: "without \(shown)\(more)"))
    }
    return facts + [
      Fact(
        "parameters", .count(network.parameterCount),
        text: Wording.count(network.parameterCount, "parameter")),
      Fact(
        "output", .text(network.outputShape.description), text: "output \(network.outputShape)"),
    ]
  }
}
