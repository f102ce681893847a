extension ScatterChart {
  var reading: [String] {
    let points = groups.flatMap(\.points)
    return [
      xAxis.reading("Across", xAxis.extent ?? Extent(covering: points.map(\.x))),
      yAxis.reading("Upwards", yAxis.extent ?? Extent(covering: points.map(\.y))),
    ]
      + groups.map(reading) + [sharing]
  }

  private var sharing: String {
    groups.count > 1
      ? "Where points share a place, the sign is that of the group with the most of them there, of "
        + "equally many the first in the legend."
      : "A sign may stand for several points."
  }

  /// "\"class 0\": 17 points, a sign for each, around x1 0.03 and x2 -0.08."
  private func reading(of group: Group) -> String {
    let points = group.points.filter(\.isFinite)
    let count = CaptionText.count(group.points.count, "point")
    let missing = group.points.count - points.count
    let gaps = missing == 0 ? "" : "; \(missing) of them without a place, as they have no number"
    guard !points.isEmpty else { return "\"\(group.name)\": \(count)\(gaps)." }
    // Divided first: the sum of the largest numbers is infinite.
    let share = 1 / Double(points.count)
    let middle = Point(
      points.reduce(0) { $0 + $1.x * share }, points.reduce(0) { $0 + $1.y * share })
    let names = [xAxis.heading, yAxis.heading]
    return "\"\(group.name)\": \(count), a sign for each, around "
      + "\(names[0].isEmpty ? "x" : names[0]) \(xAxis.text(middle.x)) and "
      + "\(names[1].isEmpty ? "y" : names[1]) \(yAxis.text(middle.y))\(gaps)."
  }
}
