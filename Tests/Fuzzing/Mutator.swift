import SeededRandom

/// Makes inputs out of others: bytes changed, taken out, doubled, moved, and pieces of two joined.
public struct Mutator: Sendable {
  private let corpus: [[UInt8]]
  private let longest: Int

  /// What is put in where a format may count, end or open something.
  private static let pieces: [[UInt8]] =
    [
      "\n", "\r\n", "\r", "\"", "(", ")", "[", "]", ",", ";", "=", "-", "1e999", "nan", "-0",
      "9223372036854775807", "18446744073709551616", "1..1e9", "\u{202E}", "\u{FEFF}", "\u{E0041}",
      "é", "東", "> ", ". ", "```overfit\n", "```\n", "---\n", "#", "\\", "%", "\u{1B}[2J",
    ].map { Array($0.utf8) } + [
      [0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80], [0xC3],
      [0, 0, 0, 0, 0, 0, 0, 1],
    ]

  /// Mutates these inputs; none of them or of what is made gets longer than `longest` bytes.
  public init(_ corpus: [[UInt8]], longest: Int) {
    self.corpus = corpus.isEmpty ? [[]] : corpus.map { Array($0.prefix(longest)) }
    self.longest = longest
  }

  /// The input of a number, of a seed: always the same.
  public func input(_ number: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed &* 0x9E37_79B9 &+ UInt64(number))
    var bytes = start(&random)
    for _ in 0...random.below(6) { mutate(&bytes, &random) }
    return Array(bytes.prefix(longest))
  }

  /// A whole input, or a piece of it of any size: most faults of long files are in their heads.
  private func start(_ random: inout SeededGenerator) -> [UInt8] {
    let whole = random.pick(corpus)
    guard !whole.isEmpty, random.oneIn(2) else { return whole }
    let first = random.below(whole.count)
    return Array(whole[first..<min(whole.count, first + 1 + random.below(400))])
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else {
      bytes = random.pick(Self.pieces)
      return
    }
    let place = random.below(bytes.count)
    let end = min(bytes.count, place + 1 + random.below(random.oneIn(3) ? 200 : 8))
    switch random.below(8) {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes[place] ^= 1 << UInt8(random.below(8))
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4, 5: bytes.insert(contentsOf: random.pick(Self.pieces), at: place)
    case 6:
      let other = random.pick(corpus)
      guard !other.isEmpty else { return }
      let first = random.below(other.count)
      bytes.replaceSubrange(
        place..., with: other[first..<min(other.count, first + 1 + random.below(300))])
    default: bytes.removeSubrange(place...)
    }
  }
}
