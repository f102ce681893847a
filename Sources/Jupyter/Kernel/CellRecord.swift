import JSON

/// What was run in this session, as `history_request` asks for it.
struct CellRecord {
  private static let mostCells = 10_000
  private var cells: [(number: Int, source: String)] = []
  /// The number of the next cell.
  private(set) var next = 1

  /// Takes note of a cell, which has the next number.
  mutating func append(_ source: String) {
    cells.append((next, source))
    next += 1
    if cells.count > Self.mostCells { cells.removeFirst(Self.mostCells / 10) }
  }

  /// What a request asks for: the last cells, those of a range, or those that look like a pattern.
  func entries(for request: JSONValue) -> JSONValue {
    let wished = request.number("n").map { max(0, $0) }
    let found: [(number: Int, source: String)]
    switch request.text("hist_access_type") {
    case "range":
      // Earlier sessions are not kept.
      let isHere = (request.number("session") ?? 0) == 0
      let (start, stop) = (request.number("start") ?? 1, request.number("stop") ?? Int.max)
      found = isHere ? cells.filter { $0.number >= start && $0.number < stop } : []
    case "search":
      let pattern = Array((request.text("pattern") ?? "*").unicodeScalars)
      let fitting = cells.filter { Self.fits(Array($0.source.unicodeScalars), pattern) }
      found = Self.latest(request.flag("unique") == true ? Self.distinct(fitting) : fitting, wished)
    default: found = Self.latest(cells, wished)
    }
    let hasOutputs = request.flag("output") == true
    return .array(
      found.map { cell in
        let source = JSONValue.string(cell.source)
        return [0, .integer(cell.number), hasOutputs ? [source, .null] : source]
      })
  }

  private static func latest<Entry>(_ cells: [Entry], _ count: Int?) -> [Entry] {
    count.map { Array(cells.suffix($0)) } ?? cells
  }

  /// The last of those that are alike.
  private static func distinct(
    _ cells: [(number: Int, source: String)]
  ) -> [(number: Int, source: String)] {
    var known: Set<String> = []
    return cells.reversed().filter { known.insert($0.source).inserted }.reversed()
  }

  /// Whether a text looks like a pattern, in which `*` stands for any letters and `?` for one.
  static func fits(_ text: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    var (place, mark) = (0, 0)
    var star: (mark: Int, place: Int)?
    while place < text.count {
      if mark < pattern.count, pattern[mark] == "*" {
        star = (mark, place)
        mark += 1
      } else if mark < pattern.count, pattern[mark] == "?" || pattern[mark] == text[place] {
        (place, mark) = (place + 1, mark + 1)
      } else if let last = star {
        star = (last.mark, last.place + 1)
        (place, mark) = (last.place + 1, last.mark + 1)
      } else {
        return false
      }
    }
    return pattern[mark...].allSatisfy { $0 == "*" }
  }
}
