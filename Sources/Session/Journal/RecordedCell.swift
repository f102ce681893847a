import Language
import TerminalText
import Workbench

/// A cell of a session as its record has it: it can be run again.
package struct RecordedCell: Equatable, Sendable {
  /// What runs again; of an interrupted training it says after how many steps it stops.
  package var source: String
  /// The file whose command it is; nil for the person's.
  package var holder: String?
  /// Whether it failed.
  package var hasFailed = false
  /// How many networks it trained; 0 where that is not known.
  package var fits = 0
  /// The lines that saved something while it was the last cell, in their order.
  package var saves: [String] = []

  /// Makes a cell of the person's that worked and that nothing was saved behind.
  package init(_ source: String, of holder: String? = nil) {
    self.source = source
    self.holder = holder
  }
}

extension RecordedCell {
  /// Makes the record of a cell.
  init(_ cell: Cell) {
    self.init(cell.source, of: cell.rights.holder)
    (hasFailed, fits) = (cell.hasFailed, cell.fits)
    saves = cell.traces.saves.map(\.script.source)
  }

  /// Its first line, as far as a message has room for it.
  var shown: String { source.excerpt }
}

extension String {
  /// The first line, as far as a message has room for it.
  var excerpt: String {
    let line = prefix { !$0.isNewline }
    let isWhole = line.count == count && count <= 60
    return (isWhole ? self : line.prefix(57) + "...").cleaned(.message)
  }
}
