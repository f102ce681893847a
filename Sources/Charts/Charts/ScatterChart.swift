import JSON

/// Points in a plane, a glyph for each group of them.
public struct ScatterChart: Equatable, Sendable {
  public struct Group: Equatable, Sendable {
    public var name: String
    public var points: [Point]

    public init(_ name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  public var title: String?
  public var xAxis: Axis
  public var yAxis: Axis
  public var groups: [Group]
  public var aspect: Aspect
  public var caption: String

  public init(
    title: String? = nil, xAxis: Axis, yAxis: Axis, groups: [Group], aspect: Aspect = .equal,
    caption: String = ""
  ) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.groups = groups
    self.aspect = aspect
    self.caption = caption
  }
}

extension ScatterChart {
  var members: [JSONValue.Member] {
    [
      .init("x", xAxis.json), .init("y", yAxis.json),
      .init(
        "groups",
        .array(
          groups.map {
            ["name": .string($0.name), "points": .array($0.points.map(\.json))]
          })),
    ]
  }
}
