import Charts
import Testing

@Suite("Tables")
struct TableTests {
  private let layers = Table(
    columns: [.init("layer"), .init("output"), .init("parameters", alignment: .right)],
    rows: [
      [.text("#1 conv 8 3x3 relu"), .text("28 x 28 x 8"), .count(80)],
      [.text("#2 flatten"), .text("6272")],
      [.text("#3 dense 10 softmax"), .text("10"), .count(62_730), .text("not shown")],
    ], footer: [[.text("total"), .empty, .count(62_810)]])

  private func lines(_ table: Table, width: Int = 80, pictures: Pictures = .ascii) -> String {
    TextRenderer(width: width, pictures: pictures).render(Document([.table(table)]))
  }

  @Test("align their columns under a rule, with the totals under another")
  func aligned() {
    #expect(
      lines(layers) == """
        layer                output       parameters
        -------------------  -----------  ----------
        #1 conv 8 3x3 relu   28 x 28 x 8          80
        #2 flatten           6272
        #3 dense 10 softmax  10               62,730
        -------------------  -----------  ----------
        total                                 62,810
        """)
  }

  @Test("wrap the texts of a table that is too wide, and never its numbers")
  func wrapped() {
    #expect(
      lines(layers, width: 40, pictures: .blocks)
        == """
        layer            output       parameters
        ───────────────  ───────────  ──────────
        #1 conv 8 3x3    28 x 28 x 8          80
        relu
        #2 flatten       6272
        #3 dense 10      10               62,730
        softmax
        ───────────────  ───────────  ──────────
        total                             62,810
        """)
  }

  @Test("go on below with all columns that say which row it is")
  func keys() {
    var wide = Table(
      columns: ["rank", "trial", "rate", "training loss", "validation loss"].map {
        .init($0, alignment: .right)
      }, rows: [[.count(1), .count(7), .number(0.1), .number(0.0312), .number(0.19)]])
    wide.keyColumns = 2
    #expect(
      lines(wide, width: 36) == """
        rank  trial  rate  training loss
        ----  -----  ----  -------------
           1      7   0.1         0.0312

        rank  trial  validation loss
        ----  -----  ---------------
           1      7             0.19
        """)
  }

  @Test("go on below with the first column when they are still too wide")
  func grouped() {
    let wide = Table(
      title: "runs",
      columns: [.init("run")]
        + ["rate", "training loss", "validation loss"].map { .init($0, alignment: .right) },
      rows: [[.text("a"), .number(0.1), .number(0.0312), .number(0.19)]])
    #expect(
      lines(wide, width: 40) == """
        runs
        run  rate  training loss
        ---  ----  -------------
        a     0.1         0.0312

        run  validation loss
        ---  ---------------
        a               0.19
        """)
  }

  @Test("never have a line that is too long, whatever is in them")
  func neverTooWide() {
    let long = String(repeating: "x", count: 90)
    let tables = [
      Table(columns: [], rows: [[.text("a")]]),
      Table(columns: [.init("a")], rows: []),
      Table(columns: [.init(long)], rows: [[.text(long)]]),
      Table(columns: [.init(long, alignment: .right), .init(long)], rows: [[.text(long)], []]),
      Table(
        columns: (0..<30).map { .init("column \($0)") },
        rows: [(0..<30).map { .count($0 * 1_000_000) }], footer: [[]]),
    ]
    for table in tables {
      for width in [40, 57, 80] {
        let text = lines(table, width: width)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
      }
    }
    #expect(lines(tables[3], width: 40).filter { $0 == "x" }.count == 3 * 90)
  }
}
