package import Charts

/// What `check` found: whether a condition holds, and by how much.
package struct CheckReport: Report {
  /// The two sides of a comparison.
  package enum Sides: Equatable, Sendable {
    /// Numbers, which are apart by a margin.
    case numbers(left: Double, right: Double)
    /// Words, which are the same or not.
    case words(left: String, right: String)
  }

  /// Whether the condition holds.
  package let holds: Bool
  /// What was compared; nil for a condition that is no comparison.
  package let sides: Sides?
  /// The sign between the sides as it was typed: "<".
  package let comparison: String
  /// How many significant digits numbers are shown with.
  package let digits: Int

  /// Puts together what was found.
  package init(holds: Bool, sides: Sides? = nil, comparison: String = "", digits: Int = 6) {
    self.holds = holds
    self.sides = sides
    self.comparison = comparison
    self.digits = digits
  }

  /// The left side less the right one; nil where no numbers were compared.
  package var margin: Double? {
    guard case .numbers(let left, let right)? = sides else { return nil }
    return left - right
  }

  package var failedChecks: Int { holds ? 0 : 1 }

  /// What was found, in words: "0.14 is not < 0.1 · off by 0.04"; nil where nothing was compared.
  package var finding: String? {
    compared.isEmpty ? nil : compared.map(\.text).joined(separator: " · ")
  }

  /// What was found where the condition speaks of percentages: "14.2%, wanted under 10% · off by
  /// 4.2 points"; nil where no numbers were compared.
  package var shares: String? {
    guard case .numbers(let left, let right)? = sides, let margin else { return nil }
    let points = points(between: left, and: right, margin)
    return "\(share(left)), wanted \(Self.words[comparison] ?? comparison) \(share(right)) · "
      + "off by \(points) \(points == "1" ? "point" : "points")"
  }

  /// The difference of two percentages with no more places than these are shown with, unless nothing
  /// would be left of it.
  private func points(between left: Double, and right: Double, _ margin: Double) -> String {
    let places = [left, right].map { Self.places(of: percentage($0)) }.max() ?? 0
    let digits = NumberText.fixed(margin.magnitude * 100, places: places)
    guard Double(digits) != 0 else {
      return NumberText.significant(margin.magnitude * 100, digits: 1)
    }
    return digits.contains(".")
      ? String(digits.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()) : digits
  }

  private static func places(of text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  private static let words = [
    "<": "under", ">": "over", "<=": "at most", ">=": "at least",
  ]

  private func share(_ value: Double) -> String {
    "\(percentage(value))%"
  }

  private func percentage(_ value: Double) -> String {
    let texts = (3...8).lazy.map { NumberText.significant(value * 100, digits: $0) }
    // What is nearly all is not all.
    return texts.first { value == 1 || Double($0) != 100 } ?? "100"
  }

  package var document: Document {
    let head = Fact("holds", .flag(holds), text: holds ? "holds" : "does not hold")
    return Document([.facts([head] + compared)])
  }

  /// "0.08 < 0.1", "by 0.02"; of words only whether they are the same.
  private var compared: [Fact] {
    let relation = "\(holds ? "" : "is not ")\(comparison)"
    switch sides {
    case nil: return []
    case .words(let left, let right):
      return [Fact("left", .text(left), text: "\(left) \(relation) \(right)")]
    case .numbers(let left, let right):
      let margin = left - right
      return [
        Fact("left", .number(left), text: "\(number(left)) \(relation) \(number(right))"),
        Fact(
          "margin", .number(margin),
          text: "\(holds ? "by" : "off by") \(number(margin.magnitude))"),
      ]
    }
  }

  private func number(_ value: Double) -> String {
    NumberText.significant(value, digits: digits)
  }
}
