import Charts
import Tuning

/// Trials as a table, a column for each setting that differs.
struct SearchTable {
  private let study: SearchStudy
  private let places: [Int]
  private let ranks: [Int?]

  /// Some trials by their places, in the order of the table.
  init(_ study: SearchStudy, places: [Int]) {
    self.study = study
    self.places = places
    ranks = study.ranks
  }

  /// The settings that differ between these trials, in the order in which they come.
  private var names: [String] {
    places.flatMap { study.trials[$0].changes.map(\.name) }.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  var table: Table {
    let score = SearchScore(study)
    let names = names
    let hasStops = places.contains { study.trials[$0].stop != nil }
    let columns =
      [
        Table.Column("rank", alignment: .right), Table.Column(term: "trial", alignment: .right),
      ] + names.map { Table.Column($0, alignment: areNumbers($0) ? .right : .left) }
      + [
        Table.Column(score.title, alignment: .right),
        Table.Column(term: "training", alignment: .right),
      ] + (hasStops ? [Table.Column("stopped after", alignment: .right)] : [])
    let rows = places.map { place -> [Table.Cell] in
      let trial = study.trials[place]
      let settings = names.map { name in
        trial.changes.first { $0.name == name }.map { cell($0.value) } ?? .empty
      }
      let start = [ranks[place].map { Table.Cell.count($0) } ?? .empty, .count(trial.number)]
      guard let scores = trial.measured else {
        return start + settings + [.text("failed"), .empty]
      }
      let stop = hasStops ? [trial.stop.map { Table.Cell.count($0) } ?? .empty] : []
      let isKnown = scores.learned.allSatisfy(\.isFinite)
      return start + settings
        + [score.cell(scores.judged), isKnown ? score.cell(scores.learned) : .empty] + stop
    }
    var table = Table(columns: columns, rows: rows)
    table.keyColumns = 2
    return table
  }

  private func areNumbers(_ name: String) -> Bool {
    places.allSatisfy { place in
      study.trials[place].changes.allSatisfy { $0.name != name || Double($0.value) != nil }
    }
  }

  /// A value as it is typed, which JSON shows as a number where it is one.
  private func cell(_ value: String) -> Table.Cell {
    Double(value).map { .number($0, text: value) } ?? .text(value)
  }
}
