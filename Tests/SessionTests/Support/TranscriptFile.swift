import Foundation
import Notebooks
import Session
import Testing

@testable import Workbench

/// A notebook of the tests, named in the report.
struct TranscriptFile: Sendable, CustomTestStringConvertible {
  let url: URL

  var name: String { url.lastPathComponent }
  var testDescription: String { name }

  /// The notebooks of a folder, by name.
  static func all(in folder: URL) -> [TranscriptFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map {
      TranscriptFile(url: folder.appending(path: $0))
    }
  }

  /// The notebook as it is read.
  func notebook() throws -> Notebook {
    try Notebook(bytes: [UInt8](Data(contentsOf: url)), name: name)
  }

  /// Replays the notebook and reports each difference; with RECORD=1 it is written anew instead,
  /// and the test fails so that nobody forgets to look.
  func replay(datasetFolders: [String] = [TestFolders.files.path]) throws {
    let notebook = try notebook()
    var settings = SessionSettings.testing(threads: 2)
    settings.datasetFolders = datasetFolders
    let replay = Replay(notebook, settings: settings)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(replay.updatedText.utf8).write(to: url)
      Issue.record("recorded \(name): look at it")
      return
    }
    switch replay.verdict {
    case .equal, .broken: break
    case .different(let difference): Issue.record("\(difference)")
    case .skipped(let reason): Issue.record("skipped: \(reason)")
    case .interrupted, .outOfTime: Issue.record("interrupted")
    case .unable(let reason): Issue.record("unable: \(reason)")
    }
  }
}
