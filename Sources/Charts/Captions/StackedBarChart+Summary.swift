extension StackedBarChart {
  /// "4 units 21.3%, most of it bias 15.1% · 8 units …", or the highest and the lowest of many.
  var summary: String {
    guard !bars.isEmpty else { return "no bars" }
    guard bars.count > 4 else { return bars.map(summary).joined(separator: " · ") }
    let ends = [
      ("highest", bars.max { $0.total < $1.total }), ("lowest", bars.min { $0.total < $1.total }),
    ].compactMap { word, bar in bar.map { "\(word) \(summary(of: $0))" } }
    return ([CaptionText.count(bars.count, "bar")] + ends).joined(separator: " · ")
  }

  private func summary(of bar: Bar) -> String {
    let known = zip(parts, bar.values).compactMap { part, value in value.map { (part, $0) } }
    let most = known.filter(\.1.isFinite).max { $0.1 < $1.1 }
    let text = bar.label.isEmpty ? text(bar.total) : "\(bar.label) \(text(bar.total))"
    return text + (most.map { ", most of it \($0.0) \(self.text($0.1))" } ?? "")
  }
}
