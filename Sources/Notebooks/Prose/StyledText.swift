import TerminalText

/// How a piece of text is set off, where the terminal can.
struct TextStyle: OptionSet, Sendable, Hashable {
  let rawValue: Int

  static let bold = TextStyle(rawValue: 1)
  static let italic = TextStyle(rawValue: 2)
  static let underlined = TextStyle(rawValue: 4)

  /// The parameters of Select Graphic Rendition (ECMA-48, 8.3.117).
  var parameters: String {
    var numbers: [String] = []
    if contains(.bold) { numbers.append("1") }
    if contains(.italic) { numbers.append("3") }
    if contains(.underlined) { numbers.append("4") }
    return numbers.joined(separator: ";")
  }
}

/// Characters with their styles: a line, or a text that is still to be cut into lines.
struct StyledText: Sendable, Equatable {
  struct Glyph: Sendable, Equatable {
    /// The character, its columns, and whether it is a space that stays within its line.
    var plain: TerminalText.Glyph
    var style: TextStyle

    var character: Character { plain.character }
    var columns: Int { isLineBreak ? 0 : plain.columns }
    var isLineBreak: Bool { plain.character == "\n" }
  }

  var glyphs: [Glyph] = []

  init() {}

  init(_ glyphs: some Sequence<Glyph>) {
    self.glyphs = Array(glyphs)
  }

  init(_ text: String, style: TextStyle = []) {
    append(text, style: style)
  }

  var width: Int { glyphs.reduce(0) { $0 + $1.columns } }

  mutating func append(_ text: String, style: TextStyle = [], isHard: Bool = false) {
    for character in text {
      glyphs.append(
        Glyph(
          plain: TerminalText.Glyph(character, isHard: isHard && character == " "), style: style))
    }
  }

  /// Ends the line here.
  mutating func appendLineBreak() {
    glyphs.append(Glyph(plain: TerminalText.Glyph("\n"), style: []))
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(left.glyphs + right.glyphs)
  }

  /// The characters, with codes around those that are styled, and no spaces at the end.
  func text(isStyled: Bool) -> String {
    var glyphs = glyphs[...]
    while let last = glyphs.last, last.character == " " {
      glyphs.removeLast()
    }
    guard isStyled else { return String(glyphs.map(\.character)) }
    var text = ""
    var style: TextStyle = []
    for glyph in glyphs {
      if glyph.style != style {
        if !style.isEmpty { text += "\u{1B}[0m" }
        if !glyph.style.isEmpty { text += "\u{1B}[\(glyph.style.parameters)m" }
        style = glyph.style
      }
      text.append(glyph.character)
    }
    return style.isEmpty ? text : text + "\u{1B}[0m"
  }
}
