import TerminalText

/// The characters that pictures are made of.
package enum Pictures: String, CaseIterable, Sendable {
  /// 7-bit characters alone, right on every terminal, in every log and on every projector.
  case ascii
  /// Block elements and box drawing: 2 x 2 dots a character, and eighths of one for bars.
  case blocks
  /// Braille patterns, the finest: 2 x 4 dots a character.
  case braille

  /// What joins a plot to its axes.
  var horizontal: Character { self == .ascii ? "-" : "─" }
  var vertical: Character { self == .ascii ? "|" : "│" }
  var corner: Character { self == .ascii ? "+" : "└" }
  var leftTick: Character { self == .ascii ? "+" : "┤" }
  var cornerTick: Character { self == .ascii ? "+" : "┴" }
  var bottomTick: Character { self == .ascii ? "+" : "┬" }

  /// The upright line of a mark, told apart from those of the marks before it.
  func mark(_ index: Int) -> Character {
    let glyphs: [Character] = self == .ascii ? [":", "I", ";", "'"] : ["┊", "┃", "╎", "╏"]
    return glyphs[index % glyphs.count]
  }

  /// Where lines of a diagram meet.
  var crossing: Character { self == .ascii ? "+" : "┼" }

  /// The line that curves are compared with, such as chance, in every plot that has one.
  var reference: Character { self == .ascii ? "~" : "╌" }

  /// The corners of a border.
  var topLeft: String { self == .ascii ? "+" : "┌" }
  var topRight: String { self == .ascii ? "+" : "┐" }
  var bottomLeft: String { self == .ascii ? "+" : "└" }
  var bottomRight: String { self == .ascii ? "+" : "┘" }

  /// A character filled whole, as bars are.
  var full: Character {
    switch self {
    case .ascii: "#"
    case .blocks: "█"
    case .braille: "⣿"
    }
  }

  /// What ends a lying bar, from nothing to almost a whole character in equal parts.
  var lyingParts: [String] {
    switch self {
    case .ascii: [""]
    case .blocks: ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    case .braille: ["", "⡇"]
    }
  }

  /// What ends an upright bar, from nothing to almost a whole character in equal parts.
  var uprightParts: [Character] {
    switch self {
    case .ascii: [" "]
    case .blocks: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"]
    case .braille: [" ", "⣀", "⣤", "⣶"]
    }
  }

}
