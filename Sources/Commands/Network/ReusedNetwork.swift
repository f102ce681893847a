import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `network upper from=lower.safetensors drop=1`: the first layers of a network, with what they
/// have learned, as the start of a new one.
enum ReusedNetwork {
  static let options = [from.definition, drop.definition]

  static let from = CommandOption<Expression>.expression(
    "from", .word, names: [.networks, .files],
    meaning: "a network of this session or a file: its layers with their weights, statistics and "
      + "frozen flags, and the scaling of its inputs; not its optimizer, epochs and history")
  static let drop = CommandOption<Int>.count(
    "drop", in: 0...1_000_000, usual: 0,
    meaning: "how many of its last layers are left behind")

  static func run(
    _ from: Expression, name: String?, _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ReusedNetworkReport {
    let (source, left) = try self.source(from, execution, arguments)
    try checkInput(of: source.network, execution, arguments, at: from.range)
    let count = try arguments.valueOrUsual(of: drop)
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
    var hand = NetworkInHand(
      network: network, preparation: source.preparation, origin: source.origin)
    if count > 0 { hand.preparation?.classNames = [] }
    execution.state.network = hand
    return ReusedNetworkReport(
      network, from: source.network, dropping: count, learnedFrom: source.preparation?.data,
      notes: left + LoadedNetwork.notes(on: hand, in: execution.state))
  }

  /// The network that goes by a name in this session, else the one in a file, with what was left
  /// behind of that.
  private static func source(
    _ value: Expression, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> (hand: NetworkInHand, left: [String]) {
    guard let text = arguments.text(of: value) else {
      throw Diagnostic(
        "from needs the name of a network or of a file", at: value.range,
        hints: ["from=small, from=net.safetensors"])
    }
    if let hand = execution.state.networks.first(where: { $0.name == text }) { return (hand, []) }
    let names = execution.state.networks.map(\.name)
    guard text.contains(".") || text.contains("/") else {
      throw names.isEmpty
        ? Diagnostic(
          "no network is called \"\(text)\"", at: value.range,
          hints: ["a file is named with its ending: from=\(text).safetensors"])
        : Wording.unknownWord(text, what: "network", among: names, at: value.range)
    }
    let content = try LoadedNetwork.content(
      ofFile: text, execution.settings, seed: execution.state.seed, at: value.range)
    let document = content.document
    return (
      NetworkInHand(network: document.network, preparation: document.preparation), content.notes
    )
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
}
