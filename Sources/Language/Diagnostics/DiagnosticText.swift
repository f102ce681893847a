import TerminalText

/// Lays out a diagnostic: carets under the text at fault, the message, the hints.
///
/// ```
/// [11] trane epochs=5
///      ^^^^^ unknown command "trane"
///      did you mean: train
/// ```
///
/// The first line is the source as the prompt or the transcript shows it. It is repeated only where
/// the source has several lines, or does not fit the width.
package enum DiagnosticText {
  /// The lines under a source.
  ///
  /// - Parameters:
  ///   - diagnostic: What is wrong; its range counts bytes of `source`.
  ///   - source: The text that was typed.
  ///   - indent: The columns of the prompt before it: 5 for `[11] `, 2 for `> `.
  ///   - width: The columns of the terminal; nil for as many as it takes.
  ///   - isVerb: Whether a word can begin a line to type, which is broken only in need.
  package static func lines(
    for diagnostic: Diagnostic, source: String, indent: Int, width: Int? = nil,
    isVerb: (Substring) -> Bool = { _ in false }
  ) -> [String] {
    let indent = max(0, indent)
    let width = max(20, width ?? .max)
    let line = SourceLine(of: diagnostic.range, in: source, indent: indent)
    var lines: [String] = []
    var carets = line.carets
    if line.end > width {
      let excerpt = Excerpt(of: line, indent: min(indent, width / 4), width: width)
      lines.append(excerpt.text)
      carets = excerpt.carets
    } else if line.isOneOfSeveral {
      lines.append(spaces(indent) + line.text)
    }
    let messages = [diagnostic.message] + diagnostic.hints
    return lines
      + layout(
        messages.map { $0.cleaned(.message) }, carets, indent: indent, width: width, isVerb: isVerb)
  }

  /// How many lines a message may take under the carets before it moves below the prompt.
  private static let mostLines = 4

  /// The message beside the carets if there is room, and the hints under it; from the prompt's
  /// column where they would be long and narrow under the carets.
  private static func layout(
    _ messages: [String], _ carets: Range<Int>, indent: Int, width: Int,
    isVerb: (Substring) -> Bool
  ) -> [String] {
    let mark = spaces(carets.lowerBound) + String(repeating: "^", count: carets.count)
    let beside = carets.upperBound + 1 + messages[0].columns
    let widest = messages.lazy.map(\.columns).max() ?? 0
    let isNarrow = width - carets.lowerBound < min(widest, 40)
    let leftmost = min(indent, carets.lowerBound, width / 4)
    let isBeside = beside <= width
    func lines(from column: Int) -> [String] {
      let below = (isBeside ? messages.dropFirst() : messages[...]).flatMap {
        broken($0, to: width - column, isVerb: isVerb).map { spaces(column) + $0 }
      }
      return [isBeside ? "\(mark) \(messages[0])" : mark] + below
    }
    let under = lines(from: isNarrow ? leftmost : carets.lowerBound)
    return under.count <= mostLines ? under : lines(from: leftmost)
  }

  /// What is said, on lines of its own. Lines to type are looked for where something is broken.
  private static func broken(
    _ message: String, to width: Int, isVerb: (Substring) -> Bool
  ) -> [String] {
    guard message.columns > width else { return [message] }
    return message.wrapped(to: width, keeping: AdvisedLine.ranges(in: message, isVerb: isVerb))
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
