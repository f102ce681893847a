#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A search through the history, letter by letter.
struct HistorySearch {
  /// The most letters that are searched for.
  static let limit = 200

  private let cells: [String]
  private(set) var pattern: [Unicode.Scalar] = []
  /// The cell that was found; the number of cells before anything is.
  private(set) var index: Int
  private(set) var isFailed = false
  private var isBack: Bool
  /// What was not searched for yet.
  private var isStale = false

  init(_ cells: [String], from index: Int, back: Bool) {
    self.cells = cells
    self.index = index
    isBack = back
  }

  /// What stands under the text: as ever, `bck:print`, or `bck?print` where nothing has it.
  var note: String {
    var note = (isBack ? "bck" : "fwd") + (isFailed ? "?" : ":")
    note.unicodeScalars.append(contentsOf: pattern)
    return note
  }

  var found: String? { index < cells.count ? cells[index] : nil }

  /// Takes a letter more; false where there are too many.
  mutating func add(_ letter: Unicode.Scalar) -> Bool {
    guard pattern.count < HistorySearch.limit else { return false }
    pattern.append(letter)
    isStale = true
    return true
  }

  /// Takes the last letter away; false where there is none.
  mutating func removeLast() -> Bool {
    guard pattern.popLast() != nil else { return false }
    isFailed = false
    return true
  }

  /// Goes on to the next cell with the pattern.
  mutating func goOn(back: Bool) {
    update()
    guard !isFailed || back != isBack else { return }
    isBack = back
    search(from: index + (back ? -1 : 1))
  }

  /// Searches for the letters that were added.
  mutating func update() {
    guard isStale else { return }
    isStale = false
    if !isFailed { search(from: index) }
  }

  private mutating func search(from start: Int) {
    guard !pattern.isEmpty else { return }
    let wanted = LineEditor.string(pattern)
    let places =
      isBack
      ? Array((0..<max(min(start + 1, cells.count), 0)).reversed())
      : Array(min(max(start, 0), cells.count)..<cells.count)
    let place = places.first { strstr(cells[$0], wanted) != nil }
    isFailed = place == nil
    index = place ?? index
  }
}
