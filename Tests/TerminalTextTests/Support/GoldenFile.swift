import Foundation

/// A file of `Golden`; its first line says where its facts are from.
struct GoldenFile {
  /// The lines after the first.
  let lines: [String]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Golden/\(name)"), encoding: .utf8)
    lines = text.split(separator: "\n").dropFirst().map(String.init)
  }

  /// The scalars of the lines that begin with a key: `KEY 300-36F 483 ...`, in hexadecimal.
  func scalars(of key: String) -> [Unicode.Scalar] {
    lines.map { $0.split(separator: " ") }.filter { $0[0] == key }.flatMap { $0.dropFirst() }
      .flatMap { range -> [Unicode.Scalar] in
        let bounds = range.split(separator: "-").compactMap { UInt32($0, radix: 16) }
        guard let first = bounds.first, let last = bounds.last else { return [] }
        return (first...last).compactMap(Unicode.Scalar.init)
      }
  }
}
