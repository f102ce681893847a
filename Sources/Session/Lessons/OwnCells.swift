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
    let cells = new.record.cells
    kept = zip(old.record.cells, cells).prefix { $0 == $1 }.count
    self.cells = cells[kept...].map { cell in
      var cell = cell
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
