extension StringProtocol {
  /// The text without what a terminal obeys; cleaned again it stays the same.
  ///
  /// ```swift
  /// "\u{1B}[31mred".cleaned(.message)  // "?[31mred"
  /// ```
  /// - Parameter cleaning: What stands there instead.
  package func cleaned(_ cleaning: Cleaning) -> String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(self) }
    var text = CleanedText(cleaning)
    for scalar in unicodeScalars { text.append(scalar) }
    return text.finished
  }

  /// The lines of the text, each without what a terminal obeys. An empty text is one empty line.
  /// - Parameter cleaning: What stands there instead.
  package func cleanedLines(_ cleaning: Cleaning) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      $0.cleaned(cleaning)
    }
  }
}

// The same for whole texts: most of them are plain, and looked at a byte at a time.
extension String {
  /// The text without what a terminal obeys; cleaned again it stays the same.
  ///
  /// - Parameter cleaning: What stands there instead.
  package func cleaned(_ cleaning: Cleaning) -> String {
    isPlain ? self : self[...].cleaned(cleaning)
  }

  /// The lines of the text, each without what a terminal obeys. An empty text is one empty line.
  /// - Parameter cleaning: What stands there instead.
  package func cleanedLines(_ cleaning: Cleaning) -> [String] {
    isPlain ? [self] : self[...].cleanedLines(cleaning)
  }

  private var isPlain: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}

/// A text while it is cleaned, scalar by scalar.
private struct CleanedText {
  private let cleaning: Cleaning
  private var done = ""
  /// The columns of what is done.
  private var column = 0
  /// What came since the last tab; its columns are counted once it is whole.
  private var piece = String.UnicodeScalarView()
  private var isAfterReturn = false

  init(_ cleaning: Cleaning) { self.cleaning = cleaning }

  var finished: String { done + String(piece) }

  mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\t": appendTab()
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": appendLineEnd(scalar)
    case _ where scalar.isObeyed: appendSubstitute(of: scalar)
    default: piece.append(scalar)
    }
    isAfterReturn = scalar == "\r"
  }

  private mutating func appendTab() {
    switch cleaning.tabs {
    case .kept: piece.append("\t")
    case .substituted: appendSubstitute(of: "\t")
    case .spaces(let multiple):
      let text = String(piece)
      column += text.columns
      let count = multiple - column % multiple
      done += text + String(repeating: " ", count: count)
      column += count
      piece.removeAll(keepingCapacity: true)
    }
  }

  private mutating func appendLineEnd(_ scalar: Unicode.Scalar) {
    switch cleaning.lineEnds {
    case .kept where scalar == "\n": piece.append(scalar)
    case .kept, .substituted: appendSubstitute(of: scalar)
    case .space where scalar == "\n" && isAfterReturn: break
    case .space: piece.append(" ")
    }
  }

  private mutating func appendSubstitute(of scalar: Unicode.Scalar) {
    switch cleaning.substitute {
    case .nothing: break
    case .space: piece.append(" ")
    case .questionMark: piece.append("?")
    case .code:
      let code = String(scalar.value, radix: 16, uppercase: true)
      piece.append(contentsOf: "\\u{\(code)}".unicodeScalars)
    }
  }
}
