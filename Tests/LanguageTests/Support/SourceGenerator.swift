import SeededRandom

/// Random texts: bytes, soups of tokens, and valid lines with a few characters changed.
struct SourceGenerator {
  var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func bytes() -> [UInt8] {
    let special = Array("\"\\#()[]=,.;-x%^\n\r\t _/~e0".utf8)
    return (0..<random.below(120)).map { _ in
      random.oneIn(3) ? random.pick(special) : UInt8(random.below(256))
    }
  }

  mutating func soup() -> String {
    (0..<random.below(30)).map { _ in random.pick(SourceGenerator.pieces) }.joined()
  }

  mutating func mutant() -> String {
    var bytes = Array(random.pick(SourceGenerator.lines).utf8)
    for _ in 0...random.below(3) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(4) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(contentsOf: random.pick(SourceGenerator.pieces).utf8, at: place)
      case 2: bytes = Array(bytes[..<place])
      default: bytes[place] = UInt8(32 + random.below(95))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static let pieces = [
    "train", "print", "check", "let", "for", "in", "end", "edit", "note", "by", "log", "and", "or",
    "not", "x", "1", "2.5", "1e-3", ".5", "12%", "3x3", "1..3", "..", "wine.csv", "a/b", "\"text\"",
    "\"", "\\", "\\\n", "#", "(", ")", "[", "]", ",", ";", "=", "==", "<", ">=", "+", "-", "*", "/",
    "^", "@", " ", " ", " ", "  ", "\t", "\n", "\r\n", "\r", "é", "日", "\u{A0}", "\u{0}", "%", ":",
  ]

  static let lines = [
    "data circles points=1000 noise=0.1 factor=0.5", "data csv wine.csv target=quality",
    "split train=60% validation=20% test=20%", "add conv 8 3x3 relu stride=2 padding=same",
    "train epochs=100 stop=early(patience=10) l2=0, 0.01 # two", "freeze 1..3", "edit 5 train x=1",
    "print loss() + lambda / (2 * 600) * norm(weights(1))^2", "let x = [1, 2; 3, 4] @ y[1, 2]",
    "check error(validation) - error(train) < 3%", "search grid rate=0.0001..1 log n=1..9 by 2",
    "for width in 1, 2, 4\n  add dense width tanh\n  print error(test)\nend", "note prose # too",
    "train \\\n  epochs=5", "\"prose\"", "print (1 +\n 2)", "", "  # comment", "save \"a b.md\"",
  ]
}

extension SourceGenerator {
  /// A text whose carriage returns that stand alone are ends of line.
  static func endingLines(of text: String) -> String {
    let parts = text.utf8.split(separator: 0x0D, omittingEmptySubsequences: false)
    var bytes = Array(parts[0])
    for part in parts.dropFirst() { bytes += (part.first == 0x0A ? [0x0D] : [0x0A]) + part }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines of a text, whatever ends them.
  static func lines(of text: String) -> [String] {
    let bytes = Array(endingLines(of: text).utf8).filter { $0 != 0x0D }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
