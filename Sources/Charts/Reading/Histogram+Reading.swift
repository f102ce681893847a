extension Histogram {
  var reading: [String] {
    let most = counts.enumerated().max { ($0.element, $1.offset) < ($1.element, $0.offset) }
    let peak = most.map { index, count in
      let width = 1 / Double(counts.count)
      let ends = CaptionText.ends(
        extent.number(at: Double(index) * width), extent.number(at: Double(index + 1) * width),
        on: xAxis)
      return
        "The highest column, \(NumberText.count(count)), is that from \(ends[0]) to \(ends[1])."
    }
    return [
      xAxis.reading("Across", extent),
      "Upwards: how many values fall into each of the \(counts.count) columns, "
        + "\(NumberText.count(counts.reduce(0, &+))) together"
        + (outside == 0
          ? "."
          : "; \(NumberText.count(outside)) more \(outside == 1 ? "has" : "have") no place."),
    ] + (peak.map { [$0] } ?? []) + groups.map(reading)
  }

  /// How many of the values a group has, and where most of them are.
  private func reading(of group: Group) -> String {
    let total = group.counts.reduce(0, &+)
    let most = group.counts.enumerated().max { ($0.element, $1.offset) < ($1.element, $0.offset) }
    guard let (index, count) = most, count > 0 else { return "\"\(group.name)\" has none of them." }
    let width = 1 / Double(counts.count)
    let ends = CaptionText.ends(
      extent.number(at: Double(index) * width), extent.number(at: Double(index + 1) * width),
      on: xAxis)
    return "\"\(group.name)\" has \(NumberText.count(total)) of them, most, "
      + "\(NumberText.count(count)), in the column from \(ends[0]) to \(ends[1])."
  }
}
