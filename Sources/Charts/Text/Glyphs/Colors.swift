/// The colours of a terminal: none, the 16 of every colour terminal, or 256.
///
/// Colours repeat what the characters say already, so that nothing is lost without them.
package enum Colors: String, CaseIterable, Sendable {
  /// No escape codes at all.
  case none
  /// The 16 colours of every colour terminal: series have colours, grey values have none.
  case sixteen
  /// 256 colours: for series as well as for grey values.
  case many

  static let reset = "\u{1B}[0m"

  /// Blue, yellow, magenta, green, cyan, red: told apart on dark and on light grounds, and the
  /// first two by those who see few colours.
  private static let basic = [94, 33, 35, 32, 36, 31]

  /// The colours of Okabe and Ito ("Color Universal Design", 2008) that are neither light nor dark,
  /// as near as 256 colours come: blue, orange, purple, green, sky blue, vermilion.
  private static let fine = [32, 172, 175, 36, 74, 166]

  /// From blue over green and yellow to red, none so light or dark that it is lost on a ground.
  private static let ramp = [61, 67, 73, 72, 107, 143, 179, 173, 167]

  /// The code that switches an ink on; nil where the terminal has none for it.
  func escape(for ink: Ink) -> String? {
    switch (self, ink) {
    case (.none, _), (.sixteen, .tone): return nil
    case (.sixteen, .series(let index)):
      return "\u{1B}[\(Self.basic[Self.place(index, in: Self.basic)])m"
    case (.many, .series(let index)):
      return "\u{1B}[38;5;\(Self.fine[Self.place(index, in: Self.fine)])m"
    case (.many, .tone(let part)):
      let last = Double(Self.ramp.count - 1)
      let place = part.isFinite ? Int((min(max(part, 0), 1) * last).rounded()) : 0
      return "\u{1B}[38;5;\(Self.ramp[place])m"
    }
  }

  private static func place(_ index: Int, in codes: [Int]) -> Int {
    Int(index.magnitude % UInt(codes.count))
  }
}

/// What the colour of a character stands for.
enum Ink: Equatable {
  /// A series or a class.
  case series(Int)
  /// A quantity, from 0 at the least to 1 at the most.
  case tone(Double)
}
