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

  /// Whether a view has the screen: another one than that of the notebook, without a cursor.
  nonisolated(unsafe) private(set) static var showsView = false

  static func save() {
    let found = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    found.initialize(to: termios())
    guard tcgetattr(STDIN_FILENO, found) == 0 else {
      found.deallocate()
      return
    }
    mode = found
  }

  /// Has Ctrl-C interrupt and Ctrl-\ come as other keys do, until the terminal is given back: the library
  /// has all keys come as they are behind its Ctrl-V, and behind that both keys as at first.
  static func takeSignalKeys() {
    var mode = termios()
    guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return }
    mode.c_lflag |= tcflag_t(ISIG)
    mode.freeQuitKey()
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }

  static func beginView() {
    StandardStream.letGo()
    showsView = true
    StandardStream.output.send("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l\u{1B}[H\u{1B}[2J")
  }

  /// Gives the screen of the notebook back; a terminal with one screen alone has an empty one then.
  /// Safe in a signal handler.
  static func endView() {
    guard showsView else { return }
    showsView = false
    let end: StaticString = "\u{1B}[H\u{1B}[2J\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"
    _ = write(STDOUT_FILENO, end.utf8Start, end.utf8CodeUnitCount)
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
    endView()
    endPastes()
    guard let mode else { return }
    // A process in the background would be stopped here instead of ended.
    signal(SIGTTOU, SIG_IGN)
    tcsetattr(STDIN_FILENO, TCSANOW, mode)
  }
}

extension termios {
  /// Makes Ctrl-\ a key like others: it is soon hit by mistake and may stand in a text that is pasted, and
  /// neither ends a session. A command that runs is ended by it.
  mutating func freeQuitKey() {
    let none = cc_t(truncatingIfNeeded: fpathconf(STDIN_FILENO, Int32(_PC_VDISABLE)))
    withUnsafeMutableBytes(of: &c_cc) { $0[Int(VQUIT)] = none }
  }
}
