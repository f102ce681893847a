import Testing

@testable import Charts

@Suite("The reading of a picture")
struct ReadingTests {
  /// Numbers that are the chart's own, as its reading has to write them. A new kind stops here until
  /// it says which these are.
  private static func figures(of chart: Chart) -> [String] {
    switch chart {
    case .line(let line):
      line.series.flatMap { series -> [String] in
        let points = series.points.filter(\.isFinite)
        // Examples have no beginning and no end.
        let ends = series.style == .examples ? [] : [points.first, points.last].compactMap(\.self)
        let heights = points.map(\.y)
        return (ends.map(\.y) + [heights.min(), heights.max()].compactMap(\.self))
          .map(line.yAxis.text) + ends.map { line.xAxis.text($0.x) } + [String(points.count)]
      } + line.marks.map { line.xAxis.text($0.x) }
    case .scatter(let scatter): scatter.groups.map { String($0.points.count) }
    case .regions(let regions):
      [
        String(regions.points.count { $0.isMisclassified }), String(regions.points.count),
        "\(regions.grid.columns) x \(regions.grid.rows)",
      ]
    case .bars(let bars): bars.bars.map(\.text)
    case .stackedBars(let stacked):
      stacked.bars.flatMap { bar in bar.values.map(stacked.text) + [stacked.text(bar.total)] }
    case .histogram(let histogram):
      [NumberText.count(histogram.counts.max() ?? 0), String(histogram.outside)]
    case .image(let image): ["\(image.width) x \(image.height)"] + image.bars.map(\.text)
    case .heatMap(let map):
      [String(map.rows), String(map.columns)]
        + [map.values.filter(\.isFinite).min(), map.values.filter(\.isFinite).max()]
        .compactMap(\.self).map(map.valueAxis.text)
    case .diagram(let diagram): diagram.columns.map { NumberText.count($0.count) }
    case .surface(let surface):
      ["\(surface.grid.columns) x \(surface.grid.rows)", "\(surface.path.count) points"]
        + surface.marks.map { surface.xAxis.text($0.point.x) }
        + surface.marks.map { surface.yAxis.text($0.point.y) }
    }
  }

  @Test("names the numbers of its own data, for each kind", arguments: Chart.Kind.allCases)
  func ownNumbers(kind: Chart.Kind) {
    for chart in SampleCharts.charts(of: kind) {
      let text = chart.content.reading.joined(separator: "\n")
      let figures = Self.figures(of: chart)
      #expect(!figures.isEmpty)
      for figure in figures { #expect(text.contains(figure), "\(figure) is not in\n\(text)") }
    }
  }

  @Test("is sentences of one line for whatever data there is", arguments: Chart.Kind.allCases)
  func sentences(kind: Chart.Kind) {
    let odd = OddCharts.all.filter { $0.kind == kind }
    for chart in SampleCharts.charts(of: kind) + odd {
      #expect(chart.reading.last?.hasPrefix("The line under it sums it up: ") == true)
      for sentence in chart.content.reading {
        #expect(sentence.hasSuffix(".") && !sentence.contains(where: \.isNewline), "\(sentence)")
      }
    }
    #expect(SampleCharts.charts(of: kind).allSatisfy { $0.content.reading.count >= 2 })
  }

  @Test(
    "of a heat map says where its extremes stand, what a figure is, and what the diagonal holds")
  func heatMap() {
    let reading = Chart.heatMap(SampleCharts.confusion).content.reading
    #expect(
      reading == [
        "3 rows (true class) and 3 columns (predicted class).",
        "The denser a cell, the larger its value (of its row), from 0.0% to 100.0%.",
        "The largest value, 95.0%, stands at true class outer, predicted class outer; the "
          + "smallest, 0.0%, at true class outer, predicted class inner.",
        "1 of 9 cells is exactly 0.",
        "The figure in a cell is written where there is room: 38 at true class outer, predicted "
          + "class outer, whose value is 95.0%.",
        "On the diagonal true class and predicted class are the same: 38, 28, 16.",
        "Beside it they differ, the most at true class middle, predicted class outer: 20, whose value "
          + "is 50.0%.",
      ])
  }

  @Test("of a diagram says what a column is, which nodes are crossed out, and how many lines join")
  func diagram() throws {
    let reading = try #require(SampleCharts.twoDiagrams.charts.first).content.reading
    #expect(
      reading == [
        "Column 1, input 2: 2 nodes, drawn round, from top to bottom x1, x2.",
        "Column 2, #1 dense 4 tanh: 4 nodes, drawn round, 1 of them dropped in this step: number 2.",
        "Column 3, #2 dense 1 sigmoid: 1 node, drawn round.",
        "Each of 3 nodes of column 2 takes in all 2 of column 1: 6 connections.",
        "The one node of column 3 takes in all 3 of column 2: 3 connections.",
        "A crossing of lines joins every node on its left with every one on its right.",
      ])
  }

  @Test("of a grid names its pictures and reads the first of each kind in full")
  func grid() {
    let reading = SampleCharts.fourRates.reading
    #expect(
      reading.first
        == "4 pictures side by side, drawn to the same scale: rate 0.05, rate 0.1, rate 0.2, "
        + "rate 0.4.")
    #expect(reading.contains("Of \"rate 0.05\" for example:"))
    #expect(reading.contains { $0.hasPrefix("Across: epoch, from 1 to 100") })
    #expect(reading.last == "Together: all four fall")
    #expect(ChartGrid(charts: [SampleCharts.all[0]]).reading[0].contains("scale") == false)
    #expect(ChartGrid(charts: []).reading == ["There is no picture in it."])
  }

  @Test("of a grid calls its scale one only where all axes are the same")
  func scale() throws {
    func isOne(_ charts: Chart...) -> Bool {
      ChartGrid(charts: charts).reading[0].contains("drawn to the same scale")
    }
    func map(_ columns: Int, _ extent: Extent?) -> Chart {
      .heatMap(
        HeatMapChart(columns: columns, values: [1, 2, 3, 4], valueAxis: Axis("w", extent: extent)))
    }
    func curve(_ name: String) -> Chart {
      .line(LineChart(xAxis: Axis("epoch"), yAxis: Axis(name), series: [.init("a", values: [1])]))
    }
    func bars(_ values: [Double]) -> Chart {
      .histogram(Histogram(xAxis: Axis("weight", extent: Extent(0, 1)), values: values, bins: 2))
    }
    #expect(isOne(map(2, Extent(0, 9)), map(2, Extent(0, 9))))
    #expect(!isOne(map(2, Extent(0, 9)), map(4, Extent(0, 9))))
    #expect(!isOne(map(2, Extent(0, 9)), map(2, Extent(0, 8))))
    #expect(isOne(curve("loss"), curve("loss")))
    #expect(!isOne(curve("loss"), curve("accuracy")))
    #expect(!isOne(bars([0.1, 0.2]), bars([0.1, 0.7])))
    #expect(!isOne(map(2, nil), curve("loss")))
    #expect(!isOne(map(2, nil)))
  }

  @Test("of a grid of rows with names tells each picture by its row")
  func rows() {
    #expect(
      SampleCharts.namedRows.reading[0].hasSuffix(
        ": l2=0 #1 dense, l2=0 #2 dense, l2=0.1 #1 dense, l2=0.1 #2 dense."))
  }
}
