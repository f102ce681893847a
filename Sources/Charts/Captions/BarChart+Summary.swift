extension BarChart {
  /// "train 47.9% · validation 50.0%", or the highest and the lowest of many.
  var summary: String {
    guard !bars.isEmpty else { return "no bars" }
    if bars.count <= 6 { return bars.map { "\($0.label) \($0.text)" }.joined(separator: " · ") }
    let finite = bars.filter(\.value.isFinite)
    let odd = CaptionText.oddities(bars.map(\.value)).map { [$0] } ?? []
    let ends = [
      ("highest", finite.max { $0.value < $1.value }),
      ("lowest", finite.min { $0.value < $1.value }),
    ].compactMap { word, bar in bar.map { "\(word) \($0.label) \($0.text)" } }
    return (["\(CaptionText.count(bars.count, "bar"))"] + ends + odd).joined(separator: " · ")
  }
}
