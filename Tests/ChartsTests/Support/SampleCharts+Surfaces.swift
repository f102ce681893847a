import Charts

extension SampleCharts {
  /// A bent valley, and a path that falls into it and follows it.
  static let valley: SurfaceChart = {
    let grid = SampleGrid(x: Extent(-7, 3), y: Extent(-4, 3.7), width: 48, height: 30)
    func value(_ point: Point) -> Double {
      let bend = point.y - 0.12 * point.x * point.x + 1
      return 0.05 + 0.02 * point.x * point.x + 0.2 * bend * bend
    }
    let path = (0..<40).map { step -> Point in
      let left = 1 - Double(step) / 40
      let x = -4.5 * left * left
      return Point(x, 0.12 * x * x - 1 + 1.5 * left * left * left * left)
    }
    return SurfaceChart(
      title: "loss surface", xAxis: Axis("direction 1"), yAxis: Axis("direction 2"), grid: grid,
      values: grid.points.map(value), valueAxis: Axis("loss", scale: .logarithmic), path: path,
      pathName: "after each epoch",
      marks: [
        .init("X", "the network now", at: Point(0, -1)), .init("S", "start", at: path[0]),
      ], caption: "40 epochs · loss 1.15 at the start, 0.05 now")
  }()

  /// A surface of both signs that is not known everywhere, with a path that leaves it.
  static let brokenSurface: SurfaceChart = {
    let grid = SampleGrid(x: Extent(-1, 1), y: Extent(-1, 1), width: 20, height: 20)
    return SurfaceChart(
      xAxis: Axis("x"), yAxis: Axis("y"), grid: grid,
      values: grid.points.map { $0.x > 0.8 ? ($0.y > 0 ? .nan : .infinity) : $0.x * $0.y },
      valueAxis: Axis("height", extent: Extent(-0.5, 0.5)),
      path: [Point(0, 0), Point(0.5, 0.2), Point(4, 1), Point(.nan, 0)], pathName: "steps",
      marks: [.init("1", "first", at: Point(0, 0)), .init("2", "last", at: Point(.nan, 0))])
  }()
}
