import Testing

@testable import Charts

@Suite("The ladder of shades")
struct ShadeLadderTests {
  /// How much of its character a glyph covers: the dots of braille, the share of a block, and of
  /// 7-bit glyphs what "Character representation of grey scale images" (Paul Bourke, 1997) orders.
  private static func density(_ glyph: Character) -> Int {
    let bourke = Array(" .:-=+*#%@")
    if let place = bourke.firstIndex(of: glyph) { return place }
    let blocks: [Character: Int] = ["·": 1, "░": 25, "▒": 50, "▓": 75, "█": 100]
    if let share = blocks[glyph] { return share }
    let scalar = glyph.unicodeScalars.first?.value ?? 0
    return (scalar & 0xFF).nonzeroBitCount
  }

  @Test("rises from a blank to the fullest glyph", arguments: Pictures.allCases)
  func rises(pictures: Pictures) {
    let glyphs = ShadeLadder.glyphs(pictures)
    let densities = glyphs.map(Self.density)
    #expect(glyphs.first == " " && Set(glyphs).count == glyphs.count)
    #expect(densities == densities.sorted(), "\(densities)")
  }

  @Test("is cut evenly into fewer shades, from the first to the last", arguments: Pictures.allCases)
  func fewer(pictures: Pictures) {
    let all = ShadeLadder.glyphs(pictures)
    for count in 2...all.count {
      let some = ShadeLadder.glyphs(pictures, count: count)
      let places = some.compactMap(all.firstIndex)
      #expect(places.count == count && places == places.sorted() && Set(places).count == count)
      #expect(some.first == all.first && some.last == all.last)
    }
  }

  @Test("is the only one: what shades draws with its glyphs alone", arguments: Pictures.allCases)
  func only(pictures: Pictures) {
    let values = (0..<64).map { Double($0) / 63 }
    let ladder = Set(ShadeLadder.glyphs(pictures))
    let grid = SampleGrid(x: Extent(0, 1), y: Extent(0, 1), width: 8, height: 8)
    let charts: [Chart] = [
      .heatMap(HeatMapChart(columns: 8, values: values, valueAxis: Axis(extent: Extent(0, 1)))),
      .image(ImageChart(pixels: values, width: 8, height: 8)),
      .surface(
        SurfaceChart(
          xAxis: Axis(), yAxis: Axis(), grid: grid, values: values,
          valueAxis: Axis(extent: Extent(0, 1)))),
    ]
    let space = PictureSpace(width: 80, height: 24, pictures: pictures)
    for chart in charts {
      let body = chart.content.picture(in: space).body
      let shades = Set(
        body.flatMap(\.cells).filter { $0.ink.map(Self.isTone) ?? false }.map(\.character))
      #expect(shades.count >= 6, "\(chart.kind)")
      #expect(shades.allSatisfy { $0.map(ladder.contains) ?? false }, "\(chart.kind): \(shades)")
    }
  }

  @Test("tells the signs of numbers apart, and their sizes", arguments: Pictures.allCases)
  func signs(pictures: Pictures) {
    let (positive, negative) = (ShadeLadder.positive(pictures), ShadeLadder.negative(pictures))
    #expect(positive.count == negative.count)
    #expect(Set(positive + negative).count == positive.count * 2)
  }

  private static func isTone(_ ink: Ink) -> Bool {
    if case .tone = ink { true } else { false }
  }
}
