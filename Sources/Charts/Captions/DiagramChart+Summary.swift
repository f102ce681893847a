extension DiagramChart {
  /// "5 columns of 1, 4, 4, 128 and 3 nodes · 43 crossed out".
  var summary: String {
    let counts = columns.prefix(20).map { NumberText.count($0.count) }
    let list =
      counts.count > 1
      ? counts.dropLast().joined(separator: ", ") + " and " + counts[counts.count - 1]
      : counts.joined()
    guard !list.isEmpty else { return "no nodes" }
    var parts = ["\(CaptionText.count(columns.count, "column")) of \(list) nodes"]
    let out = columns.reduce(0) { sum, column in
      sum + column.crossedOut.prefix(column.count).count { $0 }
    }
    if out > 0 { parts.append("\(NumberText.count(out)) \(crossedOutName)") }
    return parts.joined(separator: " · ")
  }
}
