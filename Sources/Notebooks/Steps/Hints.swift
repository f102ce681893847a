/// The hints of a step, which are given one after the other.
struct Hints: Sendable, Equatable {
  /// From the gentlest to the plainest, in Markdown.
  var all: [PlacedText] = []
  /// How many the student was given.
  var given = 0

  /// The next one, or that there are no more.
  /// - Parameter allowsSkips: Whether the student may skip the step.
  mutating func next(allowsSkips: Bool = true) -> StepText {
    guard given < all.count else {
      let more = all.isEmpty ? "" : "more "
      let skip = allowsSkips ? ", skip takes it and goes on." : "."
      return .lines(["There are no \(more)hints; solution shows one way\(skip)"])
    }
    given += 1
    let number = all.count == 1 ? "" : " \(given) of \(all.count)"
    return .prose("Hint\(number): \(all[given - 1].text)")
  }
}
