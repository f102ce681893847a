import Charts

/// How many of many predictions are listed: those that nobody reads are not made.
struct ListedRows {
  /// The most lines of a list; with what stands around them they are what a cell shows.
  static let most = 9_990

  /// How many are listed.
  let count: Int
  /// How many there are.
  let all: Int

  /// - Parameter limit: How many are asked for.
  init(limit: Int, of all: Int) {
    count = min(limit, Self.most, all)
    self.all = all
  }

  /// "… and 380 more; list=all shows them all"; nothing where all are listed.
  var rest: [Block] {
    guard all > count else { return [] }
    let way =
      all > Self.most ? "save predictions FILE keeps them all" : "list=all shows them all"
    return [.text("… and \(NumberText.count(all - count)) more; \(way)")]
  }
}
