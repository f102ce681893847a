import Foundation
import JSON
import ReferenceNumbers
import TensorEngine
import Testing

/// The files of the reference folder as values.
enum ReferenceFile {
  static func read(_ name: String) throws -> JSONValue {
    let folder = try #require(ReferenceFolder.url)
    return try JSONValue(reading: Data(contentsOf: folder.appending(path: name)))
  }
}

extension JSONValue {
  /// All numbers in it, row by row.
  var elements: [Double] {
    switch self {
    case .integer(let integer): [Double(integer)]
    case .number(let number): [number]
    case .array(let values): values.flatMap(\.elements)
    default: []
    }
  }

  /// The lengths of nested lists, the outermost first.
  var shape: [Int] {
    guard case .array(let values) = self else { return [] }
    return [values.count] + (values.first?.shape ?? [])
  }

  var tensor: Tensor { Tensor(shape: Shape(shape), elements: elements.map { Float($0) }) }

  var list: [JSONValue] {
    if case .array(let values) = self { values } else { [] }
  }

  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  var string: String {
    if case .string(let text) = self { text } else { "" }
  }

  /// What stands under a name, or an error that names it.
  func at(_ name: String) throws -> JSONValue { try #require(self[name], "\(name)") }

  func number(_ name: String) throws -> Double { try #require(at(name).elements.first, "\(name)") }
}
