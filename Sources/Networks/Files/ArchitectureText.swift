import JSON
import TensorEngine

/// What a network is made of, as JSON:
/// `{"name": …, "input": [28, 28, 1], "layers": [{"kind": "dense", "units": 8, …}, …]}`.
///
/// A layer's members are its kind and its settings as its `Codable` conformance names them, so
/// that a new layer needs nothing here.
struct ArchitectureText {
  static let layerLimit = 10_000

  var name: String
  var inputShape: Shape
  var layers: [any Layer]

  init(_ network: Network) {
    name = network.name
    inputShape = network.inputShape
    layers = network.layers
  }

  func json() throws(JSONError) -> JSONValue {
    var list: [JSONValue] = []
    for layer in layers {
      var members = [JSONValue.Member("kind", .string(layer.kind))]
      if case .object(let settings) = try JSONValue(encoding: layer) { members += settings }
      list.append(.object(members))
    }
    return [
      "name": .string(name), "input": try JSONValue(encoding: inputShape), "layers": .array(list),
    ]
  }

  /// Reads it, and tries every layer with its input.
  ///
  /// - Throws: `NetworkFileError` that names the layer at fault.
  init(reading value: JSONValue) throws(NetworkFileError) {
    let head = try NetworkFileError.reading(.note("architecture")) { () throws(JSONError) in
      try value.decoded(Head.self)
    }
    name = head.name
    inputShape = head.input
    try NetworkDocument.checkName(name)
    guard (1...8).contains(inputShape.rank),
      (1...Network.parameterLimit).contains(inputShape.count)
    else { throw .content(.badInput(inputShape)) }
    guard case .array(let list)? = value["layers"], list.count <= Self.layerLimit else {
      throw .part(.note("architecture"), .content(.badLayerList))
    }
    layers = []
    for (index, element) in list.enumerated() {
      layers.append(try Self.layer(element, number: index + 1))
    }
  }

  private struct Head: Decodable {
    var name: String
    var input: Shape
  }

  private static func layer(
    _ value: JSONValue, number: Int
  ) throws(NetworkFileError) -> any Layer {
    guard case .string(let word)? = value["kind"] else {
      throw .content(.noKind(layer: number))
    }
    guard let type = LayerTable.type(of: word) else {
      throw .content(.unknownKind(layer: number, word))
    }
    let layer = try NetworkFileError.reading(.layer(number, word)) { () throws(JSONError) in
      try decoded(type, from: value)
    }
    if let name = layer.name { try NetworkDocument.checkName(name) }
    return layer
  }

  private static func decoded<Kind: Layer>(
    _ type: Kind.Type, from value: JSONValue
  ) throws(JSONError) -> any Layer {
    try value.decoded(type)
  }
}
