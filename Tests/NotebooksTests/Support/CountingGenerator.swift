/// Random numbers that are the same in every run: SplitMix64 (Steele, Lea, Flood, "Fast Splittable
/// Pseudorandom Number Generators", 2014).
struct CountingGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A whole number below a limit.
  mutating func below(_ limit: Int) -> Int {
    Int(next() % UInt64(limit))
  }

  /// One of some values.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[below(values.count)]
  }

  /// A line put together from pieces, any of which may come first.
  mutating func line(of pieces: [String], atMost count: Int) -> String {
    (0..<below(count + 1)).map { _ in pick(pieces) }.joined()
  }
}

/// Pieces that mean something to the format or to Markdown, and some that mean nothing.
let nastyPieces = [
  "> ", ">", ". ", ".", "\\", "\\\\", "```", "````", "~~~", "`", "~", " ", "   ", "    ", "\t",
  "---",
  "- ", "# ", "1. ", "| a | b |", "|---|---|", "<!--", "-->", "<div>", "</div>", "<pre>", "[x]: y",
  "[x]", "![", "](u)", "*", "**", "_", "&amp;", "&", "é", "e\u{301}", "\u{301}", "東京", "\u{FEFF}",
  "\u{0}", "\u{1B}[31m", "\u{202E}", "\u{2028}", "\u{0C}", "\u{0B}", "overfit", "exercise x",
  "solution", "circles · 200 points", "epoch 3", "=", "===", "🙂",
]
