import Charts
import Testing

/// What is no number is shown and counted, in every picture.
@Suite("Values that are no numbers")
struct OddValueTests {
  private static let values: [Double] = [1, 2, .nan, 3, .nan, .infinity, -.infinity]

  private static let points = values.map { Point($0, 1) }

  /// Charts and what their pictures say.
  private static let cases: [(chart: Chart, texts: [String])] = [
    (
      .line(LineChart(xAxis: Axis(), yAxis: Axis(), series: [.init("a", values: values)])),
      ["not a number: 2", "infinite: 1", "off the bottom: 1"]
    ),
    (
      .scatter(ScatterChart(xAxis: Axis(), yAxis: Axis(), groups: [.init("a", points: points)])),
      ["not shown, not a number (2)", "not shown, infinite (2)"]
    ),
    (
      .regions(
        RegionChart(
          xAxis: Axis(), yAxis: Axis(),
          grid: SampleGrid(x: Extent(0, 1), y: Extent(0, 1), width: 4, height: 4),
          classes: [Int](repeating: 0, count: 16),
          confidences: [Double](repeating: .nan, count: 16), classNames: ["a", "b"],
          points: [ClassPoint(.nan, 0, classIndex: 0)])),
      ["no number here (16)", "not shown, not a number (1)"]
    ),
    (
      .bars(BarChart(bars: values.map { .init("a", $0) })), ["nan", "inf", "-inf"]
    ),
    (.histogram(Histogram(xAxis: Axis(), values: values)), ["outside: 4"]),
    (
      .image(ImageChart(pixels: values, width: 7, height: 1)),
      ["not a number (2)", "infinite (1)", "minus infinite (1)"]
    ),
    (
      .stackedBars(
        StackedBarChart(
          axis: Axis(), parts: ["a", "b", "c"], bars: [.init("d", [1, .nan, .infinity])])),
      ["nan", "inf"]
    ),
    (
      .heatMap(HeatMapChart(columns: 7, values: values, valueAxis: Axis())),
      ["not a number (2)", "infinite (1)", "minus infinite (1)"]
    ),
    (
      .surface(
        SurfaceChart(
          xAxis: Axis(), yAxis: Axis(),
          grid: SampleGrid(x: Extent(0, 1), y: Extent(0, 1), width: 7, height: 1), values: values,
          valueAxis: Axis("loss"), path: points)),
      [
        "not a number (2)", "infinite (1)", "minus infinite (1)", "not shown, not a number (2)",
        "not shown, infinite (2)",
      ]
    ),
  ]

  @Test("stand in the legend or beside the bar", arguments: Pictures.allCases)
  func counted(pictures: Pictures) {
    // A diagram holds no numbers.
    #expect(Set(Self.cases.map(\.chart.kind)) == Set(Chart.Kind.allCases).subtracting([.diagram]))
    for (chart, texts) in Self.cases {
      let picture = TextRenderer(pictures: pictures).picture(chart).joined(separator: "\n")
      let drawing = XMLReading(SVGRenderer().render(chart)).texts.joined(separator: "\n")
      for text in texts {
        #expect(picture.contains(text), "\(text):\n\(picture)")
        #expect(drawing.contains(text), "\(text):\n\(drawing)")
      }
    }
  }

  @Test("have glyphs where they would be")
  func shown() {
    let image = TextRenderer().picture(Self.cases[5].chart).joined()
    #expect(image.contains("!!") && image.contains("^^") && image.contains("vv"))
    let regions = TextRenderer(pictures: .braille).picture(Self.cases[2].chart).joined()
    #expect(regions.contains("!!!!!"))
  }
}
