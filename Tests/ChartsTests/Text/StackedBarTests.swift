import Testing

@testable import Charts

@Suite("Stacked bars")
struct StackedBarTests {
  @Test("end at the sum of their parts where one of them is negative")
  func negativePart() {
    let chart = StackedBarChart(
      labelTitle: "units", axis: Axis("error", format: .percent, extent: Extent(0, 0.5)),
      parts: ["bias", "variance", "noise"], totalName: "error",
      bars: [.init("1", [0.397, -0.061, 0.087]), .init("2", [0.2, 0.1, 0.1])])
    let text = TextRenderer(width: 120).render(Document([.chart(.stackedBars(chart))]))
    let bars = text.split(separator: "\n").filter { $0.contains("##") && !$0.contains("bias") }
    func count(_ sign: Character, _ bar: Int) -> Int { bars[bar].count { $0 == sign } }
    // Of 60 columns for 50%: 39.7% are 48, the sum of 42.3% 51, all that is positive 58.
    #expect(bars.count == 2)
    #expect(count("#", 0) == 48)
    #expect(bars[0].hasSuffix("#...<<<<<<<"))
    #expect(!bars[1].contains("<"))
    #expect(text.contains("< taken off"))
    #expect(chart.reading.contains { $0.hasPrefix("A part below 0 is taken off") })
  }

  @Test("have nothing taken off where no part is negative")
  func positiveParts() {
    let chart = StackedBarChart(axis: Axis("error"), parts: ["bias"], bars: [.init("1", [1])])
    let text = TextRenderer(width: 80).render(Document([.chart(.stackedBars(chart))]))
    #expect(!text.contains("<"))
  }
}
