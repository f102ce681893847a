import Charts
import Testing

@Suite("Captions made of data")
struct SummaryTests {
  @Test("of curves say where they begin and end, their lowest and highest")
  func line() {
    let chart = LineChart(
      xAxis: Axis("epoch"), yAxis: Axis("loss"),
      series: [
        .init("training", values: [0.7, 0.2, .nan, 0.25, .infinity]),
        .init("flat", values: [1, 1]),
        .init("none", values: [.nan]),
      ])
    #expect(
      Chart.line(chart).caption
        == "loss: training 0.7 at first, 0.25 at last, lowest 0.2 at epoch 2, highest 0.7 at "
        + "epoch 1, 1 not a number, 1 infinite · flat always 1 · none has no finite number, "
        + "1 not a number")
    #expect(Chart.line(LineChart(xAxis: Axis(), yAxis: Axis(), series: [])).caption == "no curves")
  }

  @Test("of points count them, and those that have no place")
  func scatter() {
    #expect(
      Chart.scatter(SampleCharts.cloud).caption.hasPrefix("63 points · truth from "))
    #expect(
      Chart.scatter(SampleCharts.cloud).caption.hasSuffix(" · 2 not a number, 1 infinite"))
  }

  @Test("of regions tell their shares and the misclassified points")
  func regions() {
    let chart = RegionChart(
      xAxis: Axis(), yAxis: Axis(),
      grid: SampleGrid(x: Extent(0, 1), y: Extent(0, 1), width: 2, height: 2),
      classes: [0, 1, 1, 1], confidences: [0.9, 0.6, 1, .nan], classNames: ["no", "yes"],
      points: [ClassPoint(0.5, 0.5, classIndex: 0, isMisclassified: true)])
    #expect(
      Chart.regions(chart).caption
        == "no 25.0% of the plane, yes 75.0% · 50.0% unsure · 1 of 1 point misclassified · "
        + "1 place without a number")
  }

  @Test("of bars, bins and pixels name the largest and the smallest")
  func others() {
    let bars = (1...7).map { BarChart.Bar("b\($0)", Double($0)) }
    #expect(
      Chart.bars(BarChart(bars: bars)).caption == "7 bars · highest b7 7 · lowest b1 1")
    #expect(
      Chart.bars(BarChart(bars: Array(bars.prefix(2)))).caption == "b1 1 · b2 2")
    #expect(
      Chart.histogram(Histogram(xAxis: Axis(), values: [0, 1, 1, .nan], bins: 2)).caption
        == "3 values from 0 to 1 · most, 2, from 0.5 to 1 · 1 outside")
    let wide = Axis("weight", extent: Extent(-2, 2))
    #expect(
      Chart.histogram(Histogram(xAxis: wide, values: [-1, 0.5, 1, 5], bins: 4)).caption
        == "3 values from -1 to 1 · most, 1, from -1 to 0 · 1 outside")
    #expect(
      Chart.histogram(Histogram(xAxis: wide, values: [0.5, 0.5], bins: 2)).caption
        == "2 values of 0.5 · most, 2, from 0 to 2")
    #expect(
      Chart.histogram(Histogram(xAxis: wide, extent: Extent(-2, 2), counts: [1, 4])).caption
        == "5 values within -2 to 2 · most, 4, from 0 to 2")
    #expect(
      Chart.image(ImageChart(pixels: [0, 1, .nan, 0.5], width: 2, height: 2)).caption
        == "2 x 2 pixels · from 0 to 1 · mean 0.5 · 1 not a number")
  }

  @Test("give way to the caption that a chart was given")
  func given() {
    #expect(Chart.image(SampleCharts.digit).caption == "8 (100.0%)")
    let grid = ChartGrid(charts: [.image(SampleCharts.digit), .bars(SampleCharts.diagnose)])
    #expect(grid.text == "8: 8 (100.0%); " + SampleCharts.diagnose.caption)
  }
}
