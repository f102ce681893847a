/// One way of writing a digit: the strokes of a pen, in a box of 20 x 20 with y pointing down.
struct Glyph: Sendable {
  /// How often people write it so, against the digit's other ways.
  let weight: Double
  /// The strokes, in the order of the hand.
  let strokes: [Stroke]

  init(_ weight: Double, _ strokes: Stroke...) {
    self.weight = weight
    self.strokes = strokes
  }
}

/// One movement of the pen: a smooth curve through points, with a sharp turn where a corner is.
struct Stroke: Sendable {
  /// The points that the curve goes through.
  var points: [SIMD2<Double>]
  /// The indices of the points at which the curve breaks.
  let corners: Set<Int>

  /// - Parameter points: `[x, y]` for each point, `[x, y, 1]` for a corner.
  init(_ points: [Double]...) {
    self.points = points.map { SIMD2($0[0], $0[1]) }
    corners = Set(points.indices.filter { points[$0].count == 3 })
  }

  /// The curve as a chain of short lines.
  ///
  /// ```
  /// c(t) = (2 p1 + (p2 - p0) t + (2 p0 - 5 p1 + 4 p2 - p3) t^2
  ///         + (3 p1 - p0 - 3 p2 + p3) t^3) / 2
  /// ```
  ///
  /// **Source**: E. Catmull, R. Rom, *A class of local interpolating splines* (1974), uniform form.
  func polyline(piecesPerSpan: Int) -> [SIMD2<Double>] {
    var line = [points[0]]
    for index in 0..<points.count - 1 {
      let (p1, p2) = (points[index], points[index + 1])
      let startsFresh = index == 0 || corners.contains(index)
      let endsFresh = index + 2 == points.count || corners.contains(index + 1)
      let p0 = startsFresh ? p1 : points[index - 1]
      let p3 = endsFresh ? p2 : points[index + 2]
      for piece in 1...piecesPerSpan {
        let t = Double(piece) / Double(piecesPerSpan)
        let linear = (p2 - p0) * t
        let square = (2 * p0 - 5 * p1 + 4 * p2 - p3) * (t * t)
        let cube = (3 * p1 - p0 - 3 * p2 + p3) * (t * t * t)
        line.append((2 * p1 + linear + square + cube) * 0.5)
      }
    }
    return line
  }
}
