import Language
import SeededRandom
import Testing

@Suite("The context of a cursor")
struct CursorContextTests {
  /// A line with `|` at the cursor, the word before it, and what may stand there.
  struct Cursor: CustomTestStringConvertible {
    var line: String
    var word: String
    var place: CursorContext.Place

    init(_ line: String, _ word: String, _ place: CursorContext.Place) {
      (self.line, self.word, self.place) = (line, word, place)
    }

    var testDescription: String { line }
  }

  @Test("is found in any line", arguments: cursors)
  func context(_ cursor: Cursor) throws {
    let bytes = Array(cursor.line.utf8)
    let offset = try #require(bytes.firstIndex(of: UInt8(ascii: "|")))
    let source = String(decoding: bytes[..<offset] + bytes[(offset + 1)...], as: UTF8.self)
    let context = CursorContext.at(offset, in: source)
    #expect(context.word == cursor.word)
    #expect(context.place == cursor.place)
    #expect(context.range == SourceRange(offset - cursor.word.utf8.count, offset))
  }

  static let cursors = [
    Cursor("|", "", .verb),
    Cursor("tr|", "tr", .verb),
    Cursor("  tr|ain epochs=5", "tr", .verb),
    Cursor("seed 3\ntr|", "tr", .verb),
    Cursor("seed 3\n|", "", .verb),
    Cursor("for x in 1, 2\n  tr|", "tr", .verb),
    Cursor("edit 5 tr|", "tr", .verb),
    Cursor("edit |", "", .nothing),
    Cursor("train |", "", .argument(verb: "train", after: [])),
    Cursor("train epochs=5 ra|", "ra", .argument(verb: "train", after: [])),
    Cursor("edit 5 train ep|", "ep", .argument(verb: "train", after: [])),
    Cursor("plot learning cu|", "cu", .argument(verb: "plot", after: ["learning"])),
    Cursor("add dense 8 |", "", .argument(verb: "add", after: ["dense", "8"])),
    Cursor(
      "add dense 8 relu l2=0.01 x |", "",
      .argument(verb: "add", after: ["dense", "8", "relu", "x"])),
    Cursor("train \\\n  ep|", "ep", .argument(verb: "train", after: [])),
    Cursor("load data/wi|", "data/wi", .argument(verb: "load", after: [])),
    Cursor("load 01-|", "01-", .argument(verb: "load", after: [])),
    Cursor("load ../|", "../", .argument(verb: "load", after: [])),
    Cursor("load ~/x/..|", "~/x/..", .argument(verb: "load", after: [])),
    Cursor("freeze 1..la|", "la", .argument(verb: "freeze", after: ["1"])),
    Cursor("train optimizer=|", "", .optionValue(verb: "train", option: "optimizer")),
    Cursor("train optimizer=ad|", "ad", .optionValue(verb: "train", option: "optimizer")),
    Cursor("train optimizer = ad|", "ad", .optionValue(verb: "train", option: "optimizer")),
    Cursor("compare plot=a,b|", "b", .optionValue(verb: "compare", option: "plot")),
    Cursor("compare plot=a, b|", "b", .optionValue(verb: "compare", option: "plot")),
    Cursor("compare plot=a,|", "", .optionValue(verb: "compare", option: "plot")),
    Cursor("train stop=ea|", "ea", .optionValue(verb: "train", option: "stop")),
    Cursor("train stop=early(pa|", "pa", .callArgument(function: "early", option: nil)),
    Cursor("train stop=early(a=1, pa|", "pa", .callArgument(function: "early", option: nil)),
    Cursor("train stop=early(mode=m|", "m", .callArgument(function: "early", option: "mode")),
    Cursor("train stop=early() ra|", "ra", .argument(verb: "train", after: [])),
    Cursor("train rate=(la|", "la", .formula),
    Cursor("print |", "", .formula),
    Cursor("print lo|", "lo", .formula),
    Cursor("print 1 + a/b|", "b", .formula),
    Cursor("check error(va|", "va", .callArgument(function: "error", option: nil)),
    Cursor("print norm(weights(1)) + no|", "no", .formula),
    Cursor("print (a + b|", "b", .formula),
    Cursor("print [a, b|", "b", .formula),
    Cursor("print norm(1 +\n  x|", "x", .callArgument(function: "norm", option: nil)),
    Cursor("let x|", "x", .nothing),
    Cursor("let x = y|", "y", .formula),
    Cursor("for x|", "x", .nothing),
    Cursor("for x in lo|", "lo", .formula),
    Cursor("end |", "", .nothing),
    Cursor("note some te|", "te", .nothing),
    Cursor("\"some te|", "te", .nothing),
    Cursor("train # some te|", "te", .nothing),
    Cursor("train #some|", "some", .nothing),
    Cursor("save \"my fi|", "fi", .nothing),
    Cursor("save \"my|", "my", .nothing),
    Cursor("train f(1)x|", "x", .nothing),
    Cursor("12 |", "", .nothing),
  ]

  @Test("is found for any offset of any text")
  func total() {
    var generator = SeededGenerator(seed: 4)
    let pieces = [
      "train", "edit 5", "print", " ", " ", "=", "(", ")", "[", ",", "\"", "#", "\n", "\\\n", "..",
      "é", "|", "a",
    ]
    for _ in 0..<2_000 {
      let source = (0..<generator.below(12)).map { _ in generator.pick(pieces) }.joined()
      for offset in -1...(source.utf8.count + 1) {
        let context = CursorContext.at(offset, in: source)
        let end = min(max(0, offset), source.utf8.count)
        #expect(context.range.upperBound == end)
      }
    }
  }
}
