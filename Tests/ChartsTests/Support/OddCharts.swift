import Charts

/// Charts of data that no one hopes for.
enum OddCharts {
  static let oddValues: [[Double]] = [
    [], [0.7], [3, 3, 3, 3], [.nan], [.nan, .nan, .nan], [.infinity, -.infinity],
    [1, .nan, 2, .infinity, 3], [1e300, -1e300, 0], [.greatestFiniteMagnitude, -1e308],
    [.leastNonzeroMagnitude, 0], [1e15, 1e15 + 1, 1e15 + 2], [-5, -4, -3], [1e-300, 2e-300],
  ]

  static let all: [Chart] = oddValues.flatMap(charts) + shapes

  private static func charts(_ values: [Double]) -> [Chart] {
    let pairs = zip(values, values.reversed()).map { Point($0, $1) }
    let plain = Axis("x")
    let logarithmic = Axis("y", unit: "s", scale: .logarithmic)
    return [
      .line(LineChart(xAxis: plain, yAxis: plain, series: [.init("a", values: values)])),
      .line(
        LineChart(
          xAxis: logarithmic, yAxis: logarithmic,
          series: [.init("a", points: pairs), .init("b", points: pairs, style: .points)],
          marks: values.map { .init(x: $0, label: "mark") })),
      .line(
        LineChart(
          xAxis: Axis("x", extent: Extent(0, 1)), yAxis: Axis("y", extent: Extent(2, 3)),
          series: [.init("a", values: values)])),
      .scatter(ScatterChart(xAxis: plain, yAxis: plain, groups: [.init("a", points: pairs)])),
      .scatter(
        ScatterChart(
          xAxis: logarithmic, yAxis: plain, groups: [.init("a", points: pairs)], aspect: .free)),
      .bars(BarChart(bars: values.map { .init("bar", $0) })),
      .bars(BarChart(bars: values.map { .init("bar", $0) }, maximum: values.first)),
      .stackedBars(
        StackedBarChart(
          labelTitle: "x", axis: plain, parts: ["a", "b"],
          bars: values.map { .init("bar", [$0, nil, $0]) })),
      .line(
        LineChart(
          xAxis: logarithmic, yAxis: plain,
          series: [.init("a", points: pairs, spread: values + values)])),
      .histogram(Histogram(xAxis: plain, values: values)),
      .image(ImageChart(pixels: values, width: 2, height: 9)),
      .heatMap(HeatMapChart(columns: 2, values: values, valueAxis: plain)),
      .heatMap(
        HeatMapChart(
          rowTitle: "row", columnTitle: "column", rowLabels: ["a"], columnLabels: ["b", "c"],
          columns: 1, values: values, texts: values.map { NumberText.significant($0) },
          valueAxis: logarithmic)),
      .heatMap(
        HeatMapChart(
          columns: .max, values: values, valueAxis: Axis("x", extent: Extent(-1, 1)),
          style: .pixels)),
      .surface(
        SurfaceChart(
          xAxis: plain, yAxis: logarithmic, grid: SampleGrid(x: Extent(0, 1), y: Extent(1, 2)),
          values: values, valueAxis: logarithmic, path: pairs,
          marks: pairs.map { .init("#", "mark", at: $0) }, aspect: .free)),
      .surface(
        SurfaceChart(
          xAxis: plain, yAxis: plain,
          grid: SampleGrid(
            x: Extent(covering: values), y: Extent(-1e300, 1e300), width: values.count, height: 1),
          values: values, valueAxis: values.count.isMultiple(of: 2) ? plain : logarithmic,
          path: pairs)),
      .regions(
        RegionChart(
          xAxis: plain, yAxis: plain,
          grid: SampleGrid(x: Extent(covering: values), y: Extent(-1e300, 1e300)),
          classes: values.map { $0 > 0 ? .max : .min }, confidences: values, classNames: [],
          points: values.map { ClassPoint($0, $0, classIndex: .max, isMisclassified: true) })),
    ]
  }

  /// Odd in size and wording rather than in numbers.
  private static let shapes: [Chart] = [
    .line(LineChart(xAxis: Axis(), yAxis: Axis(), series: [])),
    .line(
      LineChart(
        title: String(repeating: "A long title ", count: 20),
        xAxis: Axis(String(repeating: "long ", count: 30)),
        yAxis: Axis(String(repeating: "high ", count: 30)),
        series: (0..<90).map { .init("series \($0)", values: [Double($0), 1]) })),
    .scatter(
      ScatterChart(
        title: "\u{1B}[31mGröße\u{7}\n日本語 🎲", xAxis: Axis("ü"), yAxis: Axis("\u{202E}λ"),
        groups: [.init("日本語\t\u{0}", points: [Point(1, 2)])])),
    .bars(
      BarChart(bars: [
        .init(String(repeating: "label", count: 60), 1, text: String(repeating: "9", count: 300))
      ])),
    .bars(BarChart(bars: [])),
    .histogram(Histogram(xAxis: Axis(), extent: Extent(0, 1), counts: [])),
    .histogram(
      Histogram(
        xAxis: Axis(), extent: Extent(0, 1), counts: (0..<1000).map { $0 == 9 ? .max : -$0 })),
    .image(ImageChart(pixels: [], width: 5, height: 5)),
    .image(ImageChart(pixels: [1, 0, 1], width: .max, height: .max)),
    .image(ImageChart(pixels: [Double](repeating: 0.5, count: 5000), width: 5000, height: 1)),
    .image(ImageChart(pixels: [Double](repeating: 0.5, count: 5000), width: 1, height: 5000)),
    .diagram(DiagramChart(columns: [])),
    .diagram(DiagramChart(columns: [.init([], count: .min), .init(["日本語"], count: .max)])),
    .diagram(
      DiagramChart(
        columns: (0..<30).map { index in
          .init(
            [String(repeating: "long ", count: 9)], count: index * index,
            labels: [String(repeating: "name", count: 20)],
            crossedOut: [Bool](repeating: true, count: index), link: index % 2 == 0 ? .all : .one)
        })),
    .heatMap(HeatMapChart(columns: .min, values: [1], valueAxis: Axis())),
    .heatMap(
      HeatMapChart(
        columns: 300, values: [Double](repeating: -0.5, count: 90_000), valueAxis: Axis(),
        style: .pixels)),
    .heatMap(
      HeatMapChart(
        rowTitle: String(repeating: "row", count: 99), columnTitle: "日本語",
        rowLabels: [String(repeating: "label", count: 60)], columnLabels: ["日本語"], columns: 1,
        values: [1], texts: [String(repeating: "9", count: 300)], valueAxis: Axis())),
    .regions(
      RegionChart(
        xAxis: Axis(), yAxis: Axis(), grid: SampleGrid(x: Extent(0, 1), y: Extent(0, 100)),
        classes: [], confidences: [], classNames: [])),
  ]
}
