import Testing

@testable import Charts

@Suite("Every picture")
struct PictureLawTests {
  static let widths = [40, 57, 80, 140, 200]

  @Test("has lines of one width, no wider than there is", arguments: widths, Pictures.allCases)
  func equalWidths(width: Int, pictures: Pictures) {
    let renderer = TextRenderer(width: width, pictures: pictures)
    for chart in SampleCharts.all + OddCharts.all {
      expectLaws(renderer.picture(chart), width: width, pictures: pictures)
    }
  }

  @Test(
    "of any kind does so at any width and height", arguments: Chart.Kind.allCases,
    Pictures.allCases)
  func everyWidth(kind: Chart.Kind, pictures: Pictures) throws {
    let chart = try #require(SampleCharts.charts(of: kind).first)
    for width in Array(stride(from: 40, through: 200, by: 10)) + [41, 57, 199] {
      let height = 24 + width % 50
      let renderer = TextRenderer(width: width, height: height, pictures: pictures)
      let lines = renderer.picture(chart)
      expectLaws(lines, width: width, pictures: pictures)
      // The diagram of a deep network is cut into several, one below the other.
      #expect(lines.count <= max(height, 36))
    }
  }

  @Test("obeys the same laws in a grid", arguments: widths, Pictures.allCases)
  func grids(width: Int, pictures: Pictures) {
    let renderer = TextRenderer(width: width, pictures: pictures)
    for columns in [nil, 0, 1, 2, 7, Int.max] {
      let mixed = ChartGrid(charts: SampleCharts.all, columns: columns)
      expectLaws(renderer.picture(mixed), width: width, pictures: pictures)
      let named = ChartGrid(
        charts: SampleCharts.all, columns: columns,
        rowNames: ["plain", "with(l2=0.1 dropout=0.3 optimizer=momentum momentum=0.95) 日本"])
      expectLaws(renderer.picture(named), width: width, pictures: pictures)
    }
    for start in stride(from: 0, to: OddCharts.all.count, by: 4) {
      let charts = Array(OddCharts.all[start..<min(start + 4, OddCharts.all.count)])
      expectLaws(renderer.picture(ChartGrid(charts: charts)), width: width, pictures: pictures)
    }
    #expect(renderer.picture(ChartGrid(charts: [])).isEmpty)
  }

  @Test(
    "has no escape codes without colour, and the same characters with it",
    arguments: [Colors.sixteen, .many], Pictures.allCases)
  func color(colors: Colors, pictures: Pictures) {
    for chart in SampleCharts.all {
      let plain = TextRenderer(pictures: pictures).picture(chart)
      let colored = TextRenderer(pictures: pictures, colors: colors).picture(chart)
      #expect(!plain.joined().contains("\u{1B}"))
      #expect(colored.map(withoutEscapes) == plain)
    }
  }

  @Test("is followed by its caption", arguments: SampleCharts.all)
  func caption(chart: Chart) {
    for width in Self.widths {
      let text = TextRenderer(width: width).lines(Document([.chart(chart)])).joined(separator: " ")
      #expect(text.contains(chart.caption))
    }
  }

  @Test("has a caption of one line made of its data", arguments: Chart.Kind.allCases)
  func summary(kind: Chart.Kind) {
    let charts = (SampleCharts.all + OddCharts.all).filter { $0.kind == kind }
    #expect(charts.count >= 6)
    for chart in charts {
      let summary = chart.content.summary
      #expect(!summary.isEmpty && !summary.contains(where: \.isNewline))
      #expect(summary.contains(/[0-9]|no |nan|inf/))
      #expect(!chart.caption.isEmpty)
    }
  }

  @Test("of a million points keeps the laws, and its size")
  func millionPoints() {
    var source = SplitMix(state: 11)
    let values = (0..<1_000_000).map { Double($0 % 1000) + source.uniform() }
    let points = values.map { Point($0, source.uniform()) }
    for chart in [
      Chart.line(LineChart(xAxis: Axis(), yAxis: Axis(), series: [.init("a", values: values)])),
      .scatter(ScatterChart(xAxis: Axis(), yAxis: Axis(), groups: [.init("a", points: points)])),
      .histogram(Histogram(xAxis: Axis(), values: values)),
    ] {
      for pictures in Pictures.allCases {
        expectLaws(
          TextRenderer(pictures: pictures).picture(chart), width: 80, pictures: pictures)
      }
      // A million points fill no more places of the page than there are.
      #expect(SVGRenderer().render(chart).utf8.count < 4_000_000)
      #expect(!chart.caption.isEmpty)
    }
  }

  private func expectLaws(
    _ lines: [String], width: Int, pictures: Pictures,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let widths = Set(lines.map(displayWidth))
    #expect(widths.count <= 1, "\(lines)", sourceLocation: sourceLocation)
    #expect(widths.allSatisfy { $0 <= width }, "\(lines)", sourceLocation: sourceLocation)
    if pictures == .ascii {
      #expect(
        lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }, "\(lines)",
        sourceLocation: sourceLocation)
    }
  }

  /// A column for each character, two for those that are wide in the samples above.
  private func displayWidth(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }

  private func withoutEscapes(_ line: String) -> String {
    line.replacing(/\u{1B}\[[0-9;]+m/, with: "")
  }
}
