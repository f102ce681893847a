import Testing

@testable import Charts

@Suite("The legend of a boundary")
struct RegionLegendTests {
  private static let chart = RegionChart(
    xAxis: Axis("x1"), yAxis: Axis("x2"),
    grid: SampleGrid(x: Extent(0, 1), y: Extent(0, 1)), classes: [], confidences: [],
    classNames: ["class 0", "class 1"],
    points: [
      ClassPoint(0.1, 0.1, classIndex: 0),
      ClassPoint(0.4, 0.2, classIndex: 0, isMisclassified: true),
      ClassPoint(0.8, 0.3, classIndex: 1, isMisclassified: true),
    ])

  @Test("counts all points of a class, and says which sign is whose", arguments: [40, 80, 140])
  func counts(width: Int) {
    let text = TextRenderer(width: width).render(Document([.chart(.regions(Self.chart))]))
    for entry in [
      "o class 0 (2)", "x class 1 (1)", "@ class 0 misclassified (1)",
      "# class 1 misclassified (1)",
    ] {
      #expect(text.contains(entry), "\(entry) is not in\n\(text)")
    }
  }

  @Test("is said by why as well")
  func reading() {
    let text = Self.chart.reading.joined(separator: "\n")
    #expect(text.contains("\"class 0\" has 2 points"))
    #expect(text.contains("\"class 1\" has 1 point and"))
    #expect(text.contains("as @ where they are misclassified, which is 1."))
    #expect(text.contains("2 of 3 points are marked as misclassified"))
  }
}
