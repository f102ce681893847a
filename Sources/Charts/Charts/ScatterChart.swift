import JSON

/// Points in a plane, a glyph for each group of them.
package struct ScatterChart: Equatable, Sendable {
  package struct Group: Equatable, Sendable {
    package var name: String
    package var points: [Point]

    package init(_ name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  package var title: String?
  package var xAxis: Axis
  package var yAxis: Axis
  package var groups: [Group]
  package var aspect: Aspect
  package var caption: String

  package init(
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
