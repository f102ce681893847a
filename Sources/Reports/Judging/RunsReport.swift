package import Charts
package import Tuning

/// What `runs` lists: the trainings of the notebook.
package struct RunsReport: Report {
  /// The trainings, by their numbers.
  package let runs: RunList

  /// Lists the trainings.
  package init(_ runs: RunList) {
    self.runs = runs
  }

  package var document: Document {
    guard !runs.isEmpty else { return Document([.text("nothing has been trained yet")]) }
    var blocks: [Block] = [
      .table(Table(columns: columns, rows: runs.numbers.map(row))),
      .text("training and validation: the error for classes, the loss for values"),
    ]
    if runs.first > 1 {
      blocks.append(.text("the runs before \(runs.first) are no longer listed"))
    }
    return Document(blocks)
  }

  private var columns: [Table.Column] {
    [
      .init(term: "run", alignment: .right), .init(term: "data"), .init(term: "layers"),
      .init(term: "options"), .init(term: "training", alignment: .right),
      .init(term: "validation", alignment: .right),
    ]
  }

  private func row(_ number: Int) -> [Table.Cell] {
    let run = runs[number]
    return [
      .count(number), .text("\(run.data), \(run.examples)"),
      .text(run.layers.joined(separator: ", ")), .text(Self.options(of: run)),
      RunTable.result(of: run.training), RunTable.result(of: run.validation),
    ]
  }

  /// "epochs=5 rate=0.1", "compare l2=0.01: epochs=5 rate=0.1"
  private static func options(of run: RunRecord) -> String {
    run.variant.map { "compare \($0): \(run.options)" } ?? run.options
  }
}
