internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What the streams are connected to and what can be shown there.
struct Terminal {
  /// Whether keys come from a terminal.
  let readsKeys = isatty(STDIN_FILENO) == 1
  /// Whether results go to a terminal.
  let showsResults = StandardStream.output.isTerminal
  /// Whether the terminal can move its cursor back; a dumb one cannot.
  private let isDumb = kind == "dumb"

  private static let kind = Environment.value("TERM") ?? "dumb"

  /// Whether lines can be edited: keys in, pictures out, and a cursor that moves.
  var editsLines: Bool { readsKeys && showsResults && !isDumb }

  /// Whether a person reads what is said and can answer.
  var isAttended: Bool { readsKeys && showsResults }

  /// Whether the terminal that keys come from is still there: one that was closed gives the end of
  /// all keys, as Ctrl-D does.
  static var isOpen: Bool {
    var mode = termios()
    return tcgetattr(STDIN_FILENO, &mode) == 0
  }

  /// Whether a line can be drawn over and over again.
  var showsProgress: Bool { StandardStream.error.isTerminal && !isDumb }

  /// The columns of the terminal that `stream` is connected to, as it is just now; nil without one.
  static func columns(of stream: StandardStream) -> Int? { size(of: stream)?.columns }

  /// The same with its rows.
  static func size(of stream: StandardStream) -> (columns: Int, rows: Int)? {
    guard stream.descriptor == STDOUT_FILENO, let hold = StandardStream.currentHold else {
      return measuredSize(of: stream)
    }
    return held.withLock { held in
      if held?.hold != hold { held = (hold, measuredSize(of: stream)) }
      return held?.size
    }
  }

  /// The size for which what is held is drawn: none of it is seen before all of it is.
  private static let held = Mutex<(hold: Int, size: (columns: Int, rows: Int)?)?>(nil)

  private static func measuredSize(of stream: StandardStream) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Whether the terminal has no colours by its name: `dumb`, `vt220`, `xterm-mono`, `linux-m`.
  static let isMonochrome =
    kind == "dumb" || kind.hasPrefix("vt") || kind.hasSuffix("-m") || kind.hasSuffix("-mono")

  /// Whether text can be grey: by names of terminals that are known to have 16 colours or more.
  static var hasGrey: Bool {
    hasManyColors || ["xterm", "screen", "tmux", "rxvt"].contains { kind.hasPrefix($0) }
  }

  /// Whether rows that a terminal has wrapped are wrapped anew when its size changes, as far as it is one
  /// that says its name.
  static let wrapsAnew =
    [
      "TMUX", "VTE_VERSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WEZTERM_PANE",
      "KONSOLE_VERSION", "WT_SESSION", "GHOSTTY_RESOURCES_DIR",
    ].contains { Environment.value($0) != nil } && Environment.value("STY") == nil

  /// Whether there are 256 colours: a name like `xterm-256color` promises them, and so does
  /// COLORTERM.
  static let hasManyColors =
    Environment.holds(kind, "256") || Environment.value("COLORTERM") != nil
}
