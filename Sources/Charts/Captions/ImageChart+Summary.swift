extension ImageChart {
  /// "28 x 28 pixels · from 0 to 1 · mean 0.23".
  var summary: String {
    var parts = ["\(width) x \(height) pixels"]
    let axis = Axis()
    let finite = pixels.lazy.filter(\.isFinite)
    let count = finite.count { _ in true }
    if count > 0 {
      parts += CaptionText.range(finite, on: axis).map { [$0] } ?? []
      let mean = finite.reduce(0) { $0 + $1 / Double(count) }
      parts.append("mean \(CaptionText.number(mean, on: axis))")
    }
    parts += CaptionText.oddities(pixels).map { [$0] } ?? []
    return parts.joined(separator: " · ")
  }
}
