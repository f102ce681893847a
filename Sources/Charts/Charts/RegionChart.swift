import JSON

/// What a classifier decides everywhere in a plane, with points on top of it.
package struct RegionChart: Equatable, Sendable {
  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// What is across; the grid says from where to where.
  package var xAxis: Axis
  /// What is upwards; the grid says from where to where.
  package var yAxis: Axis
  /// Where the classifier was asked; its extents are those of the axes.
  package var grid: SampleGrid
  /// The index of the class decided at each point of the grid.
  package var classes: [Int]
  /// How probable that class was said to be at each point of the grid, 0 to 1.
  package var confidences: [Double]
  /// The names of the classes, by index; one without a name is called "class 2" and the like.
  package var classNames: [String]
  /// The points on top. Characters that several share show the class that most of them have, of
  /// equally many the first one, and the heavier glyph where most of its points there were
  /// misclassified.
  package var points: [ClassPoint]
  /// What the points are, such as "training points"; empty where the legend is not to say it.
  package var pointsName: String
  /// How long a unit across is beside one upwards.
  package var aspect: Aspect
  /// What the chart shows in one line of numbers; empty for one made of the data.
  package var caption: String

  /// Makes a chart of what a classifier decided at the points of a grid.
  ///
  /// - Parameters:
  ///   - classes: One index for each point of the grid, row by row from the top; where it ends
  ///     early the rest is blank.
  ///   - confidences: One for each point of the grid, 0 to 1; a missing one counts as 1, and one
  ///     that is not finite is drawn as no number.
  package init(
    title: String? = nil, xAxis: Axis, yAxis: Axis, grid: SampleGrid, classes: [Int],
    confidences: [Double], classNames: [String], points: [ClassPoint] = [],
    pointsName: String = "", aspect: Aspect = .equal, caption: String = ""
  ) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.grid = grid
    self.classes = classes
    self.confidences = confidences
    self.classNames = classNames
    self.points = points
    self.pointsName = pointsName
    self.aspect = aspect
    self.caption = caption
  }
}

extension RegionChart {
  var size: Int { classes.count + confidences.count + 4 * points.count + classNames.count }

  var members: [JSONValue.Member] {
    [
      .init("x", xAxis.json), .init("y", yAxis.json), .init("grid", grid.json),
      .init("class_names", .array(classNames.map { .string($0) })),
      .init("classes", .integers(classes)),
      .init("confidences", .numbers(confidences)), .init("points_name", .string(pointsName)),
      .init(
        "points",
        .array(
          points.map {
            [
              "x": .number($0.x), "y": .number($0.y), "class": .integer($0.classIndex),
              "misclassified": .bool($0.isMisclassified),
            ]
          })),
    ]
  }
}

/// A point of a known class, and whether a classifier took it for another.
package struct ClassPoint: Hashable, Sendable {
  /// The place from left to right.
  package var x: Double
  /// The place from bottom to top.
  package var y: Double
  /// The index of the class that the point is of, from 0, and not of the one it was taken for.
  package var classIndex: Int
  /// Whether the classifier took the point for another class; it has a heavier glyph then.
  package var isMisclassified: Bool

  /// A point of a class, by default one that was taken for what it is.
  package init(_ x: Double, _ y: Double, classIndex: Int, isMisclassified: Bool = false) {
    self.x = x
    self.y = y
    self.classIndex = classIndex
    self.isMisclassified = isMisclassified
  }
}
