/// A number as a student types it: "17.2%", "0.172", "1,200", "1/400".
struct TypedNumber {
  /// The number; of a percentage the share.
  let value: Double

  /// nil for a line that is no number.
  init?(_ typed: String) {
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map {
      Self.decimal(String($0))
    }
    guard parts.count <= 2, let numerator = parts[0],
      let denominator = parts.count == 2 ? parts[1] : 1,
      denominator != 0
    else { return nil }
    value = numerator / denominator
  }

  private static func decimal(_ typed: String) -> Double? {
    var text = typed.filter { $0 != "," && $0 != " " }
    let isPercent = text.hasSuffix("%")
    if isPercent { text.removeLast() }
    let isNumber = text.utf8.allSatisfy { byte in
      (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || "+-.eE".utf8.contains(byte)
    }
    guard isNumber, text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
      text.utf8.first.map({ $0 | 0x20 != UInt8(ascii: "e") }) ?? false,
      let number = Double(text), number.isFinite
    else { return nil }
    return isPercent ? number / 100 : number
  }
}
