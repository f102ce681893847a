/// The markers of many points as one path for each class.
///
/// Of a crowd that no eye can tell apart, one marker stands for each few pixels.
struct PointPaths {
  private static let crowd = 3000
  private let frame: SVGFrame
  private let spacing: Double
  private let across: Int
  private var taken: [Bool]
  private(set) var missing = Misplaced.Counts()
  private(set) var path = ""
  private(set) var rings = ""

  init(frame: SVGFrame, count: Int) {
    self.frame = frame
    spacing = count > Self.crowd ? 3 : 0.5
    across = Int(frame.width / spacing) + 2
    taken = [Bool](repeating: false, count: across * (Int(frame.height / spacing) + 2))
  }

  mutating func add(_ point: Point, shape: Int, isMisclassified: Bool = false) {
    guard point.isFinite, let place = frame.place(point) else {
      missing.count(point)
      return
    }
    let column = Int(max(place.x - frame.left, 0) / spacing)
    let row = Int(max(place.y - frame.top, 0) / spacing)
    let index = row * across + column
    guard isMisclassified || !taken[index] else { return }
    taken[index] = true
    path += SVGSymbol.marker(shape, x: place.x, y: place.y)
    if isMisclassified { rings += SVGSymbol.ring(x: place.x, y: place.y) }
  }
}
