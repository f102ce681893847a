import Charts
import Language
import Testing
import Tuning

@testable import Commands
@testable import Reports
@testable import Session
@testable import Workbench

@Suite("What plot and compare found, as a value")
struct PictureReportTests {
  /// The report of the last of some lines on a trained network.
  private func report(_ lines: [String]) throws -> any Report {
    let session = NotebookSession(running: trainedCircles + lines)
    let cell = try #require(session.cells.last)
    guard case .reports(let reports) = cell.result else {
      Issue.record("\(cell.result)")
      return SentenceReport()
    }
    return try #require(reports.last)
  }

  @Test("a plot holds its charts, and its document is made of them")
  func charts() throws {
    let report = try #require(try report(["plot gradients"]) as? PictureReport)
    #expect(report.charts.map(\.kind) == [.histogram, .histogram, .line])
    #expect(report.table == nil && report.remarks.isEmpty && report.testLooks == nil)
    #expect(report.document.blocks == report.pictures.map(\.block))
  }

  @Test("a plot of the test split holds how often that has been looked at")
  func look() throws {
    let plot = "plot confusion test"
    let report = try #require(try report([plot, plot]) as? PictureReport)
    #expect(report.testLooks == 2)
    #expect(report.document.value(named: "test_looks") == .count(2))
  }

  @Test("a comparison holds its variants, its seeds, its verdict, its runs and its picture")
  func comparison() throws {
    let report = try #require(
      try report(["compare l2=0,0.1 seeds=2 plot=weights"]) as? ComparisonReport)
    #expect(report.variants.map(\.label) == ["l2=0", "l2=0.1"])
    #expect(report.seeds == 2 && report.outcomes.allSatisfy { $0.count == 2 })
    #expect(report.runs == [2, 3])
    #expect(report.picture?.charts.count == 4)
    let verdict = try #require(report.verdict)
    #expect(Set(verdict.winners).isSubset(of: [0, 1]) && !verdict.winners.isEmpty)
    #expect(report.document.blocks[1] == .text("drawn from the first seed of each"))
  }

  @Test("a picture that the network does not have is refused before anything is trained")
  func refusal() {
    var session = NotebookSession(running: trainedCircles)
    let printed = session.text(of: "compare l2=0,0.1 plot=filters")
    #expect(printed.contains("the network has no convolution"))
    #expect(session.text(of: "runs") == NotebookSession(running: trainedCircles).shownRuns)
  }
}

extension NotebookSession {
  fileprivate var shownRuns: String {
    var session = self
    return session.text(of: "runs")
  }
}
