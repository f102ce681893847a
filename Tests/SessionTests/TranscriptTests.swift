import Foundation
import Notebooks
import Session
import Testing

/// A file of the folder `Transcripts`, named in the report.
struct TranscriptFile: Sendable, CustomTestStringConvertible {
  let url: URL
  var name: String { url.lastPathComponent }
  var testDescription: String { name }

  static let all: [TranscriptFile] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map {
      TranscriptFile(url: folder.appending(path: $0))
    }
  }()

  private static let folder = TestFolders.transcripts
}

@Suite("Transcripts")
struct TranscriptTests {
  @Test("replay to the same bytes", arguments: TranscriptFile.all)
  func replay(_ file: TranscriptFile) throws {
    let bytes = [UInt8](try Data(contentsOf: file.url))
    let notebook = try Notebook(bytes: bytes, name: file.name)
    var settings = SessionSettings.testing(threads: 2)
    settings.datasetFolders = [TestFolders.files.path]
    let replay = Replay(notebook, settings: settings)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(replay.updatedText.utf8).write(to: file.url)
      Issue.record("recorded \(file.name): look at it")
      return
    }
    switch replay.verdict {
    case .equal, .broken: break
    case .different(let difference): Issue.record("\(difference)")
    case .skipped(let reason): Issue.record("skipped: \(reason)")
    case .interrupted: Issue.record("interrupted")
    }
  }

  @Test("are there, one for each verb and one for errors")
  func completeness() {
    #expect(TranscriptFile.all.count >= 25)
    #expect(TranscriptFile.all.contains { $0.name == "errors.md" })
  }
}
