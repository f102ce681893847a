import Notebooks
import Session
import Testing

@testable import Workbench

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Lessons")
struct LessonTests {
  static let root: String = {
    // …/Tests/SessionTests/LessonTests.swift
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The folders with data sets that this machine has: those of the user, and those that lie
  /// beside the checkout.
  static let datasetFolders: [String] = {
    let given = getenv("OVERFIT_DATASETS").map { String(cString: $0) }
    return [given, "\(root)/../shared/datasets", "\(root)/datasets"].compactMap { $0 }
  }()

  static let settings = SessionSettings(
    threads: 2, datasetFolders: datasetFolders, lessonFolders: ["\(root)/lessons"])

  static let names = LessonShelf(settings).lessons.map(\.name)

  @Test("are all there: every Markdown file with cells is a lesson")
  func shelf() throws {
    let folder = "\(Self.root)/lessons"
    let files = try WorkingFolder().names(in: folder).filter {
      guard $0.hasSuffix(".md") else { return false }
      return try !Notebook(bytes: WorkingFolder().read("\(folder)/\($0)"), name: $0).cells.isEmpty
    }
    #expect(Self.names.map { "\($0).md" } == files)
    #expect(Self.names.count >= 2)
  }

  @Test("replay to the byte", arguments: names)
  func replays(_ name: String) throws {
    let lesson = try LessonShelf(Self.settings).find(name)
    let replay = Replay(lesson.notebook, settings: Self.settings)
    if case .skipped(let reason) = replay.verdict {
      print("lesson \(name) is skipped: it \(reason)")
      return
    }
    #expect(replay.verdict == .equal)
  }
}
