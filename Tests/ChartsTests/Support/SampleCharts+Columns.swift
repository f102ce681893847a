import Charts

extension SampleCharts {
  /// A column of three classes, one of which has a heap of its own.
  static let byClass: Histogram = {
    let groups: [Histogram.Group] = [
      .init("class low", counts: [1, 6, 12, 9, 4, 0, 0, 0]),
      .init("class middle", counts: [0, 0, 2, 7, 8, 3, 1, 0]),
      .init("class high", counts: [0, 0, 0, 0, 1, 0, 5, 4]),
    ]
    let counts = (0..<8).map { bin in groups.reduce(0) { $0 + $1.counts[bin] } }
    var chart = Histogram(
      title: "height", xAxis: Axis("height"), extent: Extent(1.4, 2.2), counts: counts,
      caption: "63 people · height from 1.4 to 2.2")
    chart.groups = groups
    return chart
  }()

  /// Correlations of three columns, one of which is the same in all.
  static let correlations: HeatMapChart = {
    var chart = HeatMapChart(
      title: "correlation", rowLabels: ["area", "always 5", "price"],
      columnLabels: ["area", "always 5", "price"], columns: 3,
      values: [1, .nan, -0.42, .nan, .nan, .nan, -0.42, .nan, 1],
      texts: ["1.00", "", "-0.42", "", "", "", "-0.42", "", "1.00"],
      valueAxis: Axis("correlation", extent: Extent(-1, 1)),
      caption: "strongest: price and area -0.42 · undefined: always 5, the same in all")
    chart.gapName = "undefined"
    return chart
  }()

  /// A line through some examples, and under it so many that they would hide it.
  static func fitted(_ count: Int) -> LineChart {
    var source = SplitMix(state: 11)
    let points = (0..<count).map { index -> Point in
      let x = Double(index) / Double(count)
      return Point(x, x * x + 0.4 * (source.uniform() - 0.5))
    }
    let curve = (0...100).map { Point(Double($0) / 100, Double($0 * $0) / 10_000) }
    return LineChart(
      title: "\(count) examples", xAxis: Axis("x"), yAxis: Axis("y"),
      series: [
        .init("fit", points: curve), .init("examples", points: points, style: .examples),
      ], caption: "\(count) examples of a parabola")
  }

  /// Five columns at once, small enough for a screen.
  static let manyColumns: ChartGrid = {
    var grid = ChartGrid(
      charts: [3, 5, 7, 11, 13].map { part -> Chart in
        let values = (0..<60).map { number -> Double in Double(number * number % (part * 7)) }
        return .histogram(
          Histogram(title: "column \(part)", xAxis: Axis(), values: values, bins: 8))
      }, caption: "60 examples of 5 columns")
    grid.isCompact = true
    return grid
  }()
}
