import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `add`, `insert`, `replace` and `remove`: the commands that change the layers of a network.
package enum LayerCommands {
  /// The verbs, for the table of all verbs.
  package static let commands = [add, insert, replace, remove]

  private static let words = LayerTable.kinds + Activation.allCases.map(\.rawValue)
  private static let completion = CommandCompletion(
    following: { _ in words }, options: { $0.first.flatMap(LayerReader.optionNames) },
    meaning: { Activation(rawValue: $0)?.meaning })
  /// The same where the number of a layer comes first.
  private static let placingCompletion = CommandCompletion(
    following: { _ in words }, kinds: [.layers],
    options: { $0.dropFirst().first.flatMap(LayerReader.optionNames) },
    meaning: { Activation(rawValue: $0)?.meaning })
  private static let start = ["data circles points=400", "network"]

  private static let add = CellCommand(
    CommandDefinition(
      verb: "add", family: .network, summary: "adds a layer at the end of the network",
      forms: [
        "add dense 8 tanh", "add conv 8 3x3 relu padding=same", "add maxpool 2x2",
        "add avgpool 2x2 stride=1", "add flatten", "add dropout 0.3", "add activation relu",
        "add batchnorm", "add gaussian_noise 0.1",
      ],
      words: words, options: LayerReader.options, completion: completion,
      example: start + ["add dense 8 tanh l2=0.01"]),
    action: { (execution, arguments) throws(Diagnostic) in
      let layer = try LayerReader.layer(from: arguments, startingAt: 0)
      let pool = execution.settings.pool
      return try changed(&execution, arguments) { (network) throws(EngineError) in
        try network.add(layer, pool: pool)
        return network.layers.count
      }
    })

  private static let insert = placing(
    "insert", summary: "puts a layer before layer N", form: "insert 1 dense 8 tanh",
    after: "add dense 1 sigmoid", isNew: true
  ) { (network, layer, index, pool) throws(EngineError) in
    try network.insert(layer, at: index, pool: pool)
  }

  private static let replace = placing(
    "replace", summary: "puts another layer in the place of layer N",
    form: "replace 1 dense 16 tanh", after: "add dense 8 tanh", isNew: false
  ) { (network, layer, index, pool) throws(EngineError) in
    try network.replace(at: index, with: layer, pool: pool)
  }

  /// A command that puts a layer at a number.
  private static func placing(
    _ verb: String, summary: String, form: String, after line: String, isNew: Bool,
    _ place:
      @escaping @Sendable (inout Network, any Layer, Int, ThreadPool) throws(EngineError)
      -> Void
  ) -> CellCommand {
    CellCommand(
      CommandDefinition(
        verb: verb, family: .network, summary: summary, forms: [form],
        words: words, options: LayerReader.options, completion: placingCompletion,
        example: start + [line, form]),
      action: { (execution, arguments) throws(Diagnostic) in
        let number = try layerNumber(execution, arguments, isNew: isNew)
        let layer = try LayerReader.layer(from: arguments, startingAt: 1)
        let pool = execution.settings.pool
        let old = isNew ? nil : try execution.network(for: arguments).network
        var report = try changed(&execution, arguments) { (network) throws(EngineError) in
          try place(&network, layer, number - 1, pool)
          return number
        }
        report.keptBeginnings = old.map { keptBeginnings(of: number - 1, in: $0, layer) } ?? []
        return report
      })
  }

  /// The parameters of a layer that stay as they were learned, though the layer in its place says
  /// that they begin otherwise.
  private static func keptBeginnings(
    of index: Int, in network: Network, _ layer: any Layer
  ) -> [String] {
    guard network.parameters[index].isLearned else { return [] }
    let input = network.summaries[index].inputShape
    let (old, new) = (network.layers[index].parameters(for: input), layer.parameters(for: input))
    guard old.map(\.name) == new.map(\.name), old.map(\.shape) == new.map(\.shape) else {
      return []
    }
    return zip(old, new).filter { $0.initializer != $1.initializer }.map(\.1.name)
  }

  private static let remove = CellCommand(
    CommandDefinition(
      verb: "remove", family: .network, summary: "takes layer N out of the network",
      forms: ["remove 2"], completion: CommandCompletion(kinds: [.layers]),
      example: start + ["add dense 8 tanh", "add dropout 0.3", "remove 2"]),
    action: { (execution, arguments) throws(Diagnostic) in
      try arguments.expect(atMost: 1)
      let number = try layerNumber(execution, arguments, isNew: false)
      let layer = try execution.network(for: arguments).network.summaries[number - 1]
      let pool = execution.settings.pool
      _ = try edit(&execution, arguments) { (network) throws(EngineError) in
        try network.remove(at: number - 1, pool: pool)
      }
      return RemovedLayerReport(layer)
    })

  /// The layer number that is the first value; one past the last where a new layer may stand.
  private static func layerNumber(
    _ execution: Execution, _ arguments: Arguments, isNew: Bool
  ) throws(Diagnostic) -> Int {
    let layers = try execution.network(for: arguments).network.layers.count
    let verb = arguments.definition.verb
    let value = try arguments.value(0, orSay: "\(verb) needs the number of a layer")
    if let word = value.text, LayerTable.type(of: word) != nil {
      throw Diagnostic(
        "\(verb) needs the number of a layer: \(arguments.definition.forms[0])",
        at: value.range)
    }
    let last = isNew ? layers + 1 : layers
    guard last > 0 else {
      throw Diagnostic("the network has no layers", at: value.range)
    }
    return try arguments.count(value, what: "the layer", in: 1...last)
  }

  /// Changes the network, and keeps its story only where something learned stays.
  private static func edit<Result>(
    _ execution: inout Execution, _ arguments: Arguments,
    _ change: (inout Network) throws(EngineError) -> Result
  ) throws(Diagnostic) -> (result: Result, hand: NetworkInHand) {
    var hand = try execution.network(for: arguments)
    let result: Result
    do {
      result = try change(&hand.network)
    } catch {
      let place = arguments.values.first?.range ?? arguments.command.range
      throw Wording.diagnostic(for: error, in: arguments.command, at: place)
    }
    if !hand.hasLearned {
      hand.history = History()
      (hand.preparation, hand.origin) = (nil, .drawn)
    }
    execution.state.network = hand
    return (result, hand)
  }

  /// Changes the network, and reports the layer whose number `change` gives back.
  private static func changed(
    _ execution: inout Execution, _ arguments: Arguments,
    _ change: (inout Network) throws(EngineError) -> Int
  ) throws(Diagnostic) -> LayerReport {
    let (number, hand) = try edit(&execution, arguments, change)
    try OutputPlace.check(hand.network, changed: number, execution, arguments)
    return LayerReport(hand.network.summaries[number - 1], hasLearned: hand.hasLearned)
  }
}
