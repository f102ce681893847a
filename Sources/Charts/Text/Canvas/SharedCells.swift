/// The points of a plane by the cell where they stand: a cell shows what most of its points are.
///
/// That is the group with the most points in it, of equally many the first one, so that a single
/// point hides no others; and it is marked where more than half of the points of that group are.
struct SharedCells {
  /// The points of one group in one cell.
  private struct Heap {
    let group: Int
    var count = 0
    var marked = 0
  }

  private let columns: Int
  private var heaps: [[Heap]]

  init(columns: Int, rows: Int) {
    self.columns = columns
    heaps = [[Heap]](repeating: [], count: columns * rows)
  }

  /// Puts a point of a group into a cell.
  mutating func add(group: Int, isMarked: Bool = false, column: Int, row: Int) {
    let cell = row * columns + column
    let place = heaps[cell].firstIndex { $0.group == group } ?? heaps[cell].count
    if place == heaps[cell].count { heaps[cell].append(Heap(group: group)) }
    heaps[cell][place].count += 1
    if isMarked { heaps[cell][place].marked += 1 }
  }

  /// Draws each cell that has points.
  ///
  /// - Parameter sign: What is drawn of a group; nil for nothing.
  /// - Returns: How many of the signs that are drawn stand for several points.
  func draw(on canvas: inout Canvas, sign: (_ group: Int, _ isMarked: Bool) -> Cell?) -> Int {
    var shared = 0
    for (index, heaps) in heaps.enumerated() {
      let most = heaps.max { ($0.count, $1.group) < ($1.count, $0.group) }
      guard let most, let cell = sign(most.group, most.marked * 2 > most.count) else { continue }
      canvas[index % columns, index / columns] = cell
      if heaps.reduce(0, { $0 + $1.count }) > 1 { shared += 1 }
    }
    return shared
  }

  /// How many cells hold several points.
  var sharedCount: Int {
    heaps.count { heaps in heaps.reduce(0) { $0 + $1.count } > 1 }
  }
}
