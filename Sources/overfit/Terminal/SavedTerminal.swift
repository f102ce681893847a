#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The terminal's mode as the program found it, kept where a signal handler can reach it.
enum SavedTerminal {
  // Written once, before the first handler is installed.
  nonisolated(unsafe) private static var mode: UnsafeMutablePointer<termios>?

  static func save() {
    let found = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    found.initialize(to: termios())
    guard tcgetattr(STDIN_FILENO, found) == 0 else {
      found.deallocate()
      return
    }
    mode = found
  }

  /// Safe in a signal handler.
  static func restore() {
    guard let mode else { return }
    // A process in the background would be stopped here instead of ended.
    signal(SIGTTOU, SIG_IGN)
    tcsetattr(STDIN_FILENO, TCSANOW, mode)
  }
}
