/// How a result is to be drawn. Made afresh for every command: a terminal changes its size.
struct Page {
  enum Pictures {
    case ascii
    case blocks
  }

  var width: Int
  var pictures: Pictures
  var color: Bool
  var format: OutputFormat
  /// The columns that stand before the input on the line above: the prompt's, or two for "> ".
  var inputIndent: Int
  /// Whether the next line can begin with text to be changed.
  var opensCells: Bool
}
