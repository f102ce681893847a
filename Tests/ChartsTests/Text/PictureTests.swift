import GoldenTexts
import JSON
import Testing

@testable import Charts

/// A document and how it is rendered, named as the file of its picture.
struct PictureCase: Sendable, CustomTestStringConvertible {
  var name: String
  var block: Block
  var width = 80
  var height = 24
  var pictures = Pictures.ascii
  var colors = Colors.none

  var testDescription: String { name }

  var text: String {
    TextRenderer(width: width, height: height, pictures: pictures, colors: colors)
      .render(Document([block]))
  }

  static let all: [PictureCase] = [
    .init(name: "line chart/accuracy", block: .chart(.line(SampleCharts.accuracy))),
    .init(name: "line chart/diverged", block: .chart(.line(SampleCharts.diverged))),
    .init(name: "line chart/validation-curve", block: .chart(.line(SampleCharts.validationCurve))),
    .init(
      name: "line chart/validation-curve-braille",
      block: .chart(.line(SampleCharts.validationCurve)), pictures: .braille),
    .init(name: "line chart/logarithmic", block: .chart(.line(SampleCharts.logarithmic))),
    .init(
      name: "line chart/learning-curve-high", block: .chart(.line(SampleCharts.learningCurve)),
      width: 100, height: 50, pictures: .braille),
    .init(name: "scatter chart/cloud", block: .chart(.scatter(SampleCharts.cloud))),
    .init(
      name: "scatter chart/cloud-braille", block: .chart(.scatter(SampleCharts.cloud)),
      pictures: .braille),
    .init(
      name: "region chart/circles-color", block: .chart(.regions(SampleCharts.boundary())),
      colors: .sixteen),
    .init(
      name: "region chart/circles-high", block: .chart(.regions(SampleCharts.boundary())),
      width: 140, height: 60, pictures: .braille),
    .init(name: "region chart/four-classes", block: .chart(.regions(SampleCharts.corners))),
    .init(name: "bar chart/signed", block: .chart(.bars(SampleCharts.signedBars))),
    .init(name: "line chart/repeated", block: .chart(.line(SampleCharts.repeated))),
    .init(
      name: "image/digit-colors", block: .chart(.image(SampleCharts.digit)), colors: .many),
    .init(name: "heat map/weights", block: .chart(.heatMap(SampleCharts.manyWeights))),
    .init(
      name: "heat map/weights-colors", block: .chart(.heatMap(SampleCharts.manyWeights)),
      pictures: .blocks, colors: .many),
    .init(name: "heat map/filter", block: .chart(.heatMap(SampleCharts.edgeFilter))),
    .init(name: "grid/diagrams", block: .grid(SampleCharts.twoDiagrams)),
    .init(name: "grid/boundaries", block: .grid(SampleCharts.fourBoundaries)),
    .init(
      name: "grid/boundaries-braille", block: .grid(SampleCharts.fourBoundaries),
      pictures: .braille),
    .init(
      name: "grid/two-boundaries",
      block: .grid(ChartGrid(charts: Array(SampleCharts.fourBoundaries.charts.suffix(2))))),
    .init(name: "grid/named-rows-40", block: .grid(SampleCharts.namedRows), width: 40),
    .init(name: "grid/named-rows", block: .grid(SampleCharts.namedRows)),
    .init(name: "grid/named-rows-140", block: .grid(SampleCharts.namedRows), width: 140),
    .init(name: "grid/rates", block: .grid(SampleCharts.fourRates)),
    .init(name: "grid/rates-140", block: .grid(SampleCharts.fourRates), width: 140),
    .init(name: "grid/columns", block: .grid(SampleCharts.manyColumns)),
    .init(
      name: "grid/columns-140", block: .grid(SampleCharts.manyColumns), width: 140,
      pictures: .blocks),
    .init(name: "line chart/fitted", block: .chart(.line(SampleCharts.fitted(40)))),
    .init(
      name: "line chart/fitted-braille", block: .chart(.line(SampleCharts.fitted(40))),
      pictures: .braille),
    .init(name: "line chart/fitted-many", block: .chart(.line(SampleCharts.fitted(400)))),
    .init(
      name: "line chart/fitted-many-blocks", block: .chart(.line(SampleCharts.fitted(400))),
      pictures: .blocks),
    .init(name: "histogram/by-class", block: .chart(.histogram(SampleCharts.byClass))),
    .init(
      name: "histogram/by-class-140", block: .chart(.histogram(SampleCharts.byClass)), width: 140,
      pictures: .braille, colors: .many),
    .init(name: "heat map/correlations", block: .chart(.heatMap(SampleCharts.correlations))),
    .init(
      name: "heat map/correlations-blocks", block: .chart(.heatMap(SampleCharts.correlations)),
      pictures: .blocks),
  ]
}

@Suite("Pictures")
struct PictureTests {
  @Test("look as they did when they were looked at", arguments: PictureCase.all)
  func golden(picture: PictureCase) throws {
    try GoldenText.expect(picture.text, equals: picture.name + ".txt")
  }

  @Test(
    "of every kind look so in characters of 40, 80 and 140 columns",
    arguments: Chart.Kind.allCases, Pictures.allCases)
  func characters(kind: Chart.Kind, pictures: Pictures) throws {
    let chart = try #require(SampleCharts.charts(of: kind).first)
    let texts = [40, 80, 140].map { width in
      TextRenderer(width: width, pictures: pictures).render(Document([.chart(chart)]))
    }
    try GoldenText.expect(
      texts.joined(separator: "\n\n"), equals: "\(kind.rawValue)/\(pictures.rawValue).txt")
  }

  @Test("of every kind look so as SVG", arguments: Chart.Kind.allCases, [320, 640, 1120])
  func vectors(kind: Chart.Kind, width: Int) throws {
    let chart = try #require(SampleCharts.charts(of: kind).first)
    try GoldenText.expect(
      SVGRenderer(width: width).render(chart), equals: "\(kind.rawValue)/\(width).svg")
  }

  @Test("of every kind are this data", arguments: Chart.Kind.allCases)
  func data(kind: Chart.Kind) throws {
    let chart = try #require(SampleCharts.charts(of: kind).first)
    try GoldenText.expect(chart.json.text, equals: "\(kind.rawValue)/data.json")
  }

  @Test("of a grid look so as SVG")
  func vectorGrid() throws {
    try GoldenText.expect(
      SVGRenderer().render(SampleCharts.fourBoundaries), equals: "grid/boundaries.svg")
  }

  @Test(
    "fit a terminal of 24 lines at the usual width, with their captions",
    arguments: SampleCharts.all)
  func height(chart: Chart) {
    let lines = TextRenderer().lines(Document([.chart(chart)]))
    #expect(lines.count <= 23)
    #expect(lines.joined(separator: " ").contains(chart.caption))
  }
}
