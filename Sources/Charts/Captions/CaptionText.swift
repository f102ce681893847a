/// The words that captions made of data have in common.
enum CaptionText {
  /// A number of an axis, as short as a caption wants it: three digits, or a percentage.
  static func number(_ number: Double, on axis: Axis) -> String {
    axis.format == .percent
      ? NumberText.percent(number) : NumberText.significant(number, digits: 4)
  }

  /// "x1 from -1.2 to 1.3"; nil if there is no finite number.
  static func range(_ numbers: some Sequence<Double>, on axis: Axis) -> String? {
    var least = Double.infinity
    var most = -Double.infinity
    for number in numbers where number.isFinite {
      least = min(least, number)
      most = max(most, number)
    }
    guard least <= most else { return nil }
    let name = axis.title.isEmpty ? "" : axis.title + " "
    let ends = ends(least, most, on: axis)
    return "\(name)from \(ends[0]) to \(ends[1])"
  }

  /// The two ends of a range, with as many digits as tell them apart.
  static func ends(_ least: Double, _ most: Double, on axis: Axis) -> [String] {
    axis.format == .percent
      ? NumberText.percentsApart([least, most]) : NumberText.apart([least, most], digits: 4)
  }

  static func count(_ count: Int, _ noun: String) -> String {
    "\(NumberText.count(count)) \(count == 1 ? noun : noun + "s")"
  }

  /// "2 not a number, 1 infinite"; nil if all are finite.
  static func oddities(_ numbers: some Sequence<Double>) -> String? {
    var counts = Misplaced.Counts()
    for number in numbers where !number.isFinite { counts.count(number, number) }
    return counts.text
  }
}

extension Misplaced.Counts {
  /// "2 not a number, 1 infinite"; nil if there are none.
  var text: String? {
    texts.isEmpty
      ? nil
      : texts.map { "\(NumberText.count($0.count)) \($0.reason)" }.joined(separator: ", ")
  }
}
