import Testing

@testable import Charts

@Suite("A heat map")
struct HeatMapTests {
  /// What a classifier of many classes got right and wrong, with so many examples of each class.
  private static func confusion(classes: Int, each count: Int) -> HeatMapChart {
    let names = (0..<classes).map(String.init)
    let counts = (0..<classes * classes).map { cell in
      cell / classes == cell % classes
        ? count : [0, 3, 12][cell % 3]
    }
    return HeatMapChart(
      title: "confusion", rowTitle: "true class", columnTitle: "predicted class",
      rowLabels: names, columnLabels: names, columns: classes,
      values: counts.map { $0 > 12 || $0 == count ? 0.95 : 0.05 }, texts: counts.map(String.init),
      valueAxis: Axis("of its row", format: .percent, extent: Extent(0, 1)))
  }

  private static func lines(_ map: HeatMapChart, width: Int) -> [Substring] {
    TextRenderer(width: width).render(Document([.chart(.heatMap(map))]))
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(
    "shades as much on the left of a figure as on its right, or in a line of its own",
    arguments: [2, 3, 10], [40, 80, 140])
  func shades(classes: Int, width: Int) throws {
    for count in [8, 40, 962, 1118] {
      let map = Self.confusion(classes: classes, each: count)
      let lines = Self.lines(map, width: width)
      let body = lines.filter { $0.contains("|") && !$0.contains("_") }
      #expect(body.contains { $0.contains("@") || $0.contains("%") }, "\(count)")
      guard body.contains(where: { $0.contains(String(count)) }) else {
        #expect(width == 40, "no figures of \(count)")
        continue
      }
      for line in body where line.contains("|") {
        let cells = line.split(separator: "|").dropFirst(line.hasPrefix("|") ? 0 : 1)
        for cell in cells where classes < 10 && cell.contains(where: \.isNumber) {
          let left = cell.prefix { !$0.isNumber && $0 != " " }.count
          let right = cell.reversed().prefix { !$0.isNumber && $0 != " " }.count
          #expect(left == right, "\(cell)")
        }
      }
    }
  }

  @Test("writes the counts of ten classes of a thousand, with density, in 80 columns")
  func tenClasses() {
    let text = Self.lines(Self.confusion(classes: 10, each: 1118), width: 80)
      .joined(separator: "\n")
    #expect(text.contains("@ 1118@"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("has no sign of its ramps in the frame", arguments: [40, 80, 140])
  func frame(width: Int) {
    let signs = Set(".:-=+*#%@'")
    for chart in [SampleCharts.confusion, SampleCharts.edgeFilter, SampleCharts.manyWeights] {
      var blank = HeatMapChart(
        columns: chart.columns, values: chart.values.map { _ in 0 },
        valueAxis: Axis(extent: Extent(-1, 1)), style: chart.style)
      blank.texts = chart.texts.map { _ in "0" }
      let lines = Self.lines(blank, width: width).prefix { !$0.contains("to 0") }
      #expect(lines.count > 3)
      #expect(lines.allSatisfy { line in !line.contains { signs.contains($0) } })
    }
  }
}
