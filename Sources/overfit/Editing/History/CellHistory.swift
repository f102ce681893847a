/// The cells that were typed, oldest first, and which of them stands at the prompt.
struct CellHistory {
  private(set) var all: [String]
  /// The cell that stands at the prompt; the number of cells where it is a text of its own.
  private(set) var index: Int
  /// The text that is no cell yet, while a cell stands in its place.
  private var draft = ""

  init(_ cells: [String]) {
    all = cells
    index = cells.count
  }

  /// A new text is begun.
  mutating func begin() {
    index = all.count
    draft = ""
  }

  /// Adds a cell, unless it is the one that was added last.
  mutating func add(_ cell: String) {
    if all.last != cell { all.append(cell) }
    if all.count > HistoryFile.limit { all.removeFirst() }
  }

  /// The index of the cell before the one at the prompt; nil at the first.
  var before: Int? { index > 0 ? index - 1 : nil }

  /// The index of the cell after the one at the prompt, or of the draft; nil there.
  var after: Int? { index < all.count ? index + 1 : nil }

  /// The text to be shown after a step to a cell, or to the draft.
  /// - Parameter text: what stands at the prompt.
  mutating func go(to target: Int, from text: String) -> String {
    if index == all.count { draft = text }
    index = target
    return target == all.count ? draft : all[target]
  }
}
