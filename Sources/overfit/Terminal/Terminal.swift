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
  private let isDumb = (Environment.value("TERM") ?? "dumb") == "dumb"

  /// Whether lines can be edited: keys in, pictures out, and a cursor that moves.
  var editsLines: Bool { readsKeys && showsResults && !isDumb }

  /// Whether a line can be drawn over and over again.
  var showsProgress: Bool { StandardStream.error.isTerminal && !isDumb }

  /// The columns of the terminal that `stream` is connected to, as it is just now; nil without one.
  static func columns(of stream: StandardStream) -> Int? {
    var size = winsize()
    guard ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// How the next result is to be drawn.
  func page(_ options: GlobalOptions, inputIndent: Int) -> Page {
    let limits = GlobalOptions.widths
    let columns = showsResults ? Terminal.columns(of: .output) : nil
    let width = options.width ?? columns ?? 80
    return Page(
      width: min(max(width, limits.lowerBound), limits.upperBound),
      pictures: showsResults && !options.plain && Environment.isUTF8 ? .blocks : .ascii,
      color: showsResults && options.color.isOn(isDumb: isDumb),
      format: options.format,
      inputIndent: inputIndent,
      opensCells: editsLines)
  }
}
