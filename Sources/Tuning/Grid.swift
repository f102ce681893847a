/// Every combination of the values of some settings.
///
/// The points are counted like the digits of a number: the last axis changes fastest. A point is
/// made when it is asked for, so a grid may have more points than memory.
public struct Grid: Sendable, Equatable {
  /// One setting and the values that it takes.
  public struct Axis: Sendable, Equatable {
    /// The setting as it is typed: "rate".
    public let name: String
    /// Its values, in order.
    public let values: [Double]

    /// A setting and its values.
    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// A value for each of the settings.
  public struct Point: Sendable, Equatable {
    /// One setting at a point.
    public struct Coordinate: Sendable, Equatable {
      /// The setting as it is typed.
      public let name: String
      /// Its value.
      public let value: Double
    }

    /// The settings in the order of the axes.
    public let settings: [Coordinate]

    /// The value of a setting; nil for a name that is not of the grid.
    public subscript(name: String) -> Double? { settings.first { $0.name == name }?.value }

    /// The point as it is typed: "rate=0.1 units=8".
    public var text: String {
      settings.map { setting in
        let number = setting.value.description
        return "\(setting.name)=\(number.hasSuffix(".0") ? String(number.dropLast(2)) : number)"
      }.joined(separator: " ")
    }
  }

  /// The settings, the slowest first.
  public let axes: [Axis]

  /// The grid of some axes; without axes it has one point, without values of one of them none.
  public init(_ axes: [Axis]) {
    self.axes = axes
  }

  /// The number of points, the product of the axes' lengths, at most `Int.max`.
  public var count: Int {
    if axes.contains(where: { $0.values.isEmpty }) { return 0 }
    return axes.reduce(1) { count, axis in
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.values.count)
      return overflow ? Int.max : product
    }
  }

  /// The point with a number in `0 ..< count`.
  public subscript(index: Int) -> Point {
    precondition(index >= 0 && index < count, "a point of the grid")
    var rest = index
    var settings: [Point.Coordinate] = []
    for axis in axes.reversed() {
      let (quotient, place) = rest.quotientAndRemainder(dividingBy: axis.values.count)
      settings.append(Point.Coordinate(name: axis.name, value: axis.values[place]))
      rest = quotient
    }
    return Point(settings: settings.reversed())
  }

  /// All points in order.
  public var points: [Point] { (0..<count).map { self[$0] } }
}
