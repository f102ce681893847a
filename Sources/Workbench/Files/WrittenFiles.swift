import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a session has written on the disk and whether that still stands there, and what its cells
/// have read there.
final class WrittenFiles: Sendable {
  /// What tells one content of a path from another one.
  struct Identity: Equatable, Sendable {
    private let numbers: [Int64]

    init(_ information: stat) {
      #if canImport(Glibc)
        let time = information.st_mtim
      #else
        let time = information.st_mtimespec
      #endif
      numbers = [
        Int64(truncatingIfNeeded: information.st_dev),
        Int64(truncatingIfNeeded: information.st_ino), Int64(information.st_size),
        Int64(time.tv_sec), Int64(time.tv_nsec),
      ]
    }
  }

  private struct Entry {
    let identity: Identity
    let holder: String?
  }

  private let entries = Mutex<[String: Entry]>([:])
  private let read = Mutex<Set<String>>([])
  private let swept = Mutex<Set<String>>([])

  /// Notes a file that was written by the commands of `holder`, or by the person's.
  func note(_ path: String, _ identity: Identity, by holder: String?) {
    entries.withLock { $0[path] = Entry(identity: identity, holder: holder) }
  }

  /// Whether what stands there is what was written.
  func has(_ path: String, _ identity: Identity) -> Bool {
    entries.withLock { $0[path]?.identity == identity }
  }

  /// The same for what these commands have written.
  func has(_ path: String, _ identity: Identity, by holder: String) -> Bool {
    entries.withLock { $0[path]?.identity == identity && $0[path]?.holder == holder }
  }

  /// Notes that a cell has read what stands on the disk. A replay reads it there too, and so must find
  /// the same; also if the cell was taken back meanwhile, for it may come back.
  func noteRead(_ path: String) { read.withLock { _ = $0.insert(path) } }

  /// Whether a cell has read it.
  func isRead(_ path: String) -> Bool { read.withLock { $0.contains(path) } }

  /// Whether a folder is written into for the first time.
  func isNew(folder path: String) -> Bool { swept.withLock { $0.insert(path).inserted } }
}
