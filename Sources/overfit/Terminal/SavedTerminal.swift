#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The terminal's mode as the program found it, kept where a signal handler can reach it.
enum SavedTerminal {
  // Written once, before the first handler is installed.
  nonisolated(unsafe) private static var mode: UnsafeMutablePointer<termios>?
  /// Whether the terminal was asked to mark what is pasted (bracketed paste).
  nonisolated(unsafe) private(set) static var bracketsPastes = false

  static func save() {
    let found = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    found.initialize(to: termios())
    guard tcgetattr(STDIN_FILENO, found) == 0 else {
      found.deallocate()
      return
    }
    mode = found
  }

  static func beginPastes() {
    bracketsPastes = true
    StandardStream.output.send("\u{1B}[?2004h")
  }

  /// Safe in a signal handler.
  static func endPastes() {
    guard bracketsPastes else { return }
    bracketsPastes = false
    let end: StaticString = "\u{1B}[?2004l"
    _ = write(STDOUT_FILENO, end.utf8Start, end.utf8CodeUnitCount)
  }

  /// Safe in a signal handler.
  static func restore() {
    endPastes()
    guard let mode else { return }
    // A process in the background would be stopped here instead of ended.
    signal(SIGTTOU, SIG_IGN)
    tcsetattr(STDIN_FILENO, TCSANOW, mode)
  }
}
