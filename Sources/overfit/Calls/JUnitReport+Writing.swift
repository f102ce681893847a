internal import Publishing
internal import Workbench

extension JUnitReport {
  /// Writes it, over nothing but an older report.
  func write(to path: String, _ files: WorkingFolder) throws {
    try Self.requireRoom(at: path, files)
    try files.write(Array(text.utf8), to: path)
  }

  /// Refuses a path where something stands that is no report: what is checked is not written over.
  static func requireRoom(at path: String, _ files: WorkingFolder) throws(CallError) {
    guard files.exists(path), !files.isFolder(path) else { return }
    let report = Array(head.utf8)
    let start = files.start(of: path, count: report.count)
    guard start == report || start == [] else { throw .noReport(path: path) }
  }
}
