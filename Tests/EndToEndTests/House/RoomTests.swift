import Testing

@Suite("The rooms of the house")
struct RoomTests {
  static let rooms = Array(Set(SourceText.all.map(\.room))).sorted()

  @Test("no circle of files that name each other is longer than 12", arguments: rooms)
  func circles(_ room: String) {
    let files = SourceText.all.filter { $0.room == room }
    let largest = Self.circles(of: Self.graph(of: files)).max { $0.count < $1.count } ?? []
    #expect(largest.count <= 12, "\(largest.map { files[$0].path }.sorted())")
  }

  @Test("no folder holds more than 20 files side by side")
  func folders() {
    for (folder, files) in Dictionary(grouping: SourceText.all, by: \.folder) {
      #expect(files.count <= 20, "\(folder) holds \(files.count)")
    }
  }

  @Test("none is larger than 9,000 lines of code", arguments: rooms)
  func size(_ room: String) {
    let lines = SourceText.all.filter { $0.room == room }.reduce(0) { $0 + $1.codeLines }
    #expect((1...9000).contains(lines), "\(room) has \(lines)")
  }

  @Test("a circle is found where there is one")
  func circleOfThree() {
    let texts = ["struct A { var b: B }", "struct B { var c: C }", "struct C { var a: A }"]
    let files = (texts + ["struct D { var a: A } // E", "struct E { let d = \"D\" }"]).enumerated()
      .map { SourceText(Array($1.utf8), room: "R", path: "R/\($0).swift") }
    #expect(Self.circles(of: Self.graph(of: files)).map { $0.sorted() } == [[0, 1, 2]])
  }

  /// Which other files declare a type that each file names; of a name that stands in several of
  /// them, all, so that no way of telling these apart finds a longer circle.
  private static func graph(of files: [SourceText]) -> [[Int]] {
    var homes: [String: Set<Int>] = [:]
    for (index, file) in files.enumerated() {
      for type in file.types { homes[type, default: []].insert(index) }
    }
    return files.enumerated().map { index, file in
      file.words.reduce(into: Set<Int>()) { $0.formUnion(homes[$1] ?? []) }
        .subtracting([index]).sorted()
    }
  }

  /// The sets of two or more nodes that can reach each other.
  private static func circles(of graph: [[Int]]) -> [[Int]] {
    let reachable = graph.indices.map { start -> Set<Int> in
      var found: Set<Int> = []
      var open = graph[start]
      while let node = open.popLast() {
        if found.insert(node).inserted { open += graph[node] }
      }
      return found
    }
    var circles: [[Int]] = []
    for node in graph.indices where !circles.contains(where: { $0.contains(node) }) {
      let circle = reachable[node].filter { reachable[$0].contains(node) }.union([node])
      if circle.count > 1 { circles.append(circle.sorted()) }
    }
    return circles
  }
}
