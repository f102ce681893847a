/// A number as a student types it: "17.2%", "0.172", "1,200".
struct TypedNumber {
  /// The number; of a percentage the share.
  let value: Double

  /// nil for a line that is no number.
  init?(_ typed: String) {
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
    value = isPercent ? number / 100 : number
  }
}
