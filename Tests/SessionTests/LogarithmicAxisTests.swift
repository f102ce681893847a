import Charts
import Testing

@testable import Commands
@testable import Plots
@testable import Reports
@testable import Session
@testable import Workbench

@Suite("log=yes")
struct LogarithmicAxisTests {
  private static func curves(_ session: NotebookSession) -> LineChart? {
    for case .chart(.line(let chart)) in session.cells.last?.document?.blocks ?? [] { return chart }
    return nil
  }

  @Test(
    "puts powers of ten on the upright axis of curves",
    arguments: [
      "plot loss", "plot loss parts=yes", "plot rate", "plot metric loss(train)", "plot runs 1",
      "plot schedule exponential(decay=0.5)",
    ])
  func upright(_ plot: String) {
    var session = NotebookSession(running: trainedCircles)
    _ = session.submit(plot)
    let linear = Self.curves(session)
    _ = session.submit("\(plot) log=yes")
    let chart = Self.curves(session)
    #expect(chart?.yAxis.scale == .logarithmic && linear?.yAxis.scale == .linear)
    #expect(chart?.series == linear?.series)
    _ = session.submit("\(plot) log=no")
    #expect(Self.curves(session) == linear)
  }

  @Test("has a tick at each decade, and as many steps between any two")
  func decades() {
    var session = NotebookSession(running: ["data circles points=20"])
    let lines = session.lines(of: "plot schedule exponential(decay=0.1, rate=1) epochs=7 log=yes")
    let ticks = lines.enumerated().filter { $0.element.contains(" +") }
      .compactMap { row, line in line.split(separator: " ").first.map { (row, String($0)) } }
    #expect(ticks.map(\.1) == ["1", "0.1", "0.01", "0.001", "0.0001", "0.00001", "1e-6"])
    let gaps = zip(ticks.dropFirst(), ticks).map { $0.0 - $1.0 }
    #expect(Set(gaps).count == 1, "\(gaps)")
  }

  @Test("says how many values have no place, and draws the others")
  func zeros() throws {
    var session = NotebookSession(running: trainedCircles)
    let text = session.flowingText(of: "plot schedule polynomial(over=4, end=0) epochs=8 log=yes")
    #expect(text.contains("4 of 0 or less left out"), "\(text)")
    #expect(text.contains("off the bottom: 4"), "\(text)")
    let parts = session.flowingText(of: "plot loss parts=yes log=yes")
    #expect(parts.contains("3 of 0 or less left out"), "the penalty is 0: \(parts)")
  }

  @Test("is refused where no value has a place on it, with what to type")
  func nothing() {
    var session = NotebookSession(running: trainedCircles)
    let text = session.flowingText(of: "plot metric -1 log=yes")
    #expect(session.cells.last?.hasFailed == true)
    #expect(text.contains("log=no draws them"), "\(text)")
  }

  @Test("chooses the lying axis of a study")
  func studies() throws {
    var session = NotebookSession(running: trainedCircles)
    let plot = "plot validation curve over=rate values=0.01,0.02,0.04 repeats=2"
    _ = session.submit(plot)
    #expect(Self.curves(session)?.xAxis.scale == .linear)
    _ = session.submit("\(plot) log=yes")
    #expect(Self.curves(session)?.xAxis.scale == .logarithmic)
    _ = session.submit("plot validation curve over=rate values=0.001..1 log 3 repeats=2 log=no")
    #expect(Self.curves(session)?.xAxis.scale == .linear)
    let text = session.flowingText(
      of: "plot validation curve over=l2 values=0,0.1,0.2 repeats=2 log=yes")
    #expect(text.contains("0 stands at 0.01"), "\(text)")
  }

  @Test("is refused by every plot that has no such axis, which says who has one")
  func refusals() {
    let without = PlotTable.all.filter { plot in !plot.options.contains { $0.name == "log" } }
    #expect(without.count + 7 == PlotTable.all.count)
    for plot in without {
      var session = NotebookSession(running: trainedCircles)
      let text = session.flowingText(of: "plot \(plot.name) log=yes")
      #expect(text.contains("plot \(plot.name) has no option \"log\""), "\(text)")
      #expect(text.contains("log= is for plot loss, plot rate"), "\(text)")
    }
  }
}
