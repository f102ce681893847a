import Charts
import Testing

@Suite("Extents and grids")
struct ExtentTests {
  @Test("always have two finite ends in order")
  func ends() {
    for (first, second) in [
      (1.0, 2.0), (2, 1), (0, 0), (5, 5), (.nan, 1), (.infinity, -.infinity),
      (.leastNonzeroMagnitude, 0), (.greatestFiniteMagnitude, .infinity),
    ] as [(Double, Double)] {
      let extent = Extent(first, second)
      #expect(extent.lower < extent.upper)
      #expect(extent.lower.isFinite && extent.upper.isFinite)
    }
    #expect(Extent(2, 1) == Extent(1, 2))
    #expect((Extent(5, 5).lower, Extent(5, 5).upper) == (4.5, 5.5))
  }

  @Test("cover the finite numbers, with a margin at both ends")
  func covering() {
    let extent = Extent(covering: [3, .nan, -1, .infinity, 1], margin: 0.25)
    #expect((extent.lower, extent.upper) == (-2, 4))
    #expect(Extent(covering: []) == Extent(0, 1))
  }

  @Test("are sampled at the centres of equal cells, from the top")
  func sampleGrid() {
    let grid = SampleGrid(x: Extent(0, 4), y: Extent(0, 2), width: 4, height: 2)
    #expect(grid.points.count == 8)
    #expect(grid.points.first == Point(0.5, 1.5))
    #expect(grid.point(column: 3, row: 1) == Point(3.5, 0.5))
    #expect(grid.points.last == Point(3.5, 0.5))
  }

  @Test("are sampled so that the cells are square on the screen")
  func squareCells() {
    for (width, height) in [(2.0, 2.0), (4, 2.5), (1, 3), (10, 4)] {
      let grid = SampleGrid(x: Extent(0, width), y: Extent(0, height))
      let cellRatio = (width / Double(grid.columns)) / (height / Double(grid.rows))
      #expect(cellRatio > 0.9 && cellRatio < 1.1)
    }
    let odd = SampleGrid(x: Extent(-1e308, 1e308), y: Extent(0, 1e-300))
    #expect((1...1000).contains(odd.columns) && (1...1000).contains(odd.rows))
  }

  @Test("are cut into bins that hold their lower ends")
  func histogram() {
    let axis = Axis("x", extent: Extent(0, 4))
    let histogram = Histogram(
      xAxis: axis, values: [0, 0.5, 1, 2, 3.999, 4, -0.1, 4.1, .nan], bins: 4)
    #expect(histogram.counts == [2, 1, 1, 2])
    #expect(histogram.outside == 3)
  }
}
