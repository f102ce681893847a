internal import Charts

/// How a result is to be drawn. Made afresh for every command: a terminal changes its size.
struct Page {
  var width: Int
  /// The lines of the terminal, or those of a usual one.
  var height: Int
  /// Whether pictures are made of 7-bit characters, whatever the student has set.
  var isPlain: Bool
  var colors: Colors
  var format: OutputFormat
  /// The columns that stand before the input on the line above: the prompt's, or two for "> ".
  var inputIndent: Int
  /// Whether the next line can begin with text to be changed.
  var opensCells: Bool
}
