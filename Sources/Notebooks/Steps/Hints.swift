/// The hints of a step, which are given one after the other.
struct Hints: Sendable, Equatable {
  /// From the gentlest to the plainest, in Markdown.
  var all: [PlacedText] = []
  /// How many the student was given.
  var given = 0

  /// The next one, or that there are no more.
  mutating func next() -> StepText {
    guard given < all.count else {
      return .lines([
        all.isEmpty
          ? "There are no hints; solution shows one way, skip takes it and goes on."
          : "There are no more hints; solution shows one way, skip takes it and goes on."
      ])
    }
    given += 1
    let number = all.count == 1 ? "" : " \(given) of \(all.count)"
    return .prose("Hint\(number): \(all[given - 1].text)")
  }
}
