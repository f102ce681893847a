internal import Charts
internal import Session
internal import TensorEngine
internal import TerminalText

/// How a result is to be drawn. Made afresh for every command where that is a terminal, which changes its
/// size.
struct Page {
  let width: Int
  /// The lines of the terminal, or those of a usual one.
  private let height: Int
  /// Whether pictures are made of 7-bit characters, whatever the student has set.
  private let isPlain: Bool
  let colors: Colors
  let format: OutputFormat
  /// The columns that stand before the input on the line above: the prompt's, or two for "> ".
  var inputIndent: Int
  /// Whether the next line can begin with text to be changed.
  let opensCells: Bool
  /// What is shown before a cell is done; nil where nothing is.
  var early: EarlyOutput?
  /// Tells how long work takes on this machine; nil where that is not said.
  var time: (@Sendable (WorkPlan) -> String)?

  init(
    _ options: GlobalOptions, on terminal: Terminal = Terminal(), inputIndent: Int = 0,
    opensCells: Bool = false
  ) {
    let limits = GlobalOptions.widths
    let size = terminal.showsResults ? Terminal.size(of: .output) : nil
    let width = options.width ?? size?.columns ?? 80
    self.width = min(max(width, limits.lowerBound), limits.upperBound)
    height = size?.rows ?? 24
    isPlain = !terminal.showsResults || options.plain || !Environment.isUTF8
    let isColored =
      terminal.showsResults && options.color.isOn(isMonochrome: Terminal.isMonochrome)
    colors = isColored ? (Terminal.hasManyColors ? .many : .sixteen) : .none
    format = options.format
    self.inputIndent = inputIndent
    self.opensCells = opensCells
  }

  /// A line that the program itself says, broken between words where it is wider than the page.
  func wrapped(_ line: String) -> [String] {
    line.columns <= width ? [line] : TextRenderer(width: width).lines(Document([.text(line)]))
  }

  /// Lines that the program itself says, those that are nil left out.
  func prose(_ lines: [String?]) -> String {
    lines.compactMap { $0 }.flatMap { $0.split(separator: "\n").map(String.init) }
      .flatMap(wrapped).joined(separator: "\n")
  }

  /// How a session with these pictures draws for this page, which may know no such pictures.
  ///
  /// - Parameter lines: How many lines of the screen are not for documents, beside the prompt's.
  func transcript(_ pictures: Pictures = .ascii, reserving lines: Int = 0) -> Transcript {
    var transcript = Transcript(
      renderer: TextRenderer(
        width: width, height: height, pictures: isPlain ? .ascii : pictures, colors: colors,
        showsNames: !isPlain, reserved: lines),
      indent: inputIndent, width: width)
    transcript.time = time
    return transcript
  }
}
