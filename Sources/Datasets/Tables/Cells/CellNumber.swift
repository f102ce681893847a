/// A number as people write it: `-1.5e3`, `180,000`, `1.234,56`, `− 3,5 %`, `$12`.
///
/// ```
/// cell   = [ sign ] [ currency ] [ sign ] body [ "%" | currency ]
/// sign   = "+" | "-" | "−"
/// body   = groups [ mark digits ] | [ digits ] mark [ digits ] [ exponent ] | digits [ exponent ]
/// groups = 1 to 3 digits, the first no 0, { group sign, 3 digits }
/// ```
///
/// The group sign is the mark that is not the decimal one, a blank (also an unbreakable or a thin
/// one) or an apostrophe, the same throughout. With `%` the number is a hundredth, as in commands.
struct CellNumber: Equatable {
  /// What it is if the decimal mark is a point; nil if it then is no number.
  let point: Double?
  /// What it is if the decimal mark is a comma; nil if it then is no number.
  let comma: Double?
  /// The currency or the percent sign beside it.
  let unit: String?
  /// Whether it is written as programs write numbers, without groups, units and foreign signs.
  let isPlain: Bool

  /// A number that programs write so.
  ///
  /// - Parameter grouped: What it would be in groups behind points.
  init(plain value: Double, grouped: Double?) {
    point = value
    comma = grouped
    unit = nil
    isPlain = true
  }

  /// - Returns: nil if the text is no number in either way.
  init?(text: String) {
    guard text.utf8.count <= 64, text.utf8.contains(where: { (48...57).contains($0) }) else {
      return nil
    }
    var body = CellBody(text)
    guard body.takeSignsAndUnits() else { return nil }
    point = body.value(decimal: ".", other: ",")
    comma = body.value(decimal: ",", other: ".")
    guard point != nil || comma != nil else { return nil }
    unit = body.unit
    isPlain = CSVNumber.value(of: Array(text.utf8), in: 0..<text.utf8.count) != nil
  }

  /// The letters that stand behind the number in each of some texts: `kg` of `5 kg` and `7,5 kg`; nil
  /// where they differ or one is no such text, and for fewer than three texts.
  static func unit(ofAll texts: some Collection<String>) -> String? {
    var unit: Substring?
    guard texts.count >= 3 else { return nil }
    for text in texts {
      guard let last = text.lastIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
      let end = text[text.index(after: last)...]
      let letters = end.drop { $0 == " " }
      guard !letters.isEmpty, letters.allSatisfy({ !$0.isWhitespace && !$0.isPunctuation }),
        unit ?? letters == letters, CellNumber(text: String(text[...last])) != nil
      else { return nil }
      unit = letters
    }
    return unit.map(String.init)
  }

  /// The value with one decimal mark.
  func value(_ decimal: DecimalMark) -> Double? { decimal == .point ? point : comma }

  /// Whether a text looks like a number, but is none in either way: `1,80,000`, `12,3,4`.
  static func isBroken(_ text: String) -> Bool {
    var body = CellBody(text)
    guard body.takeSignsAndUnits(), body.hasOnlyNumberSigns else { return false }
    return body.unit != nil || text.contains(",") || text.contains("\u{2212}")
  }
}

extension Double {
  /// Whether whole numbers of its size are told apart in double precision: up to 2^53.
  var keepsAllDigits: Bool { magnitude < 9_007_199_254_740_992 }
}

/// A number in as few digits as give it back: `180000`, `0.1`.
package func plainText(_ number: Double) -> String {
  Int(exactly: number).map { "\($0)" } ?? "\(number)"
}

/// The text of a cell, while signs and units are taken off.
private struct CellBody {
  private var rest: ArraySlice<Unicode.Scalar>
  private var isNegative = false
  private(set) var unit: String?

  private static let currencies: Set<Unicode.Scalar> = ["$", "€", "£", "¥", "₹", "₽", "₩", "₺"]
  private static let codes = ["USD", "EUR", "GBP", "CHF", "JPY"]
  private static let blanks: Set<Unicode.Scalar> = [" ", "\u{A0}", "\u{202F}", "\u{2009}"]
  private static let apostrophes: Set<Unicode.Scalar> = ["'", "\u{2019}"]

  init(_ text: String) { rest = Array(text.unicodeScalars)[...] }

  /// Takes the sign, the currency and the percent sign; false if nothing else is left.
  mutating func takeSignsAndUnits() -> Bool {
    var hasSign = takeSign()
    if takeUnit(fromFront: true), !hasSign { hasSign = takeSign() }
    if rest.last == "%", unit == nil {
      unit = "%"
      rest.removeLast()
      takeBlanks(fromFront: false)
    } else {
      _ = takeUnit(fromFront: false)
    }
    return rest.contains { isDigit($0) }
  }

  private mutating func takeSign() -> Bool {
    guard let first = rest.first, ["-", "+", "\u{2212}"].contains(first) else { return false }
    isNegative = first != "+"
    rest.removeFirst()
    return true
  }

  private mutating func takeUnit(fromFront: Bool) -> Bool {
    guard unit == nil else { return false }
    if let sign = fromFront ? rest.first : rest.last, Self.currencies.contains(sign) {
      unit = String(sign)
      if fromFront { rest.removeFirst() } else { rest.removeLast() }
    } else {
      let end = String(String.UnicodeScalarView(fromFront ? rest.prefix(3) : rest.suffix(3)))
      guard rest.count > 3, Self.codes.contains(end) else { return false }
      unit = end
      if fromFront { rest.removeFirst(3) } else { rest.removeLast(3) }
    }
    takeBlanks(fromFront: fromFront)
    return true
  }

  private mutating func takeBlanks(fromFront: Bool) {
    while let blank = fromFront ? rest.first : rest.last, Self.blanks.contains(blank) {
      if fromFront { rest.removeFirst() } else { rest.removeLast() }
    }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether nothing but digits, marks and group signs is left.
  var hasOnlyNumberSigns: Bool {
    rest.allSatisfy {
      isDigit($0) || $0 == "." || $0 == "," || Self.blanks.contains($0)
        || Self.apostrophes.contains($0)
    }
  }

  /// The number with one decimal mark, and the other one among the group signs.
  func value(decimal: Unicode.Scalar, other: Unicode.Scalar) -> Double? {
    let parts = rest.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    var digits = parts[0]
    let isGrouped = digits.contains { isGroupSign($0, other) }
    if isGrouped {
      guard let joined = joined(groups: digits, other) else { return nil }
      digits = joined[...]
    }
    var text = String(String.UnicodeScalarView(digits))
    if parts.count == 2 { text += "." + String(String.UnicodeScalarView(parts[1])) }
    guard text.first != "-", text.first != "+" else { return nil }
    if isGrouped, parts.count == 2, !parts[1].allSatisfy(isDigit) { return nil }
    if unit == "%" {
      guard !text.lowercased().contains("e") else { return nil }
      text += "e-2"
    }
    let bytes = Array(((isNegative ? "-" : "") + text).utf8)
    return CSVNumber.value(of: bytes, in: 0..<bytes.count)
  }

  private func isGroupSign(_ scalar: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    scalar == other || Self.blanks.contains(scalar) || Self.apostrophes.contains(scalar)
  }

  /// The digits of all groups; nil if they are no groups of three.
  private func joined(
    groups scalars: ArraySlice<Unicode.Scalar>, _ other: Unicode.Scalar
  ) -> [Unicode.Scalar]? {
    guard let sign = scalars.first(where: { isGroupSign($0, other) }) else { return nil }
    let groups = scalars.split(separator: sign, omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups[0].first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return groups.flatMap { $0 }
  }
}
