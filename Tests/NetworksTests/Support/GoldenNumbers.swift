import Foundation

/// Numbers of other libraries that lie beside the tests, written by `Golden/measures.py`.
enum GoldenNumbers {
  static func decode<Content: Decodable>(
    _ type: Content.Type, from name: String
  ) throws -> Content {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name)")
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }
}
