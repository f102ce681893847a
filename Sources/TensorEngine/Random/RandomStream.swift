/// Random numbers that are counted, not drawn: word `i` of the stream with a seed and a name is
/// always the same word, whatever else was asked for before.
///
/// The seed is the key of Philox 4x32-10. The upper half of its counter holds the FNV-1a hash of
/// the name in UTF-8, the lower half the number of a block of four words; so streams of one seed
/// never share a block unless the 64-bit hashes of their names are equal.
///
/// The first values of seed 0 and name "split":
///
/// | what | values |
/// | --- | --- |
/// | ``words(from:count:)`` | 0x5193fb11, 0x1cfcc22f, 0x5cf1f0a3, 0xfd729342 |
/// | ``uniforms(count:)`` | 0.31866425, 0.11323178, 0.36306667, 0.9900295 |
/// | ``uniformDoubles(count:)`` | 0.31866425674251087, 0.3630667114607127 |
/// | ``normals(count:)``, in pairs | -0.5712937445086997, 0.664096089440139 |
/// | ``Kernels/normals(_:deviation:stream:from:)`` | 0.9102864, 0.2877522, 1.0942016, -2.3274574 |
/// | ``Kernels/dropout(_:rectified:mask:into:rate:stream:from:)``, the mask of rate 0.5 | 0, 0, 0, 2, 0, 0, 0, 2 |
/// | ``permutation(count:)`` of 10 | 8, 9, 4, 0, 5, 7, 6, 2, 1, 3 |
public struct RandomStream: Sendable, Hashable, BitwiseCopyable {
  /// The key: the seed itself.
  public let key: UInt64
  /// The upper half of the counter: the hash of the name.
  public let identifier: UInt64

  /// Creates the stream of a seed and a name, such as `initialize/dense 2/kernel`.
  public init(seed: UInt64, name: String) {
    key = seed
    identifier = Self.hash(0xCBF2_9CE4_8422_2325, name.utf8)
  }

  private init(key: UInt64, identifier: UInt64) {
    self.key = key
    self.identifier = identifier
  }

  /// The stream whose name has the decimal digits of a number at its end.
  ///
  /// `RandomStream(seed: s, name: "shuffle/epoch ").numbered(7)` is
  /// `RandomStream(seed: s, name: "shuffle/epoch 7")`, without making a string.
  public func numbered(_ number: Int) -> RandomStream {
    var hash = number < 0 ? Self.hash(identifier, CollectionOfOne(UInt8(ascii: "-"))) : identifier
    let magnitude = number.magnitude
    var place: UInt = 1
    while magnitude / place >= 10 { place *= 10 }
    while place > 0 {
      let digit = UInt8(truncatingIfNeeded: (magnitude / place) % 10)
      hash = Self.hash(hash, CollectionOfOne(UInt8(ascii: "0") + digit))
      place /= 10
    }
    return RandomStream(key: key, identifier: hash)
  }

  /// Word number `index` of the stream: 32 random bits.
  public func word(at index: UInt64) -> UInt32 {
    let block = block(index >> 2)
    return block[Int(index & 3)]
  }

  /// The words from number `first` on, `count` of them.
  public func words(from first: UInt64 = 0, count: Int) -> [UInt32] {
    guard count > 0 else { return [] }
    return [UInt32](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = count
      Kernels.selected.randomWords(
        of: self, from: first, into: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private func block(_ number: UInt64) -> SIMD4<UInt32> {
    Philox.block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32),
        UInt32(truncatingIfNeeded: identifier), UInt32(truncatingIfNeeded: identifier >> 32)),
      key: SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)))
  }

  /// FNV-1a with 64 bits (Fowler, Noll and Vo), continued from an earlier state.
  private static func hash(_ state: UInt64, _ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(state) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
