import Charts
import Testing

@testable import Reports
@testable import Session
@testable import Workbench

/// `plot fit` and `plot residuals`: what regressions answer and leave over.
@Suite("The pictures of a regression")
struct FitPlotTests {
  /// Ten houses whose price no line gives exactly, in a file whose names are no words.
  private static let houses = [
    "data csv houses.csv target=price", "split train=60% validation=40%", "scale standard",
    "network", "add dense 1", "train epochs=300 rate=0.1 batch=all",
  ]
  private static let table = """
    living area,rooms,flat,price
    50,2,1,110
    60,2,1,131
    70,3,1,149
    80,3,1,171
    90,4,1,189
    100,4,1,211
    110,5,1,229
    120,5,1,251
    130,6,1,270
    140,6,1,289

    """

  private static func session(_ lines: [String]) throws -> NotebookSession {
    let folder = try TemporaryFolder()
    try folder.write(table, to: "houses.csv")
    var settings = SessionSettings.testing()
    settings.datasetFolders = [folder.path]
    return withExtendedLifetime(folder) { NotebookSession(running: lines, settings: settings) }
  }

  private static func curves(_ session: NotebookSession) throws -> LineChart {
    guard case .chart(.line(let chart))? = session.cells.last?.document?.blocks.first else {
      Issue.record("\(session.cells.last?.result as Any)")
      throw CancellationError()
    }
    return chart
  }

  @Test("the fit is what predict answers, in the units of the file")
  func fitIsPrediction() throws {
    let lines = [
      "data line points=40 slope=3 intercept=100", "split validation=25%", "scale standard",
      "network", "add dense 1", "train epochs=50 rate=0.1",
    ]
    var session = NotebookSession(running: lines)
    _ = session.submit("plot fit")
    let chart = try Self.curves(session)
    #expect(chart.series[0].points.count == FitChart.placeCount)
    #expect(chart.series[1].points.count == 30 && chart.series[1].style == .examples)
    for place in [0, 300, 1000] {
      let point = chart.series[0].points[place]
      let text = session.text(of: "predict \(point.x)")
      let numbers = text.split(separator: " ").compactMap { Double($0) }
      let answer = try #require(numbers.first, "\(text)")
      #expect((answer - point.y).magnitude < 0.06, "\(point) is not \(text)")
    }
    let inputs = chart.series[1].points.map(\.x)
    #expect(chart.series[0].points.first?.x == inputs.min())
    #expect(chart.series[0].points.last?.x == inputs.max())
  }

  @Test("of several columns the fit is a cut at the training means, and the caption says so")
  func cut() throws {
    var session = try Self.session(Self.houses)
    let text = session.flowingText(of: "plot fit \"living area\" validation")
    let chart = try Self.curves(session)
    #expect(chart.title == "fit of price, validation" && chart.xAxis.title == "living area")
    #expect(chart.series[1].points.count == 4)
    #expect(text.contains("the training means") && text.contains("flat 1"), "\(text)")
    // A network of one dense unit is a straight line, in the units of the file.
    let points = chart.series[0].points
    let middle = (points[0].y + points[1000].y) / 2
    #expect((points[500].y - middle).magnitude < 1e-3 * middle)
    #expect((100.0...320.0).contains(middle), "\(middle)")
  }

  @Test("a residual is target less prediction, of each example of the split")
  func residuals() throws {
    var session = try Self.session(Self.houses)
    _ = session.submit("plot residuals train")
    let chart = try Self.curves(session)
    let listed = session.lines(of: "predict train").dropFirst(3).map { line in
      line.split(separator: " ").compactMap { Double($0) }
    }
    #expect(chart.series[1].points.count == 6 && listed.count == 6)
    for (point, line) in zip(chart.series[1].points, listed) {
      // Output, price and miss, to four digits.
      #expect((point.x - line[1]).magnitude <= 0.06)
      #expect((point.y - (line[2] - line[1])).magnitude <= 0.06)
    }
    #expect(chart.series[0].points.allSatisfy { $0.y == 0 })
  }

  @Test("thirds of the predictions tell a bend from a level cloud")
  func bend() {
    var session = NotebookSession(
      running: [
        "data waves points=120 waves=0.5", "network", "add dense 1", "train epochs=200 rate=0.1",
      ])
    let text = session.flowingText(of: "plot residuals")
    // The line nearest to sin(pi x) over -1 to 1 is 3 x / pi. Over a third of it the sine's mean is
    // 0.716 and the line's 0.637: 0.079 are left over, with other signs at the two ends.
    let thirds =
      text.split(separator: "low to high: mean ").last?
      .split(whereSeparator: { ", ".contains($0) }).compactMap { Double($0) } ?? []
    #expect(thirds.count >= 3 && abs(thirds[0] + 0.079) < 0.04, "\(text)")
    #expect(abs(thirds[1]) < 0.04 && abs(thirds[2] - 0.079) < 0.04, "\(text)")
  }

  @Test("many points are thinned, with the furthest among them, and the caption says so")
  func many() throws {
    var session = NotebookSession(
      running: [
        "data waves points=3000", "network", "add dense 1", "train epochs=1",
      ])
    for plot in ["plot fit", "plot residuals"] {
      let text = session.flowingText(of: plot)
      #expect(text.contains("training: 500 of 3000 points drawn"), "\(text)")
      #expect(session.lines(of: plot).count <= 24)
    }
    let residuals = try Self.curves(session).series[1].points
    let all = session.lines(of: "predict train list=all").dropFirst(3).compactMap { line in
      line.split(separator: " ").compactMap { Double($0) }.last
    }
    let greatest = try #require(all.map { -$0 }.max())
    #expect(((residuals.map(\.y).max() ?? 0) - greatest).magnitude < 0.001)
  }

  @Test("why says what the curve and the points are")
  func reading() {
    var session = NotebookSession(
      running: ["data waves points=20", "network", "add dense 1", "train", "plot fit"])
    let fit = session.flowingText(of: "why")
    #expect(fit.contains("not what the column does in the world"), "\(fit)")
    _ = session.submit("plot residuals")
    let residuals = session.flowingText(of: "why")
    #expect(residuals.contains("A good fit leaves a level band"), "\(residuals)")
    #expect(residuals.contains("\"points (20)\": 20 points, lowest"), "\(residuals)")
  }

  @Test("a look at the test split is counted")
  func test() {
    var session = NotebookSession(
      running: [
        "data line points=40", "split validation=25% test=25%", "network", "add dense 1",
        "train epochs=1",
      ])
    #expect(session.flowingText(of: "plot fit test").contains("test split"))
    #expect(session.flowingText(of: "plot residuals test").contains("2"))
  }

  @Test(
    "what has no fit is refused with what to type",
    arguments: [
      (["data circles points=20"], "plot fit", "plot boundary draws"),
      (["data circles points=20"], "plot residuals", "plot confusion"),
      (["data digits images=20"], "plot fit", "plot residuals"),
      (["data digits images=20"], "plot residuals", "plot confusion"),
      ([], "plot fit", "data circles makes some"),
      ([], "plot residuals", "data circles makes some"),
      (["data waves"], "plot fit", "network starts an empty one"),
      (["data waves", "network", "add dense 1"], "plot fit", "train epochs=100 trains it"),
      (["data waves", "network", "add dense 1"], "plot residuals", "train epochs=100 trains it"),
      (["data waves", "network", "add dense 1", "train"], "plot fit y", "there are: x"),
      (["data waves", "network", "add dense 1", "train"], "plot fit test", "split train="),
      (["data waves", "network", "add dense 1", "train"], "plot fit x x", "plot fit x validation"),
      (["data houses", "network", "add dense 1", "train rate=1e-9"], "plot fit", "plot fit area"),
      (["data houses", "network", "add dense 1", "train rate=1e-9"], "plot fit are", "area"),
      (["data waves", "take 1", "network", "add dense 1", "train"], "plot fit", "more points"),
    ])
  func refusals(_ lines: [String], _ plot: String, _ hint: String) {
    var session = NotebookSession(running: lines)
    let before = session.cells.count
    let text = session.flowingText(of: plot)
    #expect(session.cells.count == before + 1 && session.cells.last?.hasFailed == true, "\(text)")
    #expect(text.contains(hint), "\(text)")
  }

  @Test("a column that is the same in all has no fit, and another one is named")
  func constant() throws {
    var session = try Self.session(Self.houses)
    let text = session.flowingText(of: "plot fit flat")
    #expect(text.contains("flat is the same in all rows"), "\(text)")
    #expect(text.contains("plot fit \"living area\""), "\(text)")
  }

  @Test("one example has its residual")
  func one() {
    var session = NotebookSession(
      running: ["data waves points=20", "take 1", "network", "add dense 1", "train"])
    let text = session.flowingText(of: "plot residuals")
    #expect(text.contains("training: 1 point ·"), "\(text)")
  }
}
