/// Which elements of two sequences a shortest edit script keeps.
///
/// **Source**: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1,
/// 1986, section 4b (the linear space refinement). N and M are the counts of the two sides, D is
/// the number of elements that are deleted or inserted. A diagonal k holds the points with
/// x - y = k.
struct LineMatching {
  private let old: [Int]
  private let new: [Int]
  /// `keptOld[x]`: whether element x of the old side is kept.
  private(set) var keptOld: [Bool]
  /// `keptNew[y]`: whether element y of the new side is kept.
  private(set) var keptNew: [Bool]
  /// How many elements of the old side are passed on each diagonal, from the front and from
  /// the back.
  private var front: [Int]
  private var back: [Int]

  /// Matches two sequences.
  /// - Complexity: O((N + M) D) time, O(N + M) space.
  init(_ old: [Int], _ new: [Int]) {
    self.old = old
    self.new = new
    keptOld = Array(repeating: false, count: old.count)
    keptNew = Array(repeating: false, count: new.count)
    front = Array(repeating: 0, count: old.count + new.count + 5)
    back = front
    match(old.indices, new.indices)
  }

  private mutating func match(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    var (x, y) = (oldRange.lowerBound, newRange.lowerBound)
    var (xEnd, yEnd) = (oldRange.upperBound, newRange.upperBound)
    while x < xEnd, y < yEnd, old[x] == new[y] {
      keep(x, y)
      x += 1
      y += 1
    }
    while x < xEnd, y < yEnd, old[xEnd - 1] == new[yEnd - 1] {
      xEnd -= 1
      yEnd -= 1
      keep(xEnd, yEnd)
    }
    guard x < xEnd, y < yEnd, let middle = middle(x..<xEnd, y..<yEnd) else { return }
    match(x..<middle.x, y..<middle.y)
    match(middle.x..<xEnd, middle.y..<yEnd)
  }

  private mutating func keep(_ x: Int, _ y: Int) {
    keptOld[x] = true
    keptNew[y] = true
  }

  /// A point that lies on a shortest path, half the edits before it and half behind it.
  private mutating func middle(
    _ oldRange: Range<Int>, _ newRange: Range<Int>
  ) -> (x: Int, y: Int)? {
    let (countOld, countNew) = (oldRange.count, newRange.count)
    let (x0, y0) = (oldRange.lowerBound, newRange.lowerBound)
    let (xEnd, yEnd) = (oldRange.upperBound, newRange.upperBound)
    let difference = countOld - countNew
    let origin = (countOld + countNew + 1) / 2 + 1
    front[origin + 1] = 0
    back[origin + 1] = 0
    for edits in 0..<origin {
      let lowest = -edits + 2 * max(0, edits - countNew)
      let highest = edits - 2 * max(0, edits - countOld)
      for k in stride(from: lowest, through: highest, by: 2) {
        var x = Self.start(on: k, edits, front, origin)
        while x < countOld, x - k < countNew, old[x0 + x] == new[y0 + x - k] { x += 1 }
        front[origin + k] = x
        let other = difference - k
        if difference % 2 != 0, abs(other) < edits, x + back[origin + other] >= countOld {
          return (x0 + x, y0 + x - k)
        }
      }
      for k in stride(from: lowest, through: highest, by: 2) {
        var x = Self.start(on: k, edits, back, origin)
        while x < countOld, x - k < countNew, old[xEnd - 1 - x] == new[yEnd - 1 - x + k] { x += 1 }
        back[origin + k] = x
        let other = difference - k
        if difference % 2 == 0, abs(other) <= edits, x + front[origin + other] >= countOld {
          return (xEnd - x, yEnd - x + k)
        }
      }
    }
    return nil
  }

  /// Where a diagonal is entered with one more edit: from the diagonal above or the one below,
  /// whichever came further.
  private static func start(on k: Int, _ edits: Int, _ reached: [Int], _ origin: Int) -> Int {
    if k == -edits || (k != edits && reached[origin + k - 1] < reached[origin + k + 1]) {
      return reached[origin + k + 1]
    }
    return reached[origin + k - 1] + 1
  }
}
