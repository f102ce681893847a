extension Histogram {
  /// "2000 values from -0.8 to 0.7 · most, 201, from 0.1 to 0.15 · 1 outside".
  var summary: String {
    let total = counts.reduce(0) { $0.addingReportingOverflow(max($1, 0)).partialValue }
    var parts = ["\(CaptionText.count(total, "value")) \(span)"]
    if let most = counts.max(), most > 0, let bin = counts.firstIndex(of: most) {
      let bounds = [bin, bin + 1].map { extent.number(at: Double($0) / Double(counts.count)) }
      let ends = CaptionText.ends(bounds[0], bounds[1], on: xAxis)
      parts.append("most, \(NumberText.count(most)), from \(ends[0]) to \(ends[1])")
    }
    if outside > 0 { parts.append("\(NumberText.count(outside)) outside") }
    return parts.joined(separator: " · ")
  }

  /// "from -0.8 to 0.7"; where only the bins are known, what these span.
  private var span: String {
    let range = filled ?? extent.lower...extent.upper
    let ends = CaptionText.ends(range.lowerBound, range.upperBound, on: xAxis)
    if range.lowerBound == range.upperBound { return "of \(ends[0])" }
    return filled == nil
      ? "within \(ends[0]) to \(ends[1])" : "from \(ends[0]) to \(ends[1])"
  }
}
