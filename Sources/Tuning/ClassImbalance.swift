/// Classes of very different sizes: whoever always names the largest is often right and has
/// learned nothing.
package struct ClassImbalance: Sendable, Equatable {
  /// The number of the class with most examples.
  package let largest: Int
  /// The number of the class with fewest, among those that occur.
  package let smallest: Int
  /// How many examples the largest class has.
  package let largestCount: Int
  /// How many examples the smallest class that occurs has, at least 1.
  package let smallestCount: Int
  /// How many examples all classes have together.
  package let total: Int

  /// The share of examples that are right if one always names the largest class.
  package var baseline: Double { Double(largestCount) / Double(max(1, total)) }

  /// The imbalance of some class numbers; nil where no class has three times as many examples as
  /// another.
  package init?(_ classes: [Int32], classCount: Int) {
    var counts = [Int](repeating: 0, count: classCount)
    for number in classes { counts[Int(number)] += 1 }
    let present = counts.indices.filter { counts[$0] > 0 }
    guard let largest = present.max(by: { (counts[$0], $1) < (counts[$1], $0) }),
      let smallest = present.min(by: { (counts[$0], $0) < (counts[$1], $1) }),
      counts[largest] >= 3 * counts[smallest]
    else { return nil }
    self.largest = largest
    self.smallest = smallest
    largestCount = counts[largest]
    smallestCount = counts[smallest]
    total = classes.count
  }
}
