import Networks
import Testing

@testable import Session

@Suite("A metric is declared once")
struct MetricLawTests {
  private static let trainedLine = [
    "data line points=60", "split train=60% validation=20% test=20%", "network", "add dense 1",
    "train epochs=3",
  ]

  @Test(
    "of classes and of their probabilities is in the table and in formulas",
    arguments: ClassMetric.all.map { ($0.name, $0.title) }
      + ProbabilityMetric.all.map { ($0.name, $0.title) })
  func classes(_ name: String, _ title: String) {
    check(name, title, in: NotebookSession(running: trainedCircles))
  }

  @Test(
    "of numbers is in the table and in formulas",
    arguments: NumberMetric.all.map { ($0.name, $0.title) })
  func numbers(_ name: String, _ title: String) {
    check(name, title, in: NotebookSession(running: Self.trainedLine))
  }

  @Test("of numbers that judges is what evaluate shows, in its order")
  func judging() {
    var session = NotebookSession(running: Self.trainedLine)
    let titles = NumberMetric.judging.map(\.title)
    #expect(
      session.lines(of: "evaluate validation").contains { line in
        line.split(separator: " ").map(String.init).filter(titles.contains) == titles
      })
  }

  private func check(_ name: String, _ title: String, in session: NotebookSession) {
    var session = session
    #expect(session.lines(of: "show metrics validation").contains { $0.hasPrefix("\(title) ") })
    _ = session.text(of: "print \(name)(validation)")
    #expect(session.cells.last?.hasFailed == false, "\(name)")
    #expect(session.lines(of: "help functions").contains { $0.hasPrefix("\(name)(validation) ") })
  }
}
