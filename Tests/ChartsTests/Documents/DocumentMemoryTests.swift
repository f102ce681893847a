import JSON
import Testing

@testable import Charts

@Suite("The memory of a document")
struct DocumentMemoryTests {
  @Test("is at least that of the numbers and texts of its picture", arguments: Chart.Kind.allCases)
  func size(_ kind: Chart.Kind) {
    for chart in SampleCharts.charts(of: kind) + OddCharts.all where chart.kind == kind {
      #expect(Document([.chart(chart)]).byteCount >= 8 * Self.leaves(of: chart.json))
    }
  }

  private static func leaves(of value: JSONValue) -> Int {
    switch value {
    case .array(let values): values.reduce(0) { $0 + leaves(of: $1) }
    case .object(let members): members.reduce(0) { $0 + leaves(of: $1.value) }
    default: 1
    }
  }
}
