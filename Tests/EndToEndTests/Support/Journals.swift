import Foundation

/// The journals that sessions in a home leave.
struct Journals {
  let folder: String

  init(of home: TemporaryFolder) {
    folder = home.path + "/.local/state/overfit/journals"
  }

  /// Their names, the oldest first.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// The only one.
  var only: String { "\(folder)/\(names.first ?? "none")" }

  /// The text of the only one.
  var text: String {
    FileManager.default.contents(atPath: only).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func replaceText(with text: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: only))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}
