import Testing

@testable import Charts

@Suite("Lines of several series")
struct LinePatternTests {
  /// Curves that rise and fall across each other, of few or of many points.
  private static func crossing(_ count: Int, points: Int) -> LineChart {
    LineChart(
      xAxis: Axis("x"), yAxis: Axis("y"),
      series: (0..<count).map { index in
        .init(
          "s\(index)",
          points: (0..<points).map { step in
            let x = Double(step) / Double(points - 1)
            return Point(x, Double(index) + x * Double(count - 1 - 2 * index))
          })
      })
  }

  private static func body(_ chart: LineChart, _ pictures: Pictures) -> [StyledLine] {
    chart.picture(in: PictureSpace(width: 80, height: 24, pictures: pictures)).body
  }

  @Test("each have a dash of their own", arguments: 1..<8)
  func dashes(series: Int) {
    func dots(_ series: Int) -> [Bool] { (0..<48).map(LinePattern(series).isDrawn) }
    #expect(dots(0).allSatisfy { $0 })
    #expect(dots(series)[0] && dots(series).contains(false))
    for other in 0..<series { #expect(dots(series) != dots(other)) }
  }

  @Test("are drawn with other signs in 7-bit characters, between few points too")
  func joints() {
    let lines = Self.body(Self.crossing(3, points: 5), .ascii)
    for series in 0..<3 {
      let own = Set(lines.flatMap(\.cells).filter { $0.ink == .series(series) }.map(\.character))
      #expect(own == [SeriesGlyph.line(series), LinePattern(series).joint])
    }
    let dense = Self.body(Self.crossing(3, points: 200), .ascii)
    for series in 0..<3 {
      let own = Set(dense.flatMap(\.cells).filter { $0.ink == .series(series) }.map(\.character))
      #expect(own == [SeriesGlyph.line(series)])
    }
  }

  @Test("have as many dots as their dashes ask for", arguments: [Pictures.blocks, .braille])
  func share(pictures: Pictures) {
    // Level lines, each alone in its rows, without the glyphs that stand on them.
    let count = 4
    let chart = LineChart(
      xAxis: Axis("x"), yAxis: Axis("y", extent: Extent(-1, Double(count))),
      series: (0..<count).map { index in
        .init("s\(index)", points: (0..<200).map { Point(Double($0), Double(index)) })
      })
    let lines = Self.body(chart, pictures)
    let drawn = (0..<count).map { series in
      lines.flatMap(\.cells).count {
        $0.ink == .series(series) && $0.character != SeriesGlyph.line(series)
      }
    }
    // Whole and dotted lines have a mark in every character; dashes leave some out.
    #expect(drawn[1] < drawn[0] && drawn[3] < drawn[0], "\(drawn)")
    let patterns = (0..<count).map { series in
      String(lines.flatMap(\.cells).filter { $0.ink == .series(series) }.compactMap(\.character))
    }
    #expect(Set(patterns).count == count)
  }

  @Test("that lie on each other show the glyphs of both", arguments: Pictures.allCases)
  func same(pictures: Pictures) {
    let points = (0..<200).map { Point(Double($0), 1) }
    let chart = LineChart(
      xAxis: Axis("x"), yAxis: Axis("y"),
      series: [.init("a", points: points), .init("b", points: points)])
    let row = Self.body(chart, pictures).map { $0.text(colors: .none) }
    for glyph in [SeriesGlyph.line(0), SeriesGlyph.line(1)] {
      #expect(row.contains { $0.count(where: { $0 == glyph }) > 3 }, "\(row)")
    }
  }

  @Test("are shown in the legend as they are drawn", arguments: Pictures.allCases)
  func legend(pictures: Pictures) {
    for points in [5, 200] {
      let chart = Self.crossing(3, points: points)
      let picture = chart.picture(in: PictureSpace(width: 80, height: 24, pictures: pictures))
      let drawn = Set(picture.body.flatMap(\.cells).compactMap(\.character))
      for (series, entry) in picture.legend.enumerated() {
        #expect(entry.glyph.contains(SeriesGlyph.line(series)))
        if pictures == .ascii {
          #expect(entry.glyph.allSatisfy(drawn.contains), "\(entry.glyph)")
        } else {
          #expect(entry.glyph == LinePattern(series).sample(pictures))
        }
      }
      #expect(Set(picture.legend.map(\.glyph)).count == 3)
    }
  }

  @Test(
    "that others are compared with have one sign in every picture, and lie beneath the curves",
    arguments: Pictures.allCases)
  func reference(pictures: Pictures) {
    let sign: Character = pictures == .ascii ? "~" : "╌"
    for count in 1...4 {
      var chart = Self.crossing(count, points: 200)
      chart.series.append(
        .init("chance", points: [Point(0, 0), Point(1, Double(count))], style: .reference))
      let picture = chart.picture(in: PictureSpace(width: 80, height: 24, pictures: pictures))
      #expect(picture.legend.last?.glyph == String(repeating: sign, count: 3))
      #expect(picture.legend.last?.text == "chance")
      let cells = picture.body.flatMap(\.cells)
      #expect(cells.count { $0.character == sign } > 10)
      #expect(cells.allSatisfy { $0.ink != .series(count) })
      chart.series[count].points = chart.series[0].points
      let covered = chart.picture(in: PictureSpace(width: 80, height: 24, pictures: pictures))
      let left = covered.body.flatMap(\.cells).count { $0.character == sign }
      #expect(left <= 2, "what lies on a curve is beneath it")
    }
  }
}
