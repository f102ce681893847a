import Synchronization
import TensorEngine
package import Workbench

/// The cells of a session that trained networks, kept so that none is trained again that comes to the
/// same.
///
/// A cell depends on the cells above it and on nothing else, so a cell is known by the digest of their
/// sources and of the files that they read. What is kept is the cell as it ran; taking it gives the
/// bytes of running it. The oldest cells go first where the memory of the session is needed.
package final class ResultKeep: Sendable {
  private struct KeptCell {
    let key: ContentDigest
    let cell: Cell
    /// How many bytes the cells above held when it ran.
    let heldBytes: Int
    let bytes: Int
  }

  private struct KeptCells {
    /// The oldest first.
    var entries: [KeptCell] = []
    var count = KeepCount()
    var lineage: KnownLineage?
  }

  /// What tells the first cells of a session from all others.
  private struct KnownLineage {
    let digest: ContentDigest?
    let cellCount: Int
    /// The run of the last of these cells; nil once nobody holds it.
    weak var last: (any AnyObject & Sendable)?
  }

  private let content = Mutex(KeptCells())

  /// The program that the results are of: another one may come to others.
  let program: String
  /// Where results of trainings are kept for later sessions; nil where they are not.
  let store: ResultStore?

  /// Begins with nothing but what the store has.
  package init(program: String = "", store: ResultStore? = nil) {
    (self.program, self.store) = (program, store)
  }

  /// How many networks the session has trained, and how many it did not need to.
  package var count: KeepCount { content.withLock { $0.count } }

  /// The cell of a key; nil where none is kept, or where the notebook has less room than it had when
  /// the cell ran.
  func cell(_ key: ContentDigest, after state: SessionState) -> Cell? {
    content.withLock { content in
      guard let index = content.entries.lastIndex(where: { $0.key == key }) else { return nil }
      let entry = content.entries[index]
      guard state.heldBytes <= entry.heldBytes else { return nil }
      var cell = entry.cell
      cell.state.heldBytes = state.heldBytes + cell.byteCount
      content.count.taken += cell.fits
      // What is needed again is young again.
      content.entries.remove(at: index)
      content.entries.append(entry)
      return cell
    }
  }

  /// Notes that a cell has begun so many trainings, of which some were known from an earlier session.
  func note(fits: Int, taken: Int) {
    content.withLock { content in
      content.count.done += fits - taken
      content.count.taken += taken
    }
  }

  /// Keeps a cell that ran behind a state.
  func keep(_ cell: Cell, as key: ContentDigest, after state: SessionState) {
    let nothing = SessionState(seed: 0)
    let bytes = cell.state.bytes(notIn: nothing, nothing.storages) + cell.byteCount
    let entry = KeptCell(key: key, cell: cell, heldBytes: state.heldBytes, bytes: bytes)
    content.withLock { content in
      content.entries.removeAll { $0.key == key }
      content.entries.append(entry)
    }
  }

  /// The lineage that was noted last, and of how many of these cells; nil where it is of other ones.
  func lineage(within cells: [Cell]) -> (digest: ContentDigest?, cellCount: Int)? {
    content.withLock { content in
      guard let known = content.lineage, let last = known.last, known.cellCount <= cells.count,
        cells[known.cellCount - 1].after.identity === last
      else { return nil }
      return (known.digest, known.cellCount)
    }
  }

  /// Notes the lineage of cells: it is asked for with each line that may train, whether a cell comes of
  /// it or not.
  func note(lineage: ContentDigest?, of cells: [Cell]) {
    guard let last = cells.last?.after.identity else { return }
    content.withLock { content in
      content.lineage = KnownLineage(digest: lineage, cellCount: cells.count, last: last)
    }
  }

  /// Lets the oldest cells go until the others hold no more than so many bytes.
  func shrink(to bytes: Int) {
    content.withLock { content in
      var rest = content.entries.reduce(0) { $0 + $1.bytes }
      let gone = content.entries.prefix { entry in
        guard rest > bytes else { return false }
        rest -= entry.bytes
        return true
      }
      content.entries.removeFirst(gone.count)
    }
  }
}
