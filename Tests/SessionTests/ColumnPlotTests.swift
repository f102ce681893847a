import JSON
import Testing

@testable import Charts
@testable import Reports
@testable import Session
@testable import Workbench

/// `plot histogram` and `plot correlation`: the columns of tables.
@Suite("The pictures of columns")
struct ColumnPlotTests {
  private static func session(
    _ table: String, _ options: String, _ lines: [String] = []
  ) throws -> NotebookSession {
    let folder = try TemporaryFolder()
    try folder.write(table, to: "t.csv")
    var settings = SessionSettings.testing()
    settings.datasetFolders = [folder.path]
    return withExtendedLifetime(folder) {
      NotebookSession(running: ["data csv t.csv \(options)"] + lines, settings: settings)
    }
  }

  /// A table of 30 columns and a target: column k goes with the target the more, the larger k is.
  private static let wide: String = {
    let names = (1...30).map { "column number \($0)" } + ["y"]
    let rows = (0..<40).map { row -> String in
      let y = Double(row * row % 41) + 0.5
      let cells = (1...30).map { (k: Int) -> String in
        let noise = Double((row * 7 + k * k * 3) % 29)
        let value: Double = Double(k) * y + noise * Double(31 - k)
        return String(value + 0.5)
      }
      return (cells + [String(y)]).joined(separator: ",")
    }
    return ([names.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }()

  private static func histograms(_ session: NotebookSession) -> [Histogram] {
    (session.cells.last?.document?.blocks ?? []).flatMap { block -> [Chart] in
      switch block {
      case .chart(let chart): [chart]
      case .grid(let grid): grid.charts
      default: []
      }
    }.compactMap { if case .histogram(let histogram) = $0 { histogram } else { nil } }
  }

  private static func matrix(_ session: NotebookSession) throws -> HeatMapChart {
    guard case .chart(.heatMap(let chart))? = session.cells.last?.document?.blocks.first else {
      Issue.record("\(session.cells.last?.result as Any)")
      throw CancellationError()
    }
    return chart
  }

  @Test("every column has a histogram of its own, the target last, each with all training examples")
  func columns() {
    var session = NotebookSession(
      running: ["data houses houses=120", "split train=75% validation=25%", "scale standard"])
    let lines = session.lines(of: "plot histogram")
    let histograms = Self.histograms(session)
    #expect(histograms.map(\.title) == ["area", "rooms", "age", "distance", "price"])
    #expect(histograms.allSatisfy { $0.counts.reduce(0, +) == 90 })
    // In the units of the data, whatever it is scaled by.
    #expect(histograms[0].extent.lower >= 40 && histograms[0].extent.upper <= 240)
    #expect(lines.count <= 24)
  }

  @Test("bars are cut by class, and the parts are the whole")
  func classes() {
    var session = NotebookSession(running: ["data blobs points=90 classes=3", "plot histogram x2"])
    let histogram = Self.histograms(session)[0]
    #expect(histogram.groups.count == 3)
    for bin in histogram.counts.indices {
      #expect(histogram.groups.reduce(0) { $0 + $1.counts[bin] } == histogram.counts[bin])
    }
    #expect(histogram.groups.map { $0.counts.reduce(0, +) } == [30, 30, 30])
    #expect(session.text(of: "why").contains("has 30 of them"))
    let ten = NotebookSession(running: ["data blobs points=90 classes=10", "plot histogram x2"])
    #expect(Self.histograms(ten)[0].groups.isEmpty)
  }

  @Test("of many columns some are drawn, the target among them, and others are named")
  func many() throws {
    var session = try Self.session(Self.wide, "target=y")
    let text = session.flowingText(of: "plot histogram")
    #expect(Self.histograms(session).map(\.title).last == "y")
    #expect(Self.histograms(session).count == 6)
    #expect(text.contains("6 of 31 columns"), "\(text)")
    #expect(text.contains("plot histogram \"column number 6\""), "\(text)")
    #expect(session.lines(of: "plot histogram").count <= 24)
    #expect(session.lines(of: "plot histogram \"column number 6\"").count <= 24)
  }

  @Test("missing values and constant columns are said, and have no place or one bin")
  func odd() throws {
    var session = try Self.session(
      "a,b,c\n1,5,2.5\n,5,1.25\n3,5,7\n4,5,0.5\n", "target=c missing=mean")
    let text = session.flowingText(of: "plot histogram")
    #expect(text.contains("a 1 to 4, 1 missing"), "\(text)")
    #expect(text.contains("b 5 in all"), "\(text)")
    #expect(Self.histograms(session)[0].counts.reduce(0, +) == 3)
    let correlation = session.text(of: "plot correlation")
    #expect(correlation.contains("undefined: b, the same in all"), "\(correlation)")
    #expect(!correlation.lowercased().contains("nan"))
    #expect(session.text(of: "why").contains("undefined"))
    let json = session.cells.last?.document?.json.text ?? ""
    #expect(!json.lowercased().contains("nan"))
    // Of a and c three examples are there: (1, 2.5), (3, 7), (4, 0.5).
    #expect(try abs(Self.matrix(session)[0, 2] - -0.1147078) < 1e-6)
  }

  @Test("of many columns those that go most with the target have a place, on a screen of 24 lines")
  func strongest() throws {
    var session = try Self.session(Self.wide, "target=y")
    let lines = session.lines(of: "plot correlation")
    let chart = try Self.matrix(session)
    #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 })
    #expect(chart.columns == CorrelationChart.mostColumns)
    #expect(chart.rowLabels.last == "14 y")
    let target = (0..<13).map { abs(chart[$0, 13]) }
    #expect((target.min() ?? 0) > 0.8, "\(target)")
    #expect(lines.joined(separator: " ").contains("14 of 31 columns"))
    #expect((0..<14).allSatisfy { chart[$0, $0] == 1 })
    #expect((0..<14).allSatisfy { row in (0..<14).allSatisfy { chart[row, $0] == chart[$0, row] } })
  }

  @Test("names that are long leave the pictures on a screen of 24 lines")
  func longNames() throws {
    let names = (1...20).map { "a column that is called at great length number \($0)" }
    let rows = (0..<30).map { row in
      names.indices.map { String(Double((row * ($0 + 3) * 7) % 31) + 0.5) }.joined(separator: ",")
    }
    let table = ([names.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    var session = try Self.session(table, "target=\"\(names[19])\"")
    let wanted = ["plot histogram", "plot correlation", "plot histogram \"\(names[4])\""]
    for line in wanted {
      let lines = session.lines(of: line)
      #expect(session.cells.last?.hasFailed == false)
      #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 }, "\(lines)")
    }
  }

  @Test("a column with a name that is no word is offered in quotes")
  func quotes() throws {
    var session = try Self.session("long name,b\n1,2.5\n2,1.5\n3,0.5\n", "target=b")
    #expect(session.text(of: "plot histogram name").contains("\"long name\""))
    _ = session.submit("plot histogram \"long name\"")
    #expect(Self.histograms(session).map(\.title) == ["long name"])
  }

  @Test("two classes are a column of 0 and 1; more have no place among numbers")
  func classTargets() throws {
    var session = NotebookSession(running: ["data circles points=60 imbalance=20%"])
    let text = session.flowingText(of: "plot correlation")
    #expect(try Self.matrix(session).rowLabels == ["x1", "x2", "class"])
    #expect(text.contains("class is 1 for 1, 0 for 0"), "\(text)")
    session = NotebookSession(running: ["data blobs points=60 classes=4", "plot correlation"])
    #expect(try Self.matrix(session).rowLabels == ["x1", "x2"])
  }

  @Test(
    "what has no columns is refused with what to type",
    arguments: [
      ([], "plot histogram", "data circles makes some"),
      ([], "plot correlation", "data circles makes some"),
      (["data digits images=20"], "plot histogram", "plot data draws them"),
      (["data digits images=20"], "plot correlation", "plot data draws them"),
      (["data houses"], "plot histogram rms", "rooms"),
      (["data houses"], "plot histogram 3", "there are: area, rooms"),
      (["data houses", "take 1"], "plot correlation", "show example 1"),
      (["data circles", "features x1 keep=no"], "plot histogram x3", "x1, x2"),
    ])
  func refusals(_ lines: [String], _ plot: String, _ hint: String) {
    var session = NotebookSession(running: lines)
    let text = session.flowingText(of: plot)
    #expect(session.cells.last?.hasFailed == true, "\(text)")
    #expect(text.contains(hint), "\(text)")
  }

  @Test("one example has its histogram")
  func one() {
    var session = NotebookSession(running: ["data houses", "take 1"])
    let text = session.flowingText(of: "plot histogram")
    #expect(text.contains("1 training house ·") && text.contains("in all"), "\(text)")
  }
}
