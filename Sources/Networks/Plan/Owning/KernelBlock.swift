/// The columns of a kernel `[rows, columns]` that belong to one owner: they lie together, `[rows,
/// columns of the owner]`, so that no line of a cache and nothing that is fetched ahead is
/// another's.
struct KernelBlock: Sendable {
  var rows: Int
  var columns: Range<Int>

  /// Where the block begins in the memory of the kernel.
  var start: Int { rows * columns.lowerBound }
  /// Its floats.
  var count: Int { rows * columns.count }

  /// Goes over what lies together both in the blocks of a divided kernel and in its rows: a row of a
  /// block.
  static func forEachRun(
    of place: ParameterPlace, _ body: (_ inRows: Int, _ inBlocks: Int, _ count: Int) -> Void
  ) {
    let columns = place.columns
    let rows = place.count / max(1, columns)
    for owner in 0..<place.owners {
      let own = Part.columns(ofOwner: owner, of: place.owners, width: columns)
      let block = KernelBlock(rows: rows, columns: own)
      for row in 0..<rows {
        body(row * columns + own.lowerBound, block.start + row * own.count, own.count)
      }
    }
  }
}
