/// A place in a plane, in the units of the data.
package struct Point: Hashable, Sendable {
  /// The place from left to right.
  package var x: Double
  /// The place from bottom to top.
  package var y: Double

  /// A point at x and y; either may be no finite number, and the point has no place then.
  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  var isFinite: Bool { x.isFinite && y.isFinite }
}
