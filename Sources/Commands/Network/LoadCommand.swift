import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `load network net.safetensors`, `load network net.keras`, `load weights net.npz`,
/// `load study circles.journal`
package enum LoadCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "load", family: .network,
    summary: "reads a network or a study from a file, or weights into the network",
    forms: [
      "load network net.safetensors", "load network net.safetensors NAME",
      "load network net.keras", "load weights net.npz", "load weights net.weights.h5",
      "load study circles.journal",
    ],
    words: things, options: [CriterionReader.option.definition],
    completion: CommandCompletion(wordsBeforeFiles: things), touches: .reads,
    example: [])

  private static let things = ["network", "weights", study]
  private static let study = "study"

  /// The verb, for the table of all verbs.
  ///
  /// - Parameter studies: Reads a study, which the rooms above know.
  package static func command(studies: @escaping CellCommand.Action) -> CellCommand {
    CellCommand(definition) { (execution, arguments) throws(Diagnostic) in
      if arguments.values.first?.text == study { return try studies(&execution, arguments) }
      return try run(&execution, arguments)
    }
  }

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let first = try arguments.value(
      0, orSay: "load needs to know what: network, weights or study")
    let word = try arguments.word(first, among: definition.words, what: "thing to load")
    try arguments.expect(atMost: word == "network" ? 3 : 2)
    let value = try arguments.value(1, orSay: "load \(word) needs the name of a file")
    guard let path = value.text else {
      throw Diagnostic("the name of a file is expected", at: value.range)
    }
    if let option = arguments.given(CriterionReader.option) {
      throw Diagnostic(
        "by= says what the trials of a study were judged by, and this is none", at: option.range)
    }
    if word == "network" { return try loadNetwork(path, &execution, arguments) }
    return try loadWeights(path, &execution, arguments)
  }

  private static func loadNetwork(
    _ path: String, _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> LoadedNetworkReport {
    let content = try LoadedNetwork.content(
      ofFile: path, execution.settings, seed: execution.state.seed,
      at: arguments.values[1].range)
    var document = content.document
    if arguments.values.count > 2 {
      guard let name = arguments.text(of: arguments.values[2]) else {
        throw Diagnostic("the name of a network is a word", at: arguments.values[2].range)
      }
      document.network.name = name
    }
    let hand = NetworkInHand(
      network: document.network, history: document.history, settings: document.settings,
      preparation: document.preparation, unfinished: document.run)
    execution.state.network = hand
    return LoadedNetworkReport(
      NetworkFigures(of: hand.network), from: path,
      notes: content.notes + notes(on: hand, in: execution.state))
  }

  /// What a student should know before going on with a network that was loaded.
  private static func notes(on hand: NetworkInHand, in state: SessionState) -> [String] {
    var notes = ResumeCommand.note(on: hand).map { [$0] } ?? []
    if let seed = hand.settings?.seed, seed != state.seed {
      notes.append(
        "It was trained with seed \(seed), and this session has seed \(state.seed): "
          + "seed \(seed) goes on with its own shuffles.")
    }
    return notes + LoadedNetwork.notes(on: hand, in: state)
  }

  private static func loadWeights(
    _ path: String, _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> LoadedWeightsReport {
    var hand = try execution.network(for: arguments)
    let range = arguments.values[1].range
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try DatasetFolders(execution.settings).bytes(ofFile: path)
    } catch {
      throw Wording.diagnostic(for: error, at: range)
    }
    let tensors = try WeightsFile.tensors(
      in: bytes, path: path, for: hand.network, at: range)
    do throws(NetworkFileError) {
      try hand.network.setParameters(tensors)
    } catch {
      throw Wording.diagnostic(for: error, file: path, at: range)
    }
    let hadStory = !hand.history.records.isEmpty
    hand.history = History()
    (hand.preparation, hand.origin) = (nil, .elsewhere)
    execution.state.network = hand
    return LoadedWeightsReport(
      from: path, parameters: hand.network.parameterCount, forgetsHistory: hadStory)
  }
}
