import Testing
import Tuning

@Suite("A grid")
struct GridTests {
  @Test("counts its points like digits, the last axis fastest")
  func order() {
    let grid = Grid([Grid.Axis("rate", [0.01, 0.1]), Grid.Axis("units", [4, 8, 16])])
    #expect(grid.count == 6)
    #expect(
      grid.points.map(\.text) == [
        "rate=0.01 units=4", "rate=0.01 units=8", "rate=0.01 units=16", "rate=0.1 units=4",
        "rate=0.1 units=8", "rate=0.1 units=16",
      ])
    #expect(grid[4]["rate"] == 0.1)
    #expect(grid[4]["units"] == 8)
    #expect(grid[4]["momentum"] == nil)
  }

  @Test("has one point without axes, and none where an axis has no values")
  func empty() {
    #expect(Grid([]).points.map(\.text) == [""])
    #expect(Grid([Grid.Axis("rate", []), Grid.Axis("units", [4])]).points.isEmpty)
  }

  @Test("may have more points than memory")
  func large() {
    let values = (0..<1000).map { Double($0) }
    let grid = Grid((0..<6).map { Grid.Axis("a\($0)", values) })
    #expect(grid.count == 1_000_000_000_000_000_000)
    #expect(grid[123_456_789_012_345_678].settings.map(\.value) == [123, 456, 789, 12, 345, 678])
    let larger = Grid((0..<7).map { Grid.Axis("a\($0)", values) })
    #expect(larger.count == Int.max)
    #expect(larger[5]["a6"] == 5)
  }
}
