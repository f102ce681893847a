import Testing

@testable import Charts

@Suite("A character that several points share")
struct SharedCellTests {
  /// A plane of one colour with points, all of them at one place unless told otherwise.
  private static func boundary(
    _ points: [(classIndex: Int, isMisclassified: Bool)]
  ) -> RegionChart {
    RegionChart(
      xAxis: Axis("x1"), yAxis: Axis("x2"),
      grid: SampleGrid(x: Extent(0, 1), y: Extent(0, 1)), classes: [], confidences: [],
      classNames: ["a", "b"],
      points: points.map {
        ClassPoint(0.5, 0.5, classIndex: $0.classIndex, isMisclassified: $0.isMisclassified)
      }, pointsName: "training points", caption: "in numbers")
  }

  private static func text(_ chart: Chart, width: Int = 80) -> String {
    TextRenderer(width: width).render(Document([.chart(chart)]))
  }

  /// The sign in the middle of the plane.
  private static func sign(_ chart: Chart) -> Character? {
    let space = PictureSpace(width: 80, height: 24, pictures: .ascii)
    let body = chart.content.picture(in: space).body
    return body.lazy.flatMap { $0.text(colors: .none) }.first { "ox@#".contains($0) }
  }

  /// The points of a cell, and the sign that it shows. `o` and `x` are classes, `@` and `#` their
  /// misclassified points.
  private static let cases: [(points: String, sign: Character)] = [
    ("ooo@", "o"), ("o@@@", "@"), ("o@", "o"), ("oox", "o"), ("oxx", "x"), ("ox", "o"),
    ("xo", "o"), ("#o", "o"), ("oo#", "o"), ("o##", "#"), ("x#o", "x"), ("o@@##x", "@"),
    ("@@xxx", "x"), ("@", "@"),
  ]

  @Test("shows the class with the most of them, misclassified where most of these are")
  func majority() {
    for (points, sign) in Self.cases {
      let chart = Self.boundary(
        points.map { ("x#".contains($0) ? 1 : 0, "@#".contains($0)) })
      #expect(Self.sign(.regions(chart)) == sign, "\(points)")
    }
  }

  @Test("shows the same in a scatter chart, of equally many the first group")
  func scatter() {
    for (points, sign) in [("oox", "o"), ("oxx", "x"), ("ox", "o"), ("xo", "o")] {
      func group(_ name: String, _ sign: Character) -> ScatterChart.Group {
        .init(name, points: points.filter { $0 == sign }.map { _ in Point(1, 1) })
      }
      let chart = ScatterChart(
        xAxis: Axis("x1"), yAxis: Axis("x2"), groups: [group("a", "o"), group("b", "x")])
      #expect(Self.sign(.scatter(chart)) == Character(sign), "\(points)")
    }
  }

  @Test("is counted behind the caption, and the legend counts all points")
  func counted() {
    let crowd = Self.boundary([(0, false), (0, true), (1, false)])
    let text = Self.text(.regions(crowd))
    #expect(text.hasSuffix("in numbers · 1 sign stands for several points, as most of them are"))
    for entry in ["training points:", "o a (2)", "x b (1)", "@ a misclassified (1)"] {
      #expect(text.contains(entry), "\(entry)")
    }
    let alone = Self.text(.regions(Self.boundary([(0, false)])))
    #expect(alone.hasSuffix("in numbers"))
    let one = ScatterChart(
      xAxis: Axis("x"), yAxis: Axis("y"),
      groups: [.init("points", points: [Point(1, 1), Point(1, 1), Point(2, 2)])], caption: "3")
    #expect(Self.text(.scatter(one)).hasSuffix("3 · 1 sign stands for several points"))
    let dots = TextRenderer(pictures: .braille).render(Document([.chart(.scatter(one))]))
    #expect(dots.hasSuffix("3 · 1 dot stands for several points"))
  }

  @Test("is counted over all pictures of a grid")
  func grids() {
    let crowd = Chart.regions(Self.boundary([(0, false), (0, true), (1, false)]))
    let grid = ChartGrid(charts: [crowd, crowd], caption: "both")
    let text = TextRenderer().render(Document([.grid(grid)]))
    #expect(text.contains("both · 2 signs stand for several points, as most of them are"))
  }
}
