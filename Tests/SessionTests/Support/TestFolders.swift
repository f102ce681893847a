import Foundation

/// Where the tests find their own files.
enum TestFolders {
  static let sessionTests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The notebooks that the transcript tests replay.
  static let transcripts = sessionTests.appending(path: "Transcripts")

  /// The notebooks that show a row of the course each, and are named after its number.
  static let checklist = sessionTests.appending(path: "Checklist")

  /// The catalogue of wrong inputs.
  static let mistakes = sessionTests.appending(path: "Mistakes")

  /// The tables that the transcripts read.
  static let files = transcripts.appending(path: "files")
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let url: URL

  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Puts a file into the folder and gives back its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Puts a link into the folder, to another name in it.
  func link(_ name: String, to other: String) throws {
    try FileManager.default.createSymbolicLink(
      at: url.appending(path: name), withDestinationURL: url.appending(path: other))
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// The names in the folder, hidden ones included.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
