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

  private let files: WorkingFolder
  private var seen: [String: [UInt8]] = [:]

  init(files: WorkingFolder) { self.files = files }

  /// Returns once a notebook of these paths has another content, is new or is gone; false at Ctrl-C.
  mutating func waitForChange(of paths: [String]) -> Bool {
    if seen.isEmpty { seen = contents(of: paths) }
    Signals.beginCommand()
    defer { Signals.endCommand() }
    while !Signals.isInterrupted {
      let now = contents(of: paths)
      if now != seen {
        seen = now
        return true
      }
      usleep(Self.pause)
    }
    return false
  }

  private func contents(of paths: [String]) -> [String: [UInt8]] {
    let found = paths.flatMap { (try? NotebookPaths.at($0, files)) ?? [] }
    return found.reduce(into: [:]) { $0[$1] = (try? files.read($1)) ?? [] }
  }
}
