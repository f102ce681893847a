import JSON

/// Points in a plane, a glyph for each group of them.
package struct ScatterChart: Equatable, Sendable {
  /// Points that belong together, such as those of a class.
  package struct Group: Equatable, Sendable {
    /// What the legend calls the group; the number of its points stands beside it.
    package var name: String
    /// The points in any order; those without a place in the picture are counted in the legend.
    package var points: [Point]

    /// Makes a group of points.
    package init(_ name: String, points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// What is across; where it has no extent, the points fill it with a twentieth to spare.
  package var xAxis: Axis
  /// What is upwards; where it has no extent, the points fill it with a twentieth to spare.
  package var yAxis: Axis
  /// The groups, each with a glyph by its place; a character shows the group that has most points
  /// there.
  package var groups: [Group]
  /// How long a unit across is beside one upwards.
  package var aspect: Aspect
  /// What the chart shows in one line of numbers; empty for one made of the points.
  package var caption: String

  /// Makes a chart of groups of points.
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
  var size: Int { groups.reduce(0) { $0 + 1 + 2 * $1.points.count } }

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
