import TensorEngine

/// How many cells a table file has at most, counted before it is read: in quotes too, and by every
/// sign that could part them.
struct TableSize {
  /// What a column takes while it is judged, in bytes.
  private static let columnBytes = 1024
  /// What a cell takes while its row becomes numbers, in bytes.
  private static let cellBytes = 24

  private var cells = 0
  private var widest = 0

  init(of bytes: [UInt8]) {
    var width = 1
    for byte in bytes {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
        UInt8(ascii: " "):
        width += 1
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        endRow(of: width)
        width = 1
      default: break
      }
    }
    endRow(of: width)
  }

  private mutating func endRow(of width: Int) {
    cells += width
    widest = max(widest, width)
  }

  /// - Throws: `DatasetError` where reading the table would take more memory than is left.
  func requireMemory(for file: FileBytes) throws(DatasetError) {
    try file.require(
      MemoryBudget.sum(cells * Self.cellBytes, widest * Self.columnBytes), for: .table)
  }
}
