/// An example by its score: the greatest comes first, of equal ones the one with the lower index.
struct Ranked: Comparable {
  let score: Double
  let index: Int

  static func < (one: Ranked, other: Ranked) -> Bool {
    one.score > other.score || (one.score == other.score && one.index < other.index)
  }
}
