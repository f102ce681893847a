import Workbench

// Looks at the test split. A cell knows those of the cells above it, as its replay does; who has looked and
// taken the cell back has looked all the same, which the session knows beside its cells.
extension NotebookSession {
  /// How many looks the cells from an index on took.
  func looks(from start: Int) -> Int {
    var before = (start > 0 ? cells[start - 1].state : initialState).testLooks
    var count = 0
    for index in start..<cells.count {
      let now = cells[index].after.value.testLooks
      // Of other data nothing had been seen before.
      count += now >= before ? now - before : now
      before = now
    }
    return count
  }

  /// How many looks are in no cell any more.
  var lostLooks: Int { looksTaken - looks(from: 0) }

  /// Whether a formula looks at the test split. It leaves no trace.
  func looksAtTest(_ formula: String) -> Bool {
    var copy = self
    _ = copy.submit("print \(formula)")
    return copy.looksTaken > looksTaken
  }

  /// Has the test split looked at so often at least, for what is asked beside the cells.
  mutating func raiseLooks(to count: Int) {
    guard let last = cells.indices.last, let now = cells[last].state.data?.testLooks else { return }
    cells[last].state.data?.testLooks = max(now, count)
  }
}
