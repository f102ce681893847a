internal import Language

/// What came of asking for a line.
enum LineRead: Equatable {
  case line(String)
  /// Ctrl-C: what was typed is to be forgotten.
  case abandoned
  /// Ctrl-D on an empty line, or the end of the file.
  case end
  /// A signal asks the program to end.
  case killed(Int32)
}

/// What a line reader shows and offers while it waits.
struct LineRequest {
  var prompt: String
  /// Text that stands there already, to be changed.
  var text = ""
  /// Whether that text gives way to the first letter that is typed.
  var isOffer = false
  /// Whether the line goes on with an earlier one; then Tab at its start indents.
  var isContinuation = false
  /// What is asked above the prompt, and stands there again when the screen was cleared; nothing where a
  /// cell is typed.
  var standing: () -> [String] = { [] }
  /// What tells whether a cell has all its lines.
  var gathering: (() -> SourceGathering)?
  /// The candidates for the word that ends at the cursor, given in bytes from the line's start.
  var completions: (_ line: String, _ cursor: Int) -> [Candidate] = { _, _ in [] }
  /// What is usually typed behind a line; nil where that can't be shown as what it is.
  var hint: ((_ line: String) -> String?)?

  /// Lets go of whom it asks: a session that is held elsewhere is copied with all its cells by the next
  /// one.
  mutating func letGo() {
    standing = { [] }
    gathering = nil
    completions = { _, _ in [] }
    hint = nil
  }
}

/// Where lines come from.
protocol LineReader: AnyObject {
  /// Whether more lines of a paste come at once.
  var isPasting: Bool { get }
  /// Whether a text that stands there already is seen, and changed.
  var showsOffers: Bool { get }
  func read(_ request: LineRequest) -> LineRead
  /// The next line of a paste, which nobody completes; nil where there is none.
  func readPasted(_ request: LineRequest) -> LineRead?
  /// Keeps a cell for the arrow keys, in this session and in later ones.
  ///
  /// - Parameter isFollowed: Whether that may wait for ``keepRemembered()``.
  func remember(_ cell: String, isFollowed: Bool)
  /// Writes down what was remembered.
  func keepRemembered()
  /// Forgets the lines of a paste that are still to come.
  func abandon()
  /// Gives the terminal back.
  func close()
}

extension LineReader {
  var isPasting: Bool { false }
  var showsOffers: Bool { false }
  func readPasted(_ request: LineRequest) -> LineRead? { nil }
  func remember(_ cell: String, isFollowed: Bool) {}
  func keepRemembered() {}
  func abandon() {}
  func close() {}
}
