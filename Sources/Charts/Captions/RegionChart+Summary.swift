extension RegionChart {
  /// "outer 55.0% of the plane, inner 45.0% · 8.2% unsure · 6 of 120 points misclassified".
  var summary: String {
    let classCount = classCount
    var shares = [Int](repeating: 0, count: classCount)
    for index in classes { shares[min(max(index, 0), classCount - 1)] += 1 }
    let total = Double(max(classes.count, 1))
    let regions = shares.indices.prefix(10).map { index in
      let name = index < classNames.count ? classNames[index] : "class \(index)"
      return "\(name) \(NumberText.percent(Double(shares[index]) / total))"
        + (index == 0 ? " of the plane" : "")
    }
    let threshold = RegionCells.threshold(classCount: classCount)
    let unsure = confidences.count { !($0 >= threshold) }
    var parts = [regions.joined(separator: ", ")]
    parts.append("\(NumberText.percent(Double(unsure) / total)) unsure")
    if !points.isEmpty {
      let wrong = points.count { $0.isMisclassified }
      parts.append(
        "\(NumberText.count(wrong)) of \(CaptionText.count(points.count, "point")) misclassified")
    }
    if unknownCount > 0 {
      parts.append("\(CaptionText.count(unknownCount, "place")) without a number")
    }
    return parts.joined(separator: " · ")
  }
}
