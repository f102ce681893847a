import Commands
import Language
import Workbench

/// What of a session leads back to it: its seed, its cells as they are typed, and the file of its
/// notebook. No results: the cells give them again.
package struct SessionRecord: Equatable, Sendable {
  /// The file that the notebook was last saved to, and what it holds of the notebook.
  package struct File: Equatable, Sendable {
    /// The path as it was typed.
    package var path: String
    /// Tells one content of the file from another one.
    package var digest: UInt64
    /// How many cells it holds.
    package var cells: Int
    /// How many of these, the first ones, the notebook still has.
    package var same: Int

    /// Makes it of its parts.
    package init(path: String, digest: UInt64, cells: Int, same: Int) {
      self.path = path
      self.digest = digest
      self.cells = cells
      self.same = same
    }
  }

  /// The seed that the session began with.
  package var seed: UInt64
  /// The cells, in their order.
  package var cells: [RecordedCell] = []
  /// The file of the notebook; nil where it was never saved.
  package var file: File?
  /// Whether nothing would be lost if the session ended now.
  package var isSaved = true

  /// Makes the record of an empty notebook.
  package init(seed: UInt64) {
    self.seed = seed
  }

  /// What its cells do that takes time, as far as their lines say it.
  package struct Work: Equatable, Sendable {
    /// How many lines train.
    package var trainings = 0
    /// The epochs of these, where they are written there.
    package var epochs = 0
    /// How many lines search.
    package var searches = 0
    /// How many lines compare.
    package var comparisons = 0
    /// How many networks were trained in all, where that is known: never of a file.
    package var fits = 0
  }

  /// What its cells do, those that failed left out.
  package var work: Work {
    let forms = Vocabulary.standard.table.forms
    var work = Work()
    for cell in cells where !cell.hasFailed {
      work.fits = work.fits.addingReportingOverflow(cell.fits).partialValue
      // Most cells do nothing of the kind, which is seen without reading them.
      guard cell.source.utf8.contains(UInt8(ascii: "r")),
        Self.working.contains(where: cell.source.utf8.has)
      else { continue }
      for case .command(let command) in Script(parsing: cell.source, forms: forms).statements {
        switch command.verb.text {
        case "train":
          work.trainings += 1
          work.epochs =
            work.epochs.addingReportingOverflow(Self.statedEpochs(of: command))
            .partialValue
        case "search": work.searches += 1
        case "compare": work.comparisons += 1
        default: break
        }
      }
    }
    return work
  }

  /// The verbs of what takes time; there is an r in each of them.
  private static let working = ["train", "search", "compare"].map { Array($0.utf8) }

  private static func statedEpochs(of command: Command) -> Int {
    guard case .number(let number)? = command.option("epochs")?.values.first?.kind else { return 0 }
    return max(0, Int(exactly: number) ?? 0)
  }
}

extension NotebookSession {
  /// What leads back to the session as it is now.
  package var record: SessionRecord {
    var record = SessionRecord(seed: settings.seed)
    record.cells = cells.map(RecordedCell.init)
    record.file = recordedFile
    record.isSaved = isSaved
    return record
  }

  /// The file of the notebook, as a record has it.
  var recordedFile: SessionRecord.File? {
    file.map { file in
      SessionRecord.File(
        path: file.path, digest: file.digest, cells: file.sources.count, same: cellsInFile)
    }
  }

  /// What would be lost if the session ended now, as "3 cells are not saved"; nil where nothing
  /// would: in an empty notebook, in one that has only failed cells, and where all is saved.
  package var unsaved: String? {
    guard !isSaved else { return nil }
    let changed = changedCells.count { !cells[$0].hasFailed }
    return changed > 0
      ? "\(Wording.count(changed, "cell")) \(changed == 1 ? "is" : "are") not saved"
      : "the notebook has changed since it was saved"
  }

  /// Whether nothing would be lost if the session ended now.
  var isSaved: Bool {
    let hasWork = cellsSettled < cells.count || cells[..<cellsInFile].contains { !$0.hasFailed }
    guard hasWork else { return true }
    let changed = changedCells
    return cellsSettled >= changed.upperBound
      && cells.count - changed.count == file?.sources.count ?? 0
  }

  /// The cells between those that the file has at its beginning and those that it has at its end.
  private var changedCells: Range<Int> {
    let saved = file?.sources ?? []
    let first = cellsInFile
    let most = min(cells.count, saved.count) - first
    let last =
      (0..<most).first {
        cells[cells.count - 1 - $0].source != saved[saved.count - 1 - $0]
      } ?? most
    return first..<(cells.count - last)
  }

  /// The path that `save` alone writes to; nil where the notebook has no file yet.
  package var fileToSaveTo: String? { file?.path }

  /// Takes note that the cells from an index on are other ones, or that the file is.
  mutating func noteChange(from start: Int) {
    cellsInFile = min(cellsInFile, start)
    let saved = file?.sources ?? []
    let most = min(cells.count, saved.count)
    while cellsInFile < most, cells[cellsInFile].source == saved[cellsInFile] { cellsInFile += 1 }
    cellsSettled = max(min(cellsSettled, start), cellsInFile)
    while cellsSettled < cells.count, cells[cellsSettled].hasFailed { cellsSettled += 1 }
  }
}

extension String.UTF8View {
  /// Whether some bytes stand in it, one behind the other.
  fileprivate func has(_ bytes: [UInt8]) -> Bool {
    indices.contains { self[$0] == bytes[0] && self[$0...].starts(with: bytes) }
  }
}
