import Datasets
import Foundation
import TensorEngine
import Testing

/// A file in the folder `datasets` and the command that makes it.
struct CommittedSet: Sendable, CustomTestStringConvertible {
  let name: String
  let options: [(name: String, value: Double)]
  let places: Int

  var testDescription: String { name }
  var folder: URL { Folders.package.appending(path: "datasets") }
  var file: URL { folder.appending(path: "\(name).csv") }
  var page: URL { folder.appending(path: "\(name).md") }

  /// What is typed at the prompt to draw it: `data circles points=300 noise=0.1`.
  var command: String {
    "data \(name) "
      + options.map { "\($0.name)=\(text(of: Float($0.value)))" }.joined(separator: " ")
  }

  func dataset() throws -> Dataset {
    try #require(Generator.named(name)).dataset(options: options, seed: 0)
  }

  /// The data set as a file: a header, features first, the target last.
  func csv() throws -> String {
    let data = try dataset()
    let (floats, classes, values) = (data.floats, data.classes, data.values)
    let width = data.featureNames.count
    var lines = [(data.featureNames + [data.targetName]).joined(separator: ",")]
    for row in 0..<data.examples.count {
      let features = floats[row * width..<(row + 1) * width].map { text(of: $0) }
      let target = classes.isEmpty ? text(of: values[row]) : data.classNames[classes[row]]
      lines.append((features + [target]).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of value: Float) -> String {
    let power = places == 1 ? 10.0 : 10_000
    let rounded = (Double(value) * power).rounded() / power
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}

/// The small sets that come with Overfit can be made again, byte for byte: `RECORD=1 swift test
/// --filter CommittedDataTests` writes them anew, and fails so that nobody overlooks it.
@Suite("Committed data sets")
struct CommittedDataTests {
  static let sets = [
    CommittedSet(name: "circles", options: [("points", 300), ("noise", 0.1)], places: 4),
    CommittedSet(name: "moons", options: [("points", 300), ("noise", 0.2)], places: 4),
    CommittedSet(name: "spirals", options: [("points", 300), ("noise", 0.02)], places: 4),
    CommittedSet(name: "waves", options: [("points", 100), ("noise", 0.2)], places: 4),
    CommittedSet(name: "houses", options: [("houses", 200), ("noise", 15)], places: 1),
  ]

  @Test("are what their command draws", arguments: sets)
  func bytes(set: CommittedSet) throws {
    let expected = try set.csv()
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(expected.utf8).write(to: set.file)
      Issue.record("wrote \(set.file.lastPathComponent) anew")
    }
    #expect(try Folders.bytes(set.file) == Array(expected.utf8))
  }

  @Test("load as what was drawn, up to the rounding", arguments: sets)
  func load(set: CommittedSet) throws {
    let drawn = try set.dataset()
    let data = try CSV.dataset(
      FileBytes(name: "\(set.name).csv", bytes: Folders.bytes(set.file)))
    #expect(data.featureNames == drawn.featureNames)
    #expect(data.targetName == drawn.targetName)
    #expect(data.classNames == drawn.classNames)
    #expect(data.classes == drawn.classes)
    let tolerance = set.places == 1 ? Float(0.0501) : 0.0000501
    #expect(zip(data.floats, drawn.floats).allSatisfy { abs($0 - $1) <= tolerance })
    #expect(zip(data.values, drawn.values).allSatisfy { abs($0 - $1) <= tolerance })
    #expect(data.floats.count == drawn.floats.count && data.values.count == drawn.values.count)
  }

  @Test("have a page that names the command, the columns and the licence", arguments: sets)
  func page(set: CommittedSet) throws {
    let page = String(decoding: try Folders.bytes(set.page), as: UTF8.self)
    let data = try set.dataset()
    #expect(page.contains(set.command))
    #expect(page.contains("MIT"))
    for name in data.featureNames + [data.targetName] {
      #expect(page.contains("| `\(name)` |"), "no row for the column \(name)")
    }
    let list = String(
      decoding: try Folders.bytes(set.folder.appending(path: "README.md")), as: UTF8.self)
    #expect(list.contains("](\(set.name).md)"))
  }
}
