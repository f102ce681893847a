import Charts
import Testing

/// A document and how it is rendered, named as the file of its picture.
struct PictureCase: Sendable, CustomTestStringConvertible {
  var name: String
  var block: Block
  var width = 80
  var pictures = Pictures.ascii
  var color = false

  var testDescription: String { name }

  var text: String {
    TextRenderer(width: width, pictures: pictures, color: color).render(Document([block]))
  }

  static let all: [PictureCase] = [
    .init(name: "line/learning-curve", block: .chart(.line(SampleCharts.learningCurve))),
    .init(
      name: "line/learning-curve-40", block: .chart(.line(SampleCharts.learningCurve)), width: 40),
    .init(
      name: "line/learning-curve-blocks", block: .chart(.line(SampleCharts.learningCurve)),
      pictures: .blocks),
    .init(name: "line/accuracy", block: .chart(.line(SampleCharts.accuracy))),
    .init(name: "line/diverged", block: .chart(.line(SampleCharts.diverged))),
    .init(name: "line/validation-curve", block: .chart(.line(SampleCharts.validationCurve))),
    .init(name: "line/logarithmic", block: .chart(.line(SampleCharts.logarithmic))),
    .init(name: "scatter/circles", block: .chart(.scatter(SampleCharts.circles))),
    .init(name: "regions/circles", block: .chart(.regions(SampleCharts.boundary()))),
    .init(
      name: "regions/circles-blocks", block: .chart(.regions(SampleCharts.boundary())),
      pictures: .blocks),
    .init(
      name: "regions/circles-color", block: .chart(.regions(SampleCharts.boundary())), color: true),
    .init(name: "regions/circles-40", block: .chart(.regions(SampleCharts.boundary())), width: 40),
    .init(name: "regions/four-classes", block: .chart(.regions(SampleCharts.corners))),
    .init(name: "bars/diagnose", block: .chart(.bars(SampleCharts.diagnose))),
    .init(
      name: "bars/diagnose-blocks", block: .chart(.bars(SampleCharts.diagnose)), pictures: .blocks),
    .init(name: "bars/signed", block: .chart(.bars(SampleCharts.signedBars))),
    .init(name: "histogram/weights", block: .chart(.histogram(SampleCharts.weights))),
    .init(
      name: "histogram/weights-blocks", block: .chart(.histogram(SampleCharts.weights)),
      pictures: .blocks),
    .init(name: "image/digit", block: .chart(.image(SampleCharts.digit))),
    .init(name: "image/digit-blocks", block: .chart(.image(SampleCharts.digit)), pictures: .blocks),
    .init(name: "heat-map/confusion", block: .chart(.heatMap(SampleCharts.confusion))),
    .init(
      name: "heat-map/confusion-40", block: .chart(.heatMap(SampleCharts.confusion)), width: 40),
    .init(
      name: "heat-map/confusion-blocks", block: .chart(.heatMap(SampleCharts.confusion)),
      pictures: .blocks),
    .init(name: "heat-map/weights", block: .chart(.heatMap(SampleCharts.manyWeights))),
    .init(name: "heat-map/filter", block: .chart(.heatMap(SampleCharts.edgeFilter))),
    .init(name: "diagram/images", block: .chart(.diagram(SampleCharts.diagram))),
    .init(name: "diagram/images-40", block: .chart(.diagram(SampleCharts.diagram)), width: 40),
    .init(
      name: "diagram/images-blocks", block: .chart(.diagram(SampleCharts.diagram)),
      pictures: .blocks),
    .init(name: "grid/diagrams", block: .grid(SampleCharts.twoDiagrams)),
    .init(name: "grid/boundaries", block: .grid(SampleCharts.fourBoundaries)),
    .init(
      name: "grid/two-boundaries",
      block: .grid(ChartGrid(charts: Array(SampleCharts.fourBoundaries.charts.suffix(2))))),
    .init(name: "grid/rates", block: .grid(SampleCharts.fourRates)),
    .init(name: "grid/rates-140", block: .grid(SampleCharts.fourRates), width: 140),
  ]
}

@Suite("Pictures")
struct PictureTests {
  @Test("look as they did when they were looked at", arguments: PictureCase.all)
  func golden(picture: PictureCase) throws {
    try GoldenPicture.expect(picture.text, equals: picture.name)
  }

  @Test(
    "fit a terminal of 24 lines at the usual width, with their captions",
    arguments: SampleCharts.all)
  func height(chart: Chart) {
    let lines = TextRenderer().lines(Document([.chart(chart)]))
    #expect(lines.count <= 21)
    #expect(lines.last == chart.caption)
  }
}
