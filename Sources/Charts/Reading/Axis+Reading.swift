extension Axis {
  /// "Across: epoch, from 1 to 100."
  func reading(_ direction: String, _ extent: Extent) -> String {
    let name = heading.isEmpty ? "a number" : heading
    let steps = scale == .logarithmic ? "; equal steps are equal factors" : ""
    let ends = CaptionText.ends(extent.lower, extent.upper, on: self)
    return "\(direction): \(name), from \(ends[0]) to \(ends[1])\(steps)."
  }

  /// A number of the axis as it is written.
  func text(_ number: Double) -> String {
    format == .percent
      ? NumberText.percent(number, places: 1) : NumberText.significant(number, digits: 4)
  }
}
