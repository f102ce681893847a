internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Waits until a lesson has changed.
struct LessonWatch {
  /// How long it sleeps between two looks, in microseconds.
  private static let pause: UInt32 = 200_000

  private let paths: [String]
  private let files: WorkingFolder
  private var seen: [String: [UInt8]]

  /// Looks at the notebooks of these paths as they are now: what changes from here on is a change.
  init(_ paths: [String], files: WorkingFolder) {
    self.paths = paths
    self.files = files
    seen = Self.contents(of: paths, files)
  }

  /// Returns once a notebook has another content, is new or is gone; false at Ctrl-C.
  mutating func waitForChange() -> Bool {
    Signals.beginCommand()
    defer { Signals.endCommand() }
    while !Signals.isInterrupted {
      let now = Self.contents(of: paths, files)
      if now != seen {
        seen = now
        return true
      }
      usleep(Self.pause)
    }
    return false
  }

  private static func contents(of paths: [String], _ files: WorkingFolder) -> [String: [UInt8]] {
    let found = paths.flatMap { (try? NotebookPaths.at($0, files)) ?? [] }
    return found.reduce(into: [:]) { $0[$1] = (try? files.read($1)) ?? [] }
  }
}
