extension JSONValue {
  /// The value of a type that is written in this JSON, as its `Decodable` conformance says; the
  /// counterpart of ``init(encoding:)``.
  ///
  /// Members that the type does not know are passed over.
  ///
  /// - Throws: `JSONError` that names the place, "layers[2].units", and what is wrong there.
  public func decoded<Value: Decodable>(_ type: Value.Type) throws(JSONError) -> Value {
    do {
      return try ValueDecoder(value: self, codingPath: []).decode(type)
    } catch let error as JSONError {
      throw error
    } catch let error as DecodingError {
      throw JSONError(error)
    } catch {
      throw .value([], .refused("\(error)"))
    }
  }

  /// The same object with the members of another that it does not have: settings that are newer
  /// than a file take their defaults.
  public func completed(by defaults: JSONValue) -> JSONValue {
    guard case .object(let members) = self, case .object(let others) = defaults else { return self }
    let names = Set(members.map(\.name))
    return .object(members + others.filter { !names.contains($0.name) })
  }
}

extension JSONError {
  /// What a type's own conformance says.
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self = .value(Self.steps(context.codingPath), .missing(key.stringValue))
    case .valueNotFound(_, let context), .typeMismatch(_, let context),
      .dataCorrupted(let context):
      self = .value(Self.steps(context.codingPath), .refused(context.debugDescription))
    @unknown default: self = .value([], .unreadable)
    }
  }

  /// The way to a value; "_0", which stands for the whole of it, is no step.
  fileprivate static func steps(_ path: [any CodingKey]) -> [Step] {
    path.filter { $0.stringValue != "_0" }.map { key in
      key.intValue.map { .element($0) } ?? .member(key.stringValue)
    }
  }
}

/// A number of an element, for the path of an error.
private struct ElementKey: CodingKey {
  let index: Int
  var stringValue: String { String(index) }
  var intValue: Int? { index }

  init(_ index: Int) { self.index = index }
  init?(stringValue: String) { nil }
  init?(intValue: Int) { index = intValue }
}

private struct ValueDecoder: Decoder {
  let value: JSONValue
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Members<Key>(value: value, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = value else { throw mismatch(.expected(.list)) }
    return Elements(elements: elements, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    switch type {
    case is String.Type: return try cast(string())
    case is Bool.Type: return try cast(bool())
    case is Double.Type: return try cast(number())
    case is Float.Type: return try cast(Float(number()))
    case let type as any (FixedWidthInteger & Decodable).Type:
      return try cast(integer(type))
    default: break
    }
    do {
      return try type.init(from: self)
    } catch DecodingError.dataCorrupted(let context)
      where context.debugDescription.hasPrefix("Cannot initialize")
    {
      // What the default conformance of an enum with raw values says.
      throw mismatch(.unknown(value))
    } catch DecodingError.typeMismatch(_, let context)
      where context.debugDescription.hasPrefix("Invalid number of keys found")
    {
      // What the synthesized conformance of an enum says.
      throw mismatch(.unknown(nil))
    }
  }

  private func cast<Value, Given>(_ given: Given) throws -> Value {
    guard let value = given as? Value else { throw mismatch(.unreadable) }
    return value
  }

  private func string() throws -> String {
    guard case .string(let text) = value else { throw mismatch(.expected(.text)) }
    return text
  }

  private func bool() throws -> Bool {
    guard case .bool(let flag) = value else { throw mismatch(.expected(.truth)) }
    return flag
  }

  private func number() throws -> Double {
    switch value {
    case .number(let number): return number
    case .integer(let integer): return Double(integer)
    case .string("inf"): return .infinity
    case .string("-inf"): return -.infinity
    case .string("nan"): return .nan
    default: throw mismatch(.expected(.number))
    }
  }

  private func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
    switch value {
    case .integer(let integer):
      if let number = Number(exactly: integer) { return number }
    case .string(let text):
      if let number = Number(text) { return number }
    default: break
    }
    throw mismatch(.expected(.wholeNumber))
  }

  func mismatch(_ fault: JSONError.ValueFault) -> JSONError {
    .value(JSONError.steps(codingPath), fault)
  }
}

/// The members of an object. A case with one unnamed value is written without its "_0", so that
/// key stands for the whole.
private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let value: JSONValue
  let codingPath: [any CodingKey]

  private var members: [JSONValue.Member] {
    if case .object(let members) = value { members } else { [] }
  }

  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool { value(of: key) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try found(key) == .null }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder(key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try decoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(key).unkeyedContainer()
  }

  func superDecoder() -> any Decoder { ValueDecoder(value: value, codingPath: codingPath) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

  private func value(of key: Key) -> JSONValue? {
    let name = key.stringValue
    return members.first { $0.name == name }?.value ?? (name == "_0" ? value : nil)
  }

  private func found(_ key: Key) throws -> JSONValue {
    if let found = value(of: key) { return found }
    let decoder = ValueDecoder(value: value, codingPath: codingPath)
    guard case .object = value else { throw decoder.mismatch(.expected(.object)) }
    throw decoder.mismatch(.missing(key.stringValue))
  }

  private func decoder(_ key: Key) throws -> ValueDecoder {
    ValueDecoder(value: try found(key), codingPath: codingPath + [key])
  }
}

private struct Elements: UnkeyedDecodingContainer {
  let elements: [JSONValue]
  let codingPath: [any CodingKey]
  var currentIndex = 0

  init(elements: [JSONValue], codingPath: [any CodingKey]) {
    self.elements = elements
    self.codingPath = codingPath
  }

  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  mutating func decodeNil() -> Bool {
    guard !isAtEnd, elements[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let value = try decoder().decode(type)
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    defer { currentIndex += 1 }
    return try decoder().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    defer { currentIndex += 1 }
    return try decoder().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder {
    defer { currentIndex += 1 }
    return try decoder()
  }

  private func decoder() throws -> ValueDecoder {
    let path = codingPath + [ElementKey(currentIndex)]
    guard !isAtEnd else { throw JSONError.value(JSONError.steps(path), .listTooShort) }
    return ValueDecoder(value: elements[currentIndex], codingPath: path)
  }
}

private struct Single: SingleValueDecodingContainer {
  let decoder: ValueDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.value == .null }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try decoder.decode(type)
  }
}
