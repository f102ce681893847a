/// The cells that were typed, oldest first, and which of them stands at the prompt.
struct CellHistory {
  private(set) var all: [String]
  /// The cell that stands at the prompt; the number of cells where it is a text of its own.
  private(set) var index: Int
  /// The text that is no cell yet, while a cell stands in its place.
  private var draft = ""
  /// The text that was put in its place last.
  private var shown: String?
  /// What the cells begin with that are gone through.
  private var prefix = ""

  init(_ cells: [String]) {
    all = cells
    index = cells.count
  }

  /// A new text is begun.
  mutating func begin() {
    index = all.count
    draft = ""
    shown = nil
  }

  /// Adds cells; one that stands already stands at the end from then on.
  mutating func add(_ cells: [String]) {
    guard !cells.isEmpty else { return }
    var known: Set<String> = []
    let last = cells.reversed().filter { known.insert($0).inserted }.reversed()
    all.removeAll(where: known.contains)
    all += last
    if all.count > HistoryFile.limit { all.removeFirst(all.count - HistoryFile.limit) }
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
    let text = target == all.count ? draft : all[target]
    shown = text
    return text
  }

  /// The text to be shown after a step to the next cell that begins with what is typed; nil where
  /// there is none. Behind the last one comes what was typed.
  ///
  /// - Parameters:
  ///   - text: what stands at the prompt.
  ///   - isTyped: whether it was typed, and not put there to be changed.
  mutating func step(back: Bool, from text: String, isTyped: Bool) -> String? {
    if text != shown {
      (index, draft) = (all.count, text)
      prefix = isTyped ? text : ""
    }
    let next = next(back: back) { $0.utf8.starts(with: prefix.utf8) && $0 != text }
    guard let target = next ?? (!back && index < all.count ? all.count : nil) else { return nil }
    return go(to: target, from: draft)
  }

  /// The index of the nearest cell before or behind the one at the prompt that is as wanted.
  private func next(back: Bool, where isWanted: (String) -> Bool) -> Int? {
    let step = back ? -1 : 1
    var place = index + step
    while all.indices.contains(place) {
      if isWanted(all[place]) { return place }
      place += step
    }
    return nil
  }
}
