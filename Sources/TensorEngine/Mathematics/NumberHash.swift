/// A fingerprint of numbers: FNV-1a in 64 bits over each number as the 8 bytes of a double, the
/// lowest byte first.
///
///     h = 0xcbf29ce484222325, then h = (h xor byte) · 0x100000001b3 mod 2⁶⁴ for each byte
///
/// A changed byte always changes it, and other numbers have another one as good as always; 0 and -0
/// differ, and all that is no number counts alike.
///
/// Source: G. Fowler, L. C. Noll and K.-P. Vo, 1991.
public struct NumberHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// No number has been counted yet.
  public init() {}

  /// Counts one more number.
  public mutating func append(_ number: Double) {
    let bits = (number.isNaN ? Double.nan : number).bitPattern
    for place in stride(from: UInt64(0), to: 64, by: 8) {
      state = (state ^ (bits >> place & 0xff)) &* 0x100_0000_01b3
    }
  }

  /// 16 hexadecimal digits.
  public var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The fingerprint of some numbers.
  public static func text(of numbers: some Sequence<Double>) -> String {
    var hash = NumberHash()
    for number in numbers { hash.append(number) }
    return hash.text
  }
}
