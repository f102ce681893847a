extension JSONValue {
  /// The value as JSON, as its type's `Encodable` conformance says.
  ///
  /// Numbers keep their bits: integers are written in full, those of 64 bits without a sign as a
  /// string, and so are infinities and NaN ("inf", "-inf", "nan"). A case of an enum with one
  /// unnamed value, such as `.adam(settings)`, is `{"adam": settings}`.
  ///
  /// - Throws: `JSONError` where a type encodes something that JSON can't hold.
  public init(encoding value: some Encodable) throws(JSONError) {
    let node = EncodedNode()
    do {
      try node.encode(value, path: [])
    } catch let error as JSONError {
      throw error
    } catch {
      throw .notWritable
    }
    self = node.value
  }
}

/// A value that is being put together by an encoder and its containers, which share it.
private final class EncodedNode {
  private enum Kind {
    case nothing, value, members, elements
  }

  private var kind = Kind.nothing
  private var single = JSONValue.null
  private var members: [(name: String, node: EncodedNode)] = []
  private var elements: [EncodedNode] = []

  var value: JSONValue {
    switch kind {
    case .nothing: .object([])
    case .value: single
    case .elements: .array(elements.map(\.value))
    case .members:
      members.count == 1 && members[0].name == "_0"
        ? members[0].node.value
        : .object(members.map { JSONValue.Member($0.name, $0.node.value) })
    }
  }

  var elementCount: Int { elements.count }

  func set(_ value: JSONValue) {
    kind = .value
    single = value
  }

  func beginMembers() { kind = .members }

  func beginElements() { kind = .elements }

  func member(_ name: String) -> EncodedNode {
    if let known = members.first(where: { $0.name == name }) { return known.node }
    let node = EncodedNode()
    members.append((name, node))
    return node
  }

  func element() -> EncodedNode {
    let node = EncodedNode()
    elements.append(node)
    return node
  }

  func encode(_ value: some Encodable, path: [any CodingKey]) throws {
    switch value {
    case let value as String: set(.string(value))
    case let value as Bool: set(.bool(value))
    case let value as Double: set(Self.number(value))
    case let value as Float: set(Self.number(Double(value)))
    case let value as UInt64: set(.string(String(value)))
    case let value as UInt: set(.string(String(value)))
    case let value as any BinaryInteger & Encodable: set(.integer(Int(clamping: value)))
    default: try value.encode(to: NodeEncoder(node: self, codingPath: path))
    }
  }

  private static func number(_ value: Double) -> JSONValue {
    if value.isFinite { return .number(value) }
    return .string(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf")
  }
}

private struct NodeEncoder: Encoder {
  let node: EncodedNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.beginMembers()
    return KeyedEncodingContainer(Members<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.beginElements()
    return Elements(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(node: node, codingPath: codingPath)
  }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: EncodedNode
  let codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) { node.member(key.stringValue).set(.null) }

  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    try node.member(key.stringValue).encode(value, path: codingPath + [key])
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder(key.stringValue, key).container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key.stringValue, key).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { encoder("super", nil) }

  mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(key.stringValue, key) }

  private func encoder(_ name: String, _ key: Key?) -> NodeEncoder {
    NodeEncoder(node: node.member(name), codingPath: codingPath + (key.map { [$0] } ?? []))
  }
}

private struct Elements: UnkeyedEncodingContainer {
  let node: EncodedNode
  let codingPath: [any CodingKey]
  var count: Int { node.elementCount }

  mutating func encodeNil() { node.element().set(.null) }

  mutating func encode(_ value: some Encodable) throws {
    try node.element().encode(value, path: codingPath)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    NodeEncoder(node: node.element(), codingPath: codingPath).container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    NodeEncoder(node: node.element(), codingPath: codingPath).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    NodeEncoder(node: node.element(), codingPath: codingPath)
  }
}

private struct Single: SingleValueEncodingContainer {
  let node: EncodedNode
  let codingPath: [any CodingKey]

  mutating func encodeNil() { node.set(.null) }

  mutating func encode(_ value: some Encodable) throws {
    try node.encode(value, path: codingPath)
  }
}
