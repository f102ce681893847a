import Foundation
import Notebooks
import Publishing
import Session
import Workbench

/// The lessons of this repository.
enum Lessons {
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/lessons"

  /// The paths in the folder, "capstone/01-arms.md".
  static let paths: [String] = {
    let files = WorkingFolder()
    let all = (try? files.names(in: folder)) ?? []
    let inner = all.filter { files.isFolder("\(folder)/\($0)") }.flatMap { name in
      ((try? files.names(in: "\(folder)/\(name)")) ?? []).map { "\(name)/\($0)" }
    }
    return (all + inner).filter { $0.hasSuffix(".md") }.sorted()
  }()

  static func notebook(_ path: String) throws -> Notebook {
    try Notebook(bytes: try WorkingFolder().read("\(folder)/\(path)"), name: path)
  }

  /// The lesson with the outputs of its file.
  static func stored(_ path: String) throws -> PlayedNotebook {
    PlayedNotebook(try notebook(path))
  }

  /// A notebook that was run.
  static func played(_ text: String) throws -> PlayedNotebook {
    PlayedNotebook(
      Replay(try Notebook(text: text, name: "a.md"), settings: SessionSettings(threads: 2)))
  }

  /// The gallery, run: all kinds of pictures.
  static let gallery: PlayedNotebook? = {
    guard let notebook = try? notebook("gallery.md") else { return nil }
    var settings = SessionSettings(threads: 2)
    settings.datasetFolders = ["\(folder)/../datasets"]
    return PlayedNotebook(Replay(notebook, settings: settings))
  }()
}
