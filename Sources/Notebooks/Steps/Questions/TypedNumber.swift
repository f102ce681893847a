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

  /// A number that was worked out.
  init(_ value: Double) { self.value = value }

  /// It as a percentage of at most two places, "2.8%", or of more where it would read as nothing or as all
  /// and is neither; nil for one that has no such places.
  var percentage: String? {
    let isBetween = value > 0 && value < 1
    let texts = (2...6).lazy.compactMap(percentage)
    return texts.first { !isBetween || $0 != "0%" && $0 != "100%" } ?? percentage(places: 2)
  }

  private func percentage(places count: Int) -> String? {
    let scale = (0..<count).reduce(100.0) { product, _ in product * 10 }
    let parts = (value * scale).rounded()
    guard parts.magnitude < 1e15 else { return nil }
    let digits = String(Int(parts.magnitude))
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
    var places = padded.suffix(count)
    while places.last == "0" { places.removeLast() }
    let sign = parts < 0 ? "-" : ""
    return "\(sign)\(padded.dropLast(count))\(places.isEmpty ? "" : ".")\(places)%"
  }

  private static func decimal(_ typed: String) -> Double? {
    guard groupsThousands(typed) else { return nil }
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

  /// Whether each comma has three digits behind it: "6,73" is no number here, and so costs nothing.
  private static func groupsThousands(_ typed: String) -> Bool {
    let parts = typed.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return parts.dropFirst().allSatisfy { $0.prefix { (0x30...0x39).contains($0) }.count == 3 }
  }
}
