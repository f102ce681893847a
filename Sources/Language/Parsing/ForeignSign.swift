/// Signs of other languages, of slides and of word processors, and what they are here.
enum ForeignSign {
  /// What to write instead; nil for a sign that stands for nothing here.
  static func hint(for sign: String) -> String? {
    table.first { $0.signs.contains(sign) }?.hint
  }

  /// Whether two bytes are one operator of another language, to be named whole.
  static func joins(_ first: UInt8, _ second: UInt8?) -> Bool {
    guard let second else { return false }
    switch (first, second) {
    case (UInt8(ascii: "*"), first), (UInt8(ascii: "&"), first), (UInt8(ascii: "|"), first),
      (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "="), UInt8(ascii: "<")),
      (UInt8(ascii: "="), UInt8(ascii: ">")), (UInt8(ascii: "+"), UInt8(ascii: "=")),
      (UInt8(ascii: "-"), UInt8(ascii: "=")), (UInt8(ascii: ":"), UInt8(ascii: "=")):
      return true
    default:
      return false
    }
  }

  private static let table: [(signs: [String], hint: String)] = [
    (["..."], "a range has two dots: 1..10"),
    (["**", "\u{B2}", "\u{B3}"], "a power is written with ^: 2^3"),
    (["&&", "&", "||", "|"], "conditions are joined by the words and, or"),
    (["!", "\u{AC}"], "the opposite of a condition is written with the word not"),
    (["<>", "\u{2260}"], "not equal is written !="),
    (["=<", "\u{2264}"], "at most is written <="),
    (["=>", "\u{2265}"], "at least is written >="),
    ([":=", "+=", "-="], "a name gets its value with let: let x = 3"),
    (["\u{2212}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}"], "minus is written -"),
    (["\u{D7}", "\u{B7}", "\u{22C5}"], "a product is written with *"),
    (["\u{F7}"], "a quotient is written with /"),
    (["\u{2026}"], "a range has two dots: 1..10"),
    (
      ["'", "`", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}"],
      "a text stands in double quotes: \"a text\""
    ),
    (["%"], "a percentage has no space before its sign: 12%"),
    (["\\"], "\"\\\" stands at the end of a line that goes on in the next one"),
    (["?"], "help lists the commands, explain TERM says what a word means"),
    ([":"], "an option and its value are joined by =: rate=0.1"),
    (["."], "in a formula the name of a file stands in quotes: \"wine.csv\""),
    (["{", "}"], "brackets are ( ) and [ ]"),
  ]
}
