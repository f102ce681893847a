import Foundation
public import JSON

/// A JSON Schema (draft 2020-12) of the words that the repository's own schemas use; of any other word a
/// value is at fault, so that none is passed over.
public struct JSONSchema: Sendable {
  private let root: JSONValue
  /// Whether an object may have no member that its schema does not name.
  private let isStrict: Bool

  /// The schema of `--format json`.
  public static let format = Result { try JSONSchema(named: "overfit-1.schema.json") }

  /// Reads `docs/format/NAME`.
  ///
  /// - Parameter isStrict: Whether members that are not named are faults, as they are in the tests.
  public init(named name: String, isStrict: Bool = true) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("../../docs/format/\(name)").standardized
    root = try JSONValue(reading: Data(contentsOf: file))
    self.isStrict = isStrict
  }

  /// What is wrong with a value, each with its place; none where it is as the schema says.
  ///
  /// - Parameter definition: One of the schema's `$defs`; nil for the whole.
  public func faults(of value: JSONValue, as definition: String? = nil) -> [String] {
    let schema = definition.flatMap { root["$defs"]?[$0] } ?? root
    return faults(value, schema, "")
  }

  /// The types of JSON that a value is of.
  private static func types(of value: JSONValue) -> [String] {
    switch value {
    case .null: ["null"]
    case .bool: ["boolean"]
    case .integer: ["integer", "number"]
    case .number(let number): number.isFinite ? ["number"] : ["null"]
    case .string: ["string"]
    case .array: ["array"]
    case .object: ["object"]
    }
  }

  private func faults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    guard case .object(let words) = schema else { return ["\(place): no schema"] }
    return words.flatMap { word -> [String] in
      switch word.name {
      case "$schema", "$id", "$defs", "title", "description": []
      case "$ref": faults(value, referred(word.value), place)
      case "type": hasType(value, word.value) ? [] : ["\(place): not \(word.value.text)"]
      case "const": value == word.value ? [] : ["\(place): not \(word.value.text)"]
      case "enum":
        word.value.elements.contains(value) ? [] : ["\(place): none of \(word.value.text)"]
      case "minimum": value.isAtLeast(word.value) ? [] : ["\(place): below \(word.value.text)"]
      case "minItems": value.count >= word.value.whole ? [] : ["\(place): too few"]
      case "maxItems": value.count <= word.value.whole ? [] : ["\(place): too many"]
      case "items":
        value.elements.enumerated().flatMap { faults($1, word.value, "\(place)/\($0)") }
      case "required":
        word.value.elements.compactMap { name in
          guard case .string(let name) = name, case .object = value else { return nil }
          return value[name] == nil ? "\(place): no \(name)" : nil
        }
      case "properties", "additionalProperties": members(of: value, schema, word, place)
      case "oneOf", "anyOf": choices(value, word, place)
      default: ["\(place): the schema's \(word.name) is not known here"]
      }
    }
  }

  private func hasType(_ value: JSONValue, _ type: JSONValue) -> Bool {
    let own = Self.types(of: value).map { JSONValue.string($0) }
    return own.contains(type) || own.contains(where: type.elements.contains)
  }

  private func referred(_ reference: JSONValue) -> JSONValue {
    guard case .string(let path) = reference, let name = path.split(separator: "/").last else {
      return .null
    }
    return root["$defs"]?[String(name)] ?? .null
  }

  private func members(
    of value: JSONValue, _ schema: JSONValue, _ word: JSONValue.Member, _ place: String
  ) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.flatMap { member -> [String] in
      let place = "\(place)/\(member.name)"
      let named = schema["properties"]?[member.name]
      if word.name == "additionalProperties" {
        return named == nil ? faults(member.value, word.value, place) : []
      }
      if let named { return faults(member.value, named, place) }
      return isStrict && schema["additionalProperties"] == nil ? ["\(place): not named"] : []
    }
  }

  /// What is wrong with a value by the schemas that it may choose of: where it fits none, by the one
  /// that it fits best.
  private func choices(
    _ value: JSONValue, _ word: JSONValue.Member, _ place: String
  ) -> [String] {
    let faults = word.value.elements.map { self.faults(value, $0, place) }
    let fitting = faults.count { $0.isEmpty }
    if word.name == "oneOf", fitting > 1 { return ["\(place): fits \(fitting) of oneOf"] }
    return fitting > 0 ? [] : faults.min { $0.count < $1.count } ?? []
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  fileprivate var count: Int { elements.count }

  fileprivate var whole: Int { if case .integer(let whole) = self { whole } else { 0 } }

  fileprivate func isAtLeast(_ least: JSONValue) -> Bool {
    if case .integer(let whole) = self { whole >= least.whole } else { true }
  }
}
