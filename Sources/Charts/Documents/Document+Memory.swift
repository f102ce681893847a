extension Document {
  private static let ownBytes = 64
  private static let bytesPerFact = 160

  /// The ``byteCount`` of a document that is one fact.
  package static var byteCountOfFact: Int { ownBytes + bytesPerFact }

  /// About how many bytes it takes, reckoned from the lengths of its texts and the sizes of its tables
  /// and pictures.
  package var byteCount: Int {
    blocks.reduce(Self.ownBytes) { total, block in
      switch block {
      case .text(let text), .verbatim(let text): total + 64 + text.utf8.count
      case .facts(let facts): total + Self.bytesPerFact * facts.count
      case .table(let table): total + 256 + table.byteCount
      case .chart(let chart): total + chart.byteCount
      case .grid(let grid): grid.charts.reduce(total + 256) { $0 + $1.byteCount }
      }
    }
  }
}

extension Chart {
  /// With room for a short text in the place of each number.
  fileprivate var byteCount: Int { 512 + 32 * content.size }
}

extension Table {
  fileprivate var byteCount: Int {
    (rows + footer).reduce(128 * columns.count) { total, row in
      row.reduce(total + 32) { $0 + 64 + ($1.text.utf8.count > 15 ? $1.text.utf8.count + 32 : 0) }
    }
  }
}
