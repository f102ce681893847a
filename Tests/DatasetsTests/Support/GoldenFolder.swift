import Datasets
import Foundation
import Testing

/// The files that NumPy and Pillow have made; `make.py` beside them says how.
enum GoldenFolder {
  private static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden")

  static func file(_ name: String) throws -> FileBytes {
    FileBytes(name: name, bytes: [UInt8](try Data(contentsOf: url.appending(path: name))))
  }
}

/// What a reader says is wrong; nil if nothing is.
func datasetProblem<Value>(_ body: () throws(DatasetError) -> Value) -> String? {
  do {
    _ = try body()
    return nil
  } catch {
    return error.description
  }
}
