import Charts
import Testing

@testable import Reports
@testable import Session

@Suite("A boundary with the points of a split")
struct BoundarySplitTests {
  private static func chart(_ line: String) throws -> RegionChart {
    var session = NotebookSession(running: trainedCircles)
    _ = session.lines(of: line)
    guard case .reports(let reports) = session.cells.last?.result,
      let report = reports.last as? PictureReport, case .regions(let chart)? = report.charts.first
    else {
      Issue.record("\(line) is no boundary")
      throw CancellationError()
    }
    return chart
  }

  @Test(
    "shows them, says whose they are, and counts as many wrong as the error says",
    arguments: [("train", "training", 36), ("validation", "validation", 12), ("test", "test", 12)])
  func points(word: String, split: String, count: Int) throws {
    let chart = try Self.chart("plot boundary \(word)")
    #expect(chart.points.count == count && chart.pointsName == "\(split) points")
    var session = NotebookSession(running: trainedCircles)
    let error = try #require(Double(session.text(of: "print error(\(word))")))
    let wrong = chart.points.count { $0.isMisclassified }
    #expect((Double(wrong) / Double(count) - error).magnitude < 1e-5)
    #expect(chart.caption.hasPrefix("\(wrong) of \(count) \(split) points on the wrong side ("))
    let text = TextRenderer().render(Document([.chart(.regions(chart))]))
    #expect(text.contains("\(split) points:"))
    #expect(
      Chart.regions(chart).reading.contains(
        "The points on it are \(split) points, \(count) of them."))
  }

  @Test("is that of the training points where none is named")
  func usual() throws {
    #expect(try Self.chart("plot boundary") == Self.chart("plot boundary training"))
  }

  @Test("leaves no point of the split outside, and none of the training's plane")
  func plane() throws {
    let training = try Self.chart("plot boundary")
    for split in ["validation", "test"] {
      let chart = try Self.chart("plot boundary \(split)")
      #expect(chart.grid.x.lower <= training.grid.x.lower)
      #expect(chart.grid.x.upper >= training.grid.x.upper)
      #expect(chart.grid.y.lower <= training.grid.y.lower)
      #expect(chart.grid.y.upper >= training.grid.y.upper)
      let inside = chart.points.allSatisfy {
        (chart.grid.x.lower...chart.grid.x.upper).contains($0.x)
          && (chart.grid.y.lower...chart.grid.y.upper).contains($0.y)
      }
      #expect(inside)
    }
  }

  @Test("looks at the test split only where that is named, and says so")
  func looks() {
    var session = NotebookSession(running: trainedCircles)
    #expect(!session.text(of: "plot boundary validation").contains("test split"))
    #expect(session.text(of: "plot boundary test").contains("test split"))
    #expect(session.text(of: "plot boundary test").contains("2"))
  }

  @Test("is refused for what is no split, with what to type")
  func refusals() {
    var session = NotebookSession(running: trainedCircles)
    #expect(session.text(of: "plot boundary validaton").contains("did you mean: validation"))
    #expect(session.text(of: "plot boundary train test").contains("^^^^"))
    var undivided = NotebookSession(running: [
      "data circles points=20", "network", "add dense 1 sigmoid",
    ])
    #expect(undivided.text(of: "plot boundary test").contains("makes one"))
  }
}
