internal import Charts
internal import Session
internal import Synchronization

/// What a cell with a loop shows on a terminal before it is done: its results as they come, up to the
/// first picture. Pictures wait for each other, since they may have to share the screen.
final class EarlyOutput: Sendable {
  private let transcript: Transcript
  private let makeRoom: @Sendable () -> Void
  private let seen = Mutex(Seen())

  private struct Seen {
    var results = 0
    var lines = 0
    var waits = false
  }

  /// - Parameter makeRoom: Called before lines are written.
  init(_ transcript: Transcript, makeRoom: @escaping @Sendable () -> Void) {
    self.transcript = transcript
    self.makeRoom = makeRoom
  }

  /// Shows what a command found out, as far as a cell's output goes.
  func show(_ document: Document) {
    seen.withLock { seen in
      seen.waits = seen.waits || document.blocks.contains(where: \.isPicture)
      guard !seen.waits else { return }
      let lines = transcript.lines(of: document)
      let room = max(0, CellOutput.mostLines - seen.lines)
      seen.results += 1
      seen.lines += lines.count
      guard room > 0, !lines.isEmpty else { return }
      makeRoom()
      StandardStream.output.sendRows(lines.prefix(room).joined(separator: "\n"))
    }
  }

  /// The lines of a cell that are not shown yet; nil where all of them are to be shown.
  func rest(of outcome: NotebookSession.Outcome) -> [String]? {
    let seen = seen.withLock { $0 }
    guard seen.results > 0, case .cell(_, let cell) = outcome, !cell.hasFailed else { return nil }
    return transcript.output(of: cell, withoutFirst: seen.results, lines: seen.lines)
  }
}
