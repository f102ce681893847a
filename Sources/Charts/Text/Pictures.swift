/// The characters that pictures are made of.
public enum Pictures: String, CaseIterable, Sendable {
  /// 7-bit characters alone, right on every terminal, in every log and on every projector.
  case ascii
  /// Block elements and box drawing, finer where bars, regions and images are filled.
  case blocks

  /// What joins a plot to its axes.
  var horizontal: Character { self == .ascii ? "-" : "─" }
  var vertical: Character { self == .ascii ? "|" : "│" }
  var corner: Character { self == .ascii ? "+" : "└" }
  var leftTick: Character { self == .ascii ? "+" : "┤" }
  var cornerTick: Character { self == .ascii ? "+" : "┴" }
  var bottomTick: Character { self == .ascii ? "+" : "┬" }
  var mark: Character { self == .ascii ? ":" : "┊" }
  var joint: Character { self == .ascii ? "." : "·" }

  /// The corners of a border.
  var topLeft: String { self == .ascii ? "+" : "┌" }
  var topRight: String { self == .ascii ? "+" : "┐" }
  var bottomLeft: String { self == .ascii ? "+" : "└" }
  var bottomRight: String { self == .ascii ? "+" : "┘" }

  /// A user's text in the characters of the picture.
  func text(_ text: String) -> String {
    self == .ascii ? DisplayText.ascii(text) : DisplayText.line(text)
  }
}

/// The glyphs that tell series and classes apart without any colour.
enum SeriesGlyph {
  private static let lines: [Character] = Array("*o+x#@%&abcdefghijklmnpqrstuwyz")
  private static let right: [Character] = Array("ox+*vszcun")
  private static let wrong: [Character] = Array("@#$&VSZCUN")

  static func line(_ series: Int) -> Character { lines[series % lines.count] }

  /// The glyph of a point of a class.
  static func point(_ classIndex: Int) -> Character { right[index(classIndex)] }

  /// The heavier glyph of a point that was taken for another class.
  static func misclassified(_ classIndex: Int) -> Character { wrong[index(classIndex)] }

  private static func index(_ classIndex: Int) -> Int {
    Int(classIndex.magnitude % UInt(right.count))
  }
}
