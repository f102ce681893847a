import JSON

/// What a classifier decides everywhere in a plane, with points on top of it.
package struct RegionChart: Equatable, Sendable {
  package var title: String?
  package var xAxis: Axis
  package var yAxis: Axis
  /// Where the classifier was asked; its extents are those of the axes.
  package var grid: SampleGrid
  /// The index of the class decided at each point of the grid.
  package var classes: [Int]
  /// How probable that class was said to be at each point of the grid, 0 to 1.
  package var confidences: [Double]
  package var classNames: [String]
  package var points: [ClassPoint]
  package var aspect: Aspect
  package var caption: String

  package init(
    title: String? = nil, xAxis: Axis, yAxis: Axis, grid: SampleGrid, classes: [Int],
    confidences: [Double], classNames: [String], points: [ClassPoint] = [],
    aspect: Aspect = .equal, caption: String = ""
  ) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.grid = grid
    self.classes = classes
    self.confidences = confidences
    self.classNames = classNames
    self.points = points
    self.aspect = aspect
    self.caption = caption
  }
}

extension RegionChart {
  var members: [JSONValue.Member] {
    [
      .init("x", xAxis.json), .init("y", yAxis.json), .init("grid", grid.json),
      .init("class names", .array(classNames.map { .string($0) })),
      .init("classes", .integers(classes)),
      .init("confidences", .numbers(confidences)),
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
  package var x: Double
  package var y: Double
  package var classIndex: Int
  package var isMisclassified: Bool

  package init(_ x: Double, _ y: Double, classIndex: Int, isMisclassified: Bool = false) {
    self.x = x
    self.y = y
    self.classIndex = classIndex
    self.isMisclassified = isMisclassified
  }
}
