package import Language

/// A text that was pasted at the prompt: lines to be entered one after the other, and behind the last
/// line's end what waits for the return key.
package struct PastedText: Equatable {
  private var waiting: ArraySlice<String> = []
  /// The last line, where nothing ends it.
  package private(set) var rest = ""

  /// Whether no line is to be entered any more.
  package var isAtEnd: Bool { waiting.isEmpty }

  /// The lines that are still to be entered.
  package var lines: [String] { Array(waiting) }

  /// Nothing.
  package init() {}

  /// The lines of a text.
  ///
  /// - Parameters:
  ///   - text: what the terminal sent, as it is.
  ///   - gathering: knows when a cell has all its lines; nil where the text goes on with a line, and
  ///     so is no transcript.
  package init(_ text: String, gathering: SourceGathering?) {
    var lines = PastedText.cleaned(text).utf8
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    var isEnded = lines.last == ""
    if isEnded { lines.removeLast() }
    if let gathering, let transcript = PastedTranscript(lines, gathering: gathering) {
      isEnded = isEnded || transcript.endsWithOutput
      lines = transcript.inputs
    }
    if !isEnded { rest = lines.popLast() ?? "" }
    waiting = lines[...]
  }

  /// Takes the next line to be entered; nil where there is none.
  ///
  /// Between two cells an empty line is passed over, which in a lesson would mean "go on", and blanks
  /// at a line's start are left out.
  package mutating func takeLine(isContinuation: Bool) -> String? {
    while let line = waiting.popFirst() {
      let isIndented = line.utf8.first == UInt8(ascii: " ")
      if isContinuation || !isIndented && !line.isEmpty { return line }
      let text = line.drop { $0 == " " }
      if !text.isEmpty { return String(text) }
    }
    return nil
  }

  /// Takes what waits for the return key.
  package mutating func takeRest() -> String {
    defer { rest = "" }
    return rest
  }

  /// Puts what another text has before this one's.
  package func preceded(by other: PastedText) -> PastedText {
    var result = other
    result.waiting += (other.rest.isEmpty ? [] : [other.rest]) + waiting
    result.rest = rest
    if waiting.isEmpty, rest.isEmpty { result = other }
    return result
  }

  /// The text without control characters: the ends of lines are all `\n`, and a tab is two blanks at a
  /// line's start, as at the prompt, and one behind a word.
  package static func cleaned(_ text: String) -> String {
    // A paste may have a hundred thousand lines, most of them plain.
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isAfterReturn = false
    var isAtStart = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\n", "\r":
        result.append(UInt8(ascii: "\n"))
        isAtStart = true
      case "\t": result += (isAtStart ? "  " : " ").utf8
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): break
      default:
        if scalar.isASCII {
          result.append(UInt8(scalar.value))
        } else {
          result += String(scalar).utf8
        }
        isAtStart = isAtStart && scalar == " "
      }
      isAfterReturn = scalar == "\r"
    }
    return String(decoding: result, as: UTF8.self)
  }
}
