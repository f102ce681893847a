/// A round pen on grey paper of 28 x 28 pixels.
///
/// Each pixel keeps its distance from the nearest line, so overlapping lines do not become
/// darker, and the ink is worked out once at the end.
struct Pen {
  /// Pixels along each side.
  static let side = 28

  /// The radius of its tip, in pixels.
  let radius: Double
  /// The distance over which the ink fades out at the edge, in pixels.
  private static let fading = 1.2

  /// The squared distance of each pixel's middle from the nearest line; where it is beyond the
  /// reach of the ink, a large number.
  private var squaredDistances: [Double]

  init(radius: Double) {
    self.radius = radius
    squaredDistances = [Double](repeating: .greatestFiniteMagnitude, count: Self.side * Self.side)
  }

  /// How far from a line there is still ink.
  private var reach: Double { radius + Self.fading / 2 }

  /// Draws a chain of lines, in pixels from the upper left corner.
  mutating func draw(_ line: [SIMD2<Double>]) {
    for (start, end) in zip(line, line.dropFirst()) { draw(from: start, to: end) }
  }

  /// One line: squared distance of p from the segment a, b is |p - a - t (b - a)|^2 with
  /// t = clamp((p - a) . (b - a) / |b - a|^2, 0, 1).
  private mutating func draw(from a: SIMD2<Double>, to b: SIMD2<Double>) {
    let along = b - a
    let squaredLength = max((along * along).sum(), 1e-12)
    let columns = Self.pixels(from: min(a.x, b.x) - reach, to: max(a.x, b.x) + reach)
    for row in Self.pixels(from: min(a.y, b.y) - reach, to: max(a.y, b.y) + reach) {
      for column in columns {
        let toPixel = SIMD2(Double(column) + 0.5, Double(row) + 0.5) - a
        let t = min(max((toPixel * along).sum() / squaredLength, 0), 1)
        let distance = toPixel - t * along
        let pixel = row * Self.side + column
        squaredDistances[pixel] = min(squaredDistances[pixel], (distance * distance).sum())
      }
    }
  }

  /// The pixels whose middles may lie between two places, within the paper.
  private static func pixels(from lower: Double, to upper: Double) -> Range<Int> {
    let edge = Double(side)
    let first = Int(min(max(lower, 0), edge))
    let last = Int(min(max(upper, 0), edge).rounded(.up))
    return first..<max(first, last)
  }

  /// Appends the picture, row by row: 0 is paper, `ink` is the darkest that a line is.
  func appendPixels(to pixels: inout [UInt8], ink: Double) {
    for squared in squaredDistances {
      guard squared < reach * reach else {
        pixels.append(0)
        continue
      }
      let depth = min((reach - squared.squareRoot()) / Self.fading, 1)
      pixels.append(UInt8((ink * depth).rounded()))
    }
  }
}
