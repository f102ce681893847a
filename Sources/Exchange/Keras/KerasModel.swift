import JSON
import Networks
import TensorEngine

/// A model of Keras as its text of JSON tells it: layers one behind the other, without weights.
struct KerasModel {
  /// A layer with its class and its settings.
  struct LayerText {
    var name: String
    var kind: String
    var settings: JSONValue
  }

  /// The most layers that are read: a chain of more is no network that learns.
  private static let layerLimit = 1000

  let name: String
  let input: Shape
  let layers: [LayerText]
  private(set) var notes: [ExchangeNote] = []

  /// Reads the text; `place` names it in errors.
  init(reading bytes: some Sequence<UInt8>, place: String) throws(ExchangeError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(reading: bytes)
    } catch {
      throw .json(place, error)
    }
    try self.init(value)
  }

  init(_ value: JSONValue) throws(ExchangeError) {
    guard let kind = value["class_name"]?.string else { throw .structure("class_name") }
    guard let config = value["config"] else { throw .structure("config") }
    let texts: [LayerText]
    switch kind {
    case "Sequential":
      // The first versions of Keras 2 have the list alone.
      guard let list = config.list ?? config["layers"]?.list else {
        throw .structure("config.layers")
      }
      texts = try Self.layers(list)
    case "Functional", "Model":
      texts = try KerasChain.layers(config)
    default: throw .modelClass(kind)
    }
    name = config["name"]?.string ?? "network"
    let first = texts.first?.settings
    let own = first?["batch_shape"] ?? first?["batch_input_shape"]
    let shape = own ?? config["build_input_shape"] ?? value["build_config"]?["input_shape"]
    guard let sizes = shape?.list else { throw .input(nil) }
    if let batch = sizes.first?.whole { notes.append(.batchSize(batch)) }
    let whole = sizes.dropFirst().compactMap(\.whole)
    guard sizes.count > 1, whole.count == sizes.count - 1, whole.allSatisfy({ $0 > 0 }),
      sizes.count <= 9
    else { throw .input(shape?.text) }
    input = Shape(whole)
    layers = texts.filter { $0.kind != "InputLayer" }
    for text in texts where text.kind == "InputLayer" {
      try Self.checkInput(text)
    }
  }

  private static func checkInput(_ text: LayerText) throws(ExchangeError) {
    var settings = KerasSettings(name: text.name, kind: text.kind, text.settings)
    settings.ignore("name", "batch_shape", "batch_input_shape", "sparse", "ragged", "optional")
    for flag in ["sparse", "ragged"] where text.settings[flag] == true {
      throw settings.refusal(of: flag, true)
    }
    // Whole numbers are made floats by the first layer that computes something.
    settings.ignore("dtype")
    try settings.finish()
  }

  /// The layers of a list, in its order.
  static func layers(_ list: [JSONValue]) throws(ExchangeError) -> [LayerText] {
    guard list.count <= layerLimit else {
      throw .tooManyLayers(list.count, limit: layerLimit)
    }
    var layers: [LayerText] = []
    for (index, value) in list.enumerated() {
      guard let kind = value["class_name"]?.string, let settings = value["config"] else {
        throw .structure("config.layers[\(index)]")
      }
      let name = settings["name"]?.string ?? value["name"]?.string ?? "layer \(index + 1)"
      // A class of the student's own may bear the name of one of Keras's.
      if let own = value["registered_name"]?.string, own != kind {
        throw .layer(name: name, kind: own, .unknownClass)
      }
      layers.append(LayerText(name: name, kind: kind, settings: settings))
    }
    return layers
  }
}

/// A functional model whose layers stand one behind the other.
enum KerasChain {
  /// The layers in the order of the chain.
  static func layers(_ config: JSONValue) throws(ExchangeError) -> [KerasModel.LayerText] {
    guard let list = config["layers"]?.list else { throw .structure("config.layers") }
    let texts = try KerasModel.layers(list)
    var next: [String: Int] = [:]
    var start: Int?
    for (index, value) in list.enumerated() {
      let sources = try self.sources(value["inbound_nodes"] ?? .array([]), of: texts[index])
      guard let source = sources.first else {
        guard start == nil else { throw .branch(layer: texts[index].name) }
        start = index
        continue
      }
      guard sources.count == 1, next.updateValue(index, forKey: source) == nil else {
        throw .branch(layer: sources.count == 1 ? source : texts[index].name)
      }
    }
    var chain: [KerasModel.LayerText] = []
    var place = start
    while let index = place, chain.count < texts.count {
      chain.append(texts[index])
      place = next[texts[index].name]
    }
    guard chain.count == texts.count else { throw .structure("config.layers") }
    try checkEnds(config, chain)
    return chain
  }

  /// Refuses a model that gives out what comes in the middle of it.
  private static func checkEnds(
    _ config: JSONValue, _ chain: [KerasModel.LayerText]
  ) throws(ExchangeError) {
    for (member, layer) in [("input_layers", chain.first), ("output_layers", chain.last)] {
      guard let ends = config[member]?.list, let layer else { continue }
      // One end stands by itself, or in a list of its own.
      let names = ends.first?.list == nil ? [ends.first] : ends.map { $0.list?.first }
      guard names.count == 1, names.first??.string == layer.name else {
        throw .branch(layer: layer.name)
      }
    }
  }

  /// The layers whose outputs go into a layer.
  private static func sources(
    _ nodes: JSONValue, of text: KerasModel.LayerText
  ) throws(ExchangeError) -> [String] {
    guard let calls = nodes.list else { throw .structure("inbound_nodes") }
    guard calls.count <= 1 else { throw .branch(layer: text.name) }
    guard let call = calls.first else { return [] }
    if let tensors = call.list {
      // Keras 2: [[["dense", 0, 0, {}]]]
      return try tensors.map { tensor throws(ExchangeError) in
        guard let name = tensor.list?.first?.string else { throw .structure("inbound_nodes") }
        return name
      }
    }
    guard let arguments = call["args"]?.list else { throw .structure("inbound_nodes") }
    if case .object(let named) = call["kwargs"] {
      for member in named where ![.null, .bool(false)].contains(member.value) {
        throw .layer(
          name: text.name, kind: text.kind, .setting(member.name, value: member.value.text))
      }
    }
    return try arguments.map { argument throws(ExchangeError) in
      guard let name = argument["config"]?["keras_history"]?.list?.first?.string else {
        throw .branch(layer: text.name)
      }
      return name
    }
  }
}
