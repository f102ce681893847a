package import Charts

/// What a picture of a network, its data or its training shows, as values.
package struct PictureReport: Report {
  /// One chart, or several side by side.
  package enum Picture: Equatable, Sendable {
    /// One picture.
    case chart(Chart)
    /// Several side by side.
    case grid(ChartGrid)
  }

  /// What is drawn, from the top down.
  package let pictures: [Picture]
  /// What stands in numbers below the pictures, or in the place of one.
  package let table: Table?
  /// What is said of how it was measured, or in the place of a picture.
  package let remarks: [String]
  /// What `why` says of it beyond what it reads off the pictures.
  package var explanation = Explanation()
  /// How often the test split has been looked at, where this was such a look.
  package var testLooks: Int?

  /// Makes it of its parts.
  package init(_ pictures: [Picture], table: Table? = nil, remarks: [String] = []) {
    self.pictures = pictures
    self.table = table
    self.remarks = remarks
  }

  /// A picture that is one chart.
  package init(_ chart: Chart) { self.init([.chart(chart)]) }

  /// All charts, from the top down.
  package var charts: [Chart] { pictures.flatMap(\.charts) }

  package var document: Document {
    let blocks =
      pictures.map(\.block) + (table.map { [.table($0)] } ?? []) + remarks.map { .text($0) }
    return Document(blocks + (testLooks.map { [.facts([TestLock.fact(looks: $0)])] } ?? []))
  }
}

extension PictureReport.Picture {
  /// Its charts, in order.
  package var charts: [Chart] {
    switch self {
    case .chart(let chart): [chart]
    case .grid(let grid): grid.charts
    }
  }

  /// What it shows, in words and numbers.
  package var caption: String {
    switch self {
    case .chart(let chart): chart.caption
    case .grid(let grid): grid.text
    }
  }

  /// It as a piece of a document.
  package var block: Block {
    switch self {
    case .chart(let chart): .chart(chart)
    case .grid(let grid): .grid(grid)
    }
  }
}
