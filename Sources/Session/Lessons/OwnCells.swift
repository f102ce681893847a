import Workbench

/// What a student made of a step of a lesson: the cells that the lesson went on from.
struct OwnCells: Equatable, Sendable {
  /// How many cells of the lesson, the first ones, it left as they were.
  var kept: Int
  /// The cells behind these, in their order.
  var cells: [RecordedCell]

  init(kept: Int, cells: [RecordedCell]) {
    self.kept = kept
    self.cells = cells
  }

  /// What leads from one session to another one.
  init(from old: NotebookSession, to new: NotebookSession) {
    kept = new.cellsKept(of: old)
    cells = new.cells[kept...].map { cell in
      var cell = RecordedCell(cell)
      // They run again as the student's, whoever's they are.
      (cell.holder, cell.fits) = (nil, 0)
      return cell
    }
  }

  /// The same without the cells of these sources; what was saved behind one of them is saved behind the
  /// cell before it.
  func without(_ isLeftOut: (String) -> Bool) -> OwnCells {
    var rest: [RecordedCell] = []
    for cell in cells {
      if !isLeftOut(cell.source) || (rest.isEmpty && !cell.saves.isEmpty) {
        rest.append(cell)
      } else if !rest.isEmpty {
        rest[rest.count - 1].saves += cell.saves
      }
    }
    return OwnCells(kept: kept, cells: rest)
  }
}

extension NotebookSession {
  /// How many cells, the first ones, are those of another session, as a record has them. A notebook is
  /// changed from a cell on, so it is not asked of all of them.
  fileprivate func cellsKept(of other: NotebookSession) -> Int {
    let most = min(cells.count, other.cells.count)
    var kept = most
    while kept > 0, !cells[kept - 1].after.isOne(with: other.cells[kept - 1].after) { kept -= 1 }
    return (kept..<most).first { RecordedCell(cells[$0]) != RecordedCell(other.cells[$0]) } ?? most
  }
}
