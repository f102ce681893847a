internal import Session
internal import TerminalText
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder of the journals: a file for each session at a terminal that lives, or that ended without
/// being saved.
struct JournalFolder {
  /// The most journals that are kept.
  static let limit = 20
  private static let ending = ".journal"

  let path: String

  /// nil where there is no place to keep them.
  init?() {
    guard let folder = StateFolder.path else { return nil }
    path = folder + "/journals"
  }

  /// The journals by their names, which begin with the time: the newest first.
  private var names: [String] {
    StateFolder.names(in: path, endingWith: JournalFolder.ending).sorted(by: >)
  }

  /// Whether there is no journal, of no session.
  var isEmpty: Bool { names.isEmpty }

  /// The journals of sessions that ended without being saved, the newest first. Those in which
  /// nothing is lost are taken away on the way.
  func lost() -> [LostJournal] {
    var lost: [LostJournal] = []
    for name in names {
      guard let file = try? JournalFile("\(path)/\(name)") else { continue }
      guard let summary = LostJournal.summary(of: file) else { continue }
      if summary.isSaved || summary.cells == 0 {
        file.remove()
      } else {
        lost.append(LostJournal(file: file, cells: summary.cells))
      }
    }
    return lost
  }

  /// What a student is told who begins another session; nil for nothing.
  var notice: String? {
    let lost = lost()
    guard let newest = lost.first else { return nil }
    let cells = newest.cells == 1 ? "1 cell" : "\(newest.cells) cells"
    return lost.count == 1
      ? "a lost session of \(cells): overfit --recover, or --recover drop to forget it"
      : "\(lost.count) lost sessions, the last of \(cells): overfit --recover, --recover list or drop"
  }

  /// The journals that are left alone for what they are, each with the reason.
  func refusals() -> [String] {
    names.compactMap { name in
      do throws(JournalFile.Refusal) {
        _ = try JournalFile("\(path)/\(name)")
        return nil
      } catch {
        guard case .unfit(let reason) = error else { return nil }
        return "\(path)/\(name) is left alone: \(reason)"
      }
    }
  }

  /// Makes the journal of a session that begins now; nil, with the reason in `errno`, where that
  /// fails.
  func make(with text: String) -> JournalFile? {
    guard StateFolder.make(path) else { return nil }
    LeftoverFiles.remove(inFolder: path)
    removeOldest()
    return JournalFile(making: "\(path)/\(JournalFolder.newName())", with: text)
  }

  /// Makes room for one more; a journal whose session lives is never taken away.
  private func removeOldest() {
    for name in names.dropFirst(JournalFolder.limit - 1) {
      try? JournalFile("\(path)/\(name)").remove()
    }
  }

  /// "20261129-044500-1234.journal": when it began, in UTC, and the number of its process.
  private static func newName() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y%m%d-%H%M%S", &parts)
    let start = String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "\(start)-\(getpid())\(ending)"
  }
}
