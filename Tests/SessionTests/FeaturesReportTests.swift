import Datasets
import TensorEngine
import Testing

@testable import Reports
@testable import Session
@testable import Workbench

@Suite("What show data counts")
struct FeaturesReportTests {
  @Test("is the training examples, as its heading says, whatever the data and the split")
  func counts() throws {
    for lines in [
      ["data digits images=100", "split train=40% validation=30% test=30%"],
      ["data blobs classes=7 points=90", "split train=20% validation=80%"],
      ["data blobs classes=6 points=60"], ["data waves points=50", "split train=50% test=50%"],
      ["data digits images=100", "split train=80% validation=20%", "take 30"],
    ] {
      let session = NotebookSession(running: lines + ["show data"])
      guard case .reports(let reports)? = session.cells.last?.result,
        let report = reports.last as? FeaturesReport
      else {
        Issue.record("\(lines)")
        continue
      }
      let data = try #require(session.state.data)
      let rows = data.rows(of: .training)
      #expect(report.trainingExamples == rows.count)
      if data.isClassification {
        #expect(report.classes.map(\.count).reduce(0, +) == rows.count, "\(lines)")
      } else {
        #expect(report.target == data.dataset.targetStatistics(of: rows))
      }
      #expect(report.features == data.dataset.featureStatistics(of: rows))
    }
  }
}
