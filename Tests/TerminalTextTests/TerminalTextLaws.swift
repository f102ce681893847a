import Testing

@testable import TerminalText

/// What holds of every scalar, emoji, mark and control, and of what is written with them.
@Suite("Laws of text on a terminal")
struct TerminalTextLaws {
  private static let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
  static let cleanings: [(name: String, cleaning: Cleaning)] = [
    ("text", .text), ("message", .message), ("prose", .prose), ("label", .label), ("name", .name),
    ("spelled", .spelled),
  ]

  // Columns.

  /// wcwidth gives -1 to controls, nothing to spacing marks and skin tones alone, and 1 to half a
  /// flag. Terminals give a column to spacing marks; an emoji alone is wide by Annex 11.
  @Test("every scalar takes the columns that the outside table says")
  func everyScalar() throws {
    let golden = try GoldenFile("columns.txt")
    let marks = Set(try GoldenFile("spacing-marks.txt").scalars(of: "Mc"))
    var expected: [Unicode.Scalar: Int] = [:]
    for scalar in golden.scalars(of: "0") { expected[scalar] = marks.contains(scalar) ? 1 : 0 }
    for scalar in golden.scalars(of: "2") { expected[scalar] = 2 }
    for scalar in golden.scalars(of: "-1") { expected[scalar] = 1 }
    for scalar in "\u{302E}\u{302F}\u{16FF0}\u{16FF1}".unicodeScalars { expected[scalar] = 0 }
    for scalar in Self.scalars where scalar.isSkinTone || scalar.isRegionalIndicator {
      expected[scalar] = 2
    }
    expected["\0"] = 1
    #expect(expected.count > 180_000)
    let wrong = Self.scalars.filter { Character($0).columns != expected[$0, default: 1] }
    #expect(wrong.isEmpty, "\(wrong.prefix(20).map(\.value))")
  }

  @Test("every emoji takes two columns, in every tone of skin")
  func everyEmoji() throws {
    let emoji = try GoldenFile("emoji.txt").lines.flatMap { $0.split(separator: " ") }
    #expect(emoji.count > 1600)
    for one in emoji {
      #expect(one.columns == 2, "\(one)")
      guard let base = one.unicodeScalars.first, base.properties.isEmojiModifierBase else {
        continue
      }
      let rest = one.unicodeScalars.dropFirst().drop { $0 == "\u{FE0F}" }
      for tone in "🏻🏼🏽🏾🏿".unicodeScalars {
        let toned = "\(base)\(tone)\(String(rest))"
        #expect(toned.columns == 2, "\(toned)")
      }
    }
  }

  @Test("every flag takes two columns")
  func everyFlag() {
    let letters = Self.scalars.filter(\.isRegionalIndicator)
    #expect(letters.count == 26)
    for first in letters {
      for second in letters { #expect("\(first)\(second)".columns == 2) }
    }
    #expect("\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}".columns == 2)
  }

  @Test("columns add up over a space, and over characters")
  func sums() {
    var texts = TextGenerator(seed: 1)
    for _ in 0..<4000 {
      let (a, b) = (texts.text(isClean: false), texts.text(isClean: false))
      #expect(
        (a + " " + b).columns == a.columns + 1 + b.columns, "\((a + " " + b).debugDescription)")
      #expect(a.columns == a.reduce(0) { $0 + $1.columns })
    }
  }

  // Cleaning.

  @Test("what a terminal obeys is what the standard library knows as such")
  func obeyed() {
    let wrong = Self.scalars.filter { scalar in
      let properties = scalar.properties
      let expected =
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
        default:
          properties.isNoncharacterCodePoint
            || isNew(properties.age) && !isKeptForPictures(scalar)
        }
      return scalar.isObeyed != expected
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20).map(\.value))")
  }

  /// Whether Unicode 15.0 had no such character.
  private func isNew(_ age: Unicode.Version?) -> Bool { age.map { $0 > (15, 0) } ?? true }

  private func isKeptForPictures(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F000...0x1FAFF).contains(scalar.value) || (0x1FC00...0x1FFFD).contains(scalar.value)
  }

  @Test("no scalar that a terminal obeys gets through, and none else is lost", arguments: 0..<6)
  func everyScalarCleaned(_ index: Int) {
    let (name, cleaning) = Self.cleanings[index]
    for scalar in Self.scalars {
      let cleaned = "a\(scalar)b".cleaned(cleaning)
      if scalar.isObeyed {
        let isKept = scalar == "\t" || scalar == "\n"
        #expect(
          cleaned.unicodeScalars.allSatisfy { !$0.isObeyed || isKept && $0 == scalar },
          "\(name) of \(scalar.value)")
        #expect(cleaned.hasPrefix("a") && cleaned.hasSuffix("b"))
      } else if cleaned.unicodeScalars.elementsEqual("a\(scalar)b".unicodeScalars) == false {
        Issue.record("\(name) changes \(scalar.value)")
      }
    }
  }

  @Test("cleaned text holds no control, and is the same when it is cleaned again", arguments: 0..<6)
  func fixedPoint(_ index: Int) {
    let (name, cleaning) = Self.cleanings[index]
    let kept: String = ["text": "\t\n", "spelled": "\t"][name] ?? ""
    var texts = TextGenerator(seed: 2)
    for _ in 0..<3000 {
      let text = texts.text(isClean: false)
      let cleaned = text.cleaned(cleaning)
      #expect(
        cleaned.unicodeScalars.allSatisfy { !$0.isObeyed || kept.unicodeScalars.contains($0) })
      #expect(
        cleaned.cleaned(cleaning).unicodeScalars.elementsEqual(cleaned.unicodeScalars),
        "\(name) of \(text.debugDescription)")
      for line in text.cleanedLines(cleaning) {
        #expect(line.unicodeScalars.allSatisfy { !$0.isObeyed || $0 == "\t" && kept != "" })
      }
    }
  }

  // Wrapping.

  @Test("no line is wider than the width but a single word")
  func widthOfLines() {
    var texts = TextGenerator(seed: 3)
    for _ in 0..<4000 {
      let (text, width) = (texts.text(isClean: true), texts.width())
      for line in text.wrapped(to: width) where line.columns > width {
        let word = line.drop { $0 == " " }
        #expect(!word.contains(" "), "\(line) of \(text.debugDescription) in \(width)")
      }
    }
  }

  @Test("no line is wider than the width but a single character where words are broken")
  func widthOfBrokenLines() {
    var texts = TextGenerator(seed: 4)
    for _ in 0..<4000 {
      let (text, width) = (texts.text(isClean: true), texts.width())
      let lines = Self.broken(text, width) + text.cut(to: width)
      for line in lines where line.columns > width {
        #expect(line.count == 1, "\(line) of \(text.debugDescription) in \(width)")
      }
    }
  }

  @Test("no character but spaces is lost, and none is split")
  func characters() {
    var texts = TextGenerator(seed: 5)
    for _ in 0..<4000 {
      let (text, width) = (texts.text(isClean: true), texts.width())
      let characters = text.filter { $0 != " " }.map(String.init)
      #expect(text.cut(to: width).joined() == text)
      for lines in [text.wrapped(to: width), Self.broken(text, width), text.cut(to: width)] {
        let shown = lines.flatMap { $0.filter { $0 != " " }.map(String.init) }
        #expect(shown == characters, "\(text.debugDescription) in \(width)")
      }
    }
  }

  @Test("a wrapped line is the same when it is wrapped again")
  func wrappedTwice() {
    var texts = TextGenerator(seed: 6)
    for _ in 0..<2000 {
      let (text, width) = (texts.text(isClean: true), texts.width())
      for line in text.wrapped(to: width) where line.columns <= width {
        #expect(line.wrapped(to: width) == [line])
      }
    }
  }

  private static func broken(_ text: String, _ width: Int) -> [String] {
    let wrap = LineWrap(width: width, longWords: .broken, breaksEastAsianText: true)
    let glyphs = text.map { Glyph($0) }
    return wrap.lines(of: glyphs).map { String($0.map { glyphs[$0].character }) }
  }
}
