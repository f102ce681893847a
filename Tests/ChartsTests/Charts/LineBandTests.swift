import Charts
import Testing

@Suite("Spreads of a line chart")
struct LineBandTests {
  private func picture(_ format: Axis.Format, _ values: [Double]) -> String {
    let points = values.enumerated().map { Point(Double($0.offset), $0.element) }
    let chart = LineChart(
      xAxis: Axis("x"), yAxis: Axis("y", format: format),
      series: [.init("a", points: points, spread: values.map { _ in 0.7 })])
    return TextRenderer().picture(.line(chart)).joined(separator: "\n")
  }

  @Test("of a share ends at 100%")
  func shares() {
    #expect(picture(.percent, [0.5, 0.9]).contains("100% +"))
    #expect(!picture(.percent, [0.5, 0.9]).contains("120%"))
  }

  @Test("of another number does not")
  func numbers() {
    #expect(picture(.number, [0.5, 0.9]).contains("1.6 +"))
    #expect(picture(.percent, [0.5, 1.9]).contains("250% +"))
  }
}
