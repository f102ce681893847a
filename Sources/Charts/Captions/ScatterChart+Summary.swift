extension ScatterChart {
  /// "120 points · outer 60, inner 60 · x1 from -1.2 to 1.3 · x2 from -1.1 to 1.2".
  var summary: String {
    let points = groups.lazy.flatMap(\.points)
    let finite = points.filter(\.isFinite)
    var missing = Misplaced.Counts()
    for point in points where !point.isFinite { missing.count(point) }
    var parts = [CaptionText.count(groups.reduce(0) { $0 + $1.points.count }, "point")]
    if groups.count > 1 {
      parts.append(
        groups.prefix(10).map { "\($0.name) \(NumberText.count($0.points.count))" }
          .joined(separator: ", "))
    }
    parts += [
      CaptionText.range(finite.map(\.x), on: xAxis), CaptionText.range(finite.map(\.y), on: yAxis),
      missing.text,
    ].compactMap(\.self)
    return parts.joined(separator: " · ")
  }
}
