package import Charts

/// What is said of the looks at the test split.
package enum TestLock {
  /// What is said of so many looks; nothing where there was none.
  static func blocks(looks: Int?) -> [Block] {
    looks.map { [.facts([fact(looks: $0)])] } ?? []
  }

  /// How often the test split has been looked at, as a reminder.
  package static func fact(looks: Int) -> Fact {
    Fact(
      "test_looks", .count(looks),
      text: "the test split has now been looked at \(times(looks)); choose by the validation split")
  }

  /// How often the test split has been looked at, where it has.
  package static func past(looks: Int) -> [Fact] {
    guard looks > 0 else { return [] }
    return [
      Fact("test_looks", .count(looks), text: "test split looked at \(times(looks))")
    ]
  }

  /// "once", "2 times".
  package static func times(_ count: Int) -> String {
    count == 1 ? "once" : "\(NumberText.count(count)) times"
  }
}
