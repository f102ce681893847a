/// Small charts side by side, to be compared at a glance.
///
/// They stand in rows, as many across as the width takes; charts with one legend share it.
public struct ChartGrid: Equatable, Sendable {
  public var charts: [Chart]
  /// At most so many across; if nil, as many as the width takes.
  public var columns: Int?
  public var caption: String

  public init(charts: [Chart], columns: Int? = nil, caption: String = "") {
    self.charts = charts
    self.columns = columns
    self.caption = caption
  }
}
