extension LineChart {
  /// "loss: training 0.71 at first, 0.067 at last, lowest 0.067 at epoch 100".
  var summary: String {
    guard !series.isEmpty else { return "no curves" }
    let shown = series.prefix(6).map { summary(of: $0) }.joined(separator: " · ")
    let more = series.count > 6 ? " · and \(CaptionText.count(series.count - 6, "more curve"))" : ""
    return (yAxis.title.isEmpty ? "" : yAxis.title + ": ") + shown + more
  }

  private func summary(of one: Series) -> String {
    let name = one.name.isEmpty ? "" : one.name + " "
    let odd = CaptionText.oddities(one.points.lazy.map(\.y)).map { ", " + $0 } ?? ""
    let finite = one.points.lazy.filter(\.isFinite)
    guard let first = finite.first, let last = one.points.last(where: \.isFinite),
      let least = finite.min(by: { $0.y < $1.y }), let most = finite.max(by: { $0.y < $1.y })
    else { return (name.isEmpty ? "" : name + "has ") + "no finite number" + odd }
    func text(_ point: Point) -> String { CaptionText.number(point.y, on: yAxis) }
    func place(_ point: Point) -> String {
      (xAxis.title.isEmpty ? "" : xAxis.title + " ") + CaptionText.number(point.x, on: xAxis)
    }
    guard least.y < most.y else { return "\(name)always \(text(first))" + odd }
    return "\(name)\(text(first)) at first, \(text(last)) at last, "
      + "lowest \(text(least)) at \(place(least)), highest \(text(most)) at \(place(most))" + odd
  }
}
