import Synchronization

@testable import Session
@testable import Workbench

/// A store of results in memory, that may spoil what it holds.
final class KeptFiles: Sendable {
  let contents = Mutex<[String: [UInt8]]>([:])

  var store: ResultStore {
    ResultStore(
      read: { name in self.contents.withLock { $0[name] } },
      write: { name, bytes in self.contents.withLock { $0[name] = bytes } })
  }

  /// A session that keeps what it trains in them, and has run these lines.
  func session(running lines: [String], program: String = "one") -> NotebookSession {
    var session = NotebookSession(settings: .testing(threads: 2))
    session.keep = ResultKeep(program: program, store: store)
    for line in lines { _ = session.submit(line) }
    return session
  }

  func spoil(_ change: (inout [UInt8]) -> Void) {
    contents.withLock { contents in
      for name in contents.keys { change(&contents[name, default: []]) }
    }
  }
}
