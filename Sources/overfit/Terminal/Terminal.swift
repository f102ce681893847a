internal import Charts

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

  private static var kind: String { Environment.value("TERM") ?? "dumb" }

  /// Whether lines can be edited: keys in, pictures out, and a cursor that moves.
  var editsLines: Bool { readsKeys && showsResults && !isDumb }

  /// Whether a line can be drawn over and over again.
  var showsProgress: Bool { StandardStream.error.isTerminal && !isDumb }

  /// The columns of the terminal that `stream` is connected to, as it is just now; nil without one.
  static func columns(of stream: StandardStream) -> Int? { size(of: stream)?.columns }

  private static func size(of stream: StandardStream) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(stream.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// The colours there are: a name like `xterm-256color` promises 256, and so does COLORTERM.
  private func colors(_ choice: ColorChoice) -> Colors {
    guard showsResults, choice.isOn(isMonochrome: Self.isMonochrome) else { return .none }
    let hasMany = Self.kind.contains("256") || Environment.value("COLORTERM") != nil
    return hasMany ? .many : .sixteen
  }

  /// Whether the terminal has no colours by its name: `dumb`, `vt220`, `xterm-mono`, `linux-m`.
  private static var isMonochrome: Bool {
    kind == "dumb" || kind.hasPrefix("vt") || kind.hasSuffix("-m") || kind.hasSuffix("-mono")
  }

  /// How the next result is to be drawn.
  func page(_ options: GlobalOptions, inputIndent: Int) -> Page {
    let limits = GlobalOptions.widths
    let size = showsResults ? Terminal.size(of: .output) : nil
    let width = options.width ?? size?.columns ?? 80
    return Page(
      width: min(max(width, limits.lowerBound), limits.upperBound),
      height: size?.rows ?? 24,
      isPlain: !showsResults || options.plain || !Environment.isUTF8,
      colors: colors(options.color),
      format: options.format,
      inputIndent: inputIndent,
      opensCells: editsLines)
  }
}
