/// The shortest digits that read back as the same number.
enum NumberLiteral {
  /// A number as it can be typed: `0.5`, `100`, `1e-05`.
  static func text(of value: Double) -> String {
    let text = value.description
    return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
  }

  /// A fraction as a percentage: 0.125 is `12.5%`.
  ///
  /// The point of the shortest digits of the fraction moves by two places. Multiplying by 100
  /// would round, and the percentage would not read back as the same fraction.
  static func percentText(of fraction: Double) -> String {
    let text = text(of: fraction)
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    if parts.count == 2, let exponent = Int(parts[1]) { return "\(parts[0])e\(exponent + 2)%" }
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let decimal = (isNegative ? text.dropFirst() : text[...]).split(separator: ".")
    let fractionDigits = decimal.count == 2 ? decimal[1] : ""
    let moved = fractionDigits.prefix(2) + String(repeating: "0", count: 2)
    let whole = (decimal[0] + moved.prefix(2)).drop { $0 == "0" }
    let rest = fractionDigits.dropFirst(2)
    let number = (whole.isEmpty ? "0" : whole) + (rest.isEmpty ? "" : "." + rest)
    return (isNegative ? "-" : "") + number + "%"
  }
}
