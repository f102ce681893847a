import Charts
import Foundation
import Testing

@Suite("Number text")
struct NumberTextTests {
  private static let significantTexts: [(Double, String)] = [
    (0.091240941, "0.0912409"), (0.5, "0.5"), (100, "100"), (-3.25, "-3.25"),
    (0, "0"), (-0.0, "0"), (1.0 / 3, "0.333333"), (2.0 / 3, "0.666667"),
    (0.9999999, "1"), (60000, "60000"), (1e-5, "0.00001"), (1e-7, "1e-7"),
    (0.00001234567, "0.0000123457"), (0.000001234567, "1.23457e-6"),
    (123_456_789, "123456789"), (1_234_567.8, "1234568"), (-1_234_567.8, "-1234568"),
    (999_999_999_999_999, "999999999999999"), (999_999_999_999_999.9, "1e15"),
    (1e15, "1e15"), (1.5e20, "1.5e20"), (-2.5e-300, "-2.5e-300"),
    (0.0000099999999, "0.00001"), (.leastNonzeroMagnitude, "4.94066e-324"),
    (Double.greatestFiniteMagnitude, "1.79769e308"),
    (.nan, "nan"), (-.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"),
  ]

  @Test("writes six significant digits and drops the zeros at the end", arguments: significantTexts)
  func significant(number: Double, text: String) {
    #expect(NumberText.significant(number) == text)
  }

  @Test("keeps the zeros at the end when asked")
  func keptZeros() {
    #expect(NumberText.significant(0.694, digits: 4, trailingZeros: .kept) == "0.6940")
    #expect(NumberText.significant(12, digits: 4, trailingZeros: .kept) == "12.00")
    #expect(NumberText.significant(123_456, digits: 4, trailingZeros: .kept) == "123456")
    #expect(NumberText.significant(2e-9, digits: 3, trailingZeros: .kept) == "2.00e-9")
    #expect(NumberText.significant(0, digits: 3, trailingZeros: .kept) == "0.00")
    #expect(NumberText.significant(7, digits: 1, trailingZeros: .kept) == "7")
  }

  // The exact value of 0.15 is 0.1499999999999999944…, that of 0.35 is 0.34999999999999997779…,
  // and 1.005 is 1.00499999999999989…; eighths are exact, so that their halves are true ones.
  private static let fixedTexts: [(Double, Int, String)] = [
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (0.15, 1, "0.1"), (0.35, 1, "0.3"),
    (1.005, 2, "1.00"), (2.5, 0, "2"), (3.5, 0, "4"), (0.5, 0, "0"), (1.5, 0, "2"),
    (-2.5, 0, "-2"), (-0.001, 2, "0.00"), (0.05, 0, "0"), (9.995, 2, "9.99"),
    (99.9951, 2, "100.00"), (1e22, 1, "10000000000000000000000.0"), (0.6912, 4, "0.6912"),
  ]

  @Test("rounds the exact binary value, half to even", arguments: fixedTexts)
  func fixed(number: Double, places: Int, text: String) {
    #expect(NumberText.fixed(number, places: places) == text)
  }

  // The expansion of the double nearest to 0.1 is in every text on floating point.
  @Test("writes all the digits that a number has")
  func allDigits() {
    let tenth = "0.1000000000000000055511151231257827021181583404541015625"
    #expect(NumberText.fixed(0.1, places: 55) == tenth)
    #expect(NumberText.fixed(0.1, places: 57) == tenth + "00")
    #expect(NumberText.significant(0.1, digits: 1000) == tenth)
    #expect(NumberText.fixed(.leastNonzeroMagnitude, places: 1074).hasSuffix("718265533447265625"))
    #expect(NumberText.fixed(.greatestFiniteMagnitude, places: 0).count == 309)
  }

  @Test("writes fractions as percentages without multiplying them first")
  func percent() {
    #expect(NumberText.percent(0.521, places: 1) == "52.1%")
    #expect(NumberText.percent(0.0005, places: 1) == "0.1%")
    #expect(NumberText.percent(0.00049, places: 1) == "0.0%")
    #expect(NumberText.percent(1, places: 0) == "100%")
    #expect(NumberText.percent(-0.25, places: 2) == "-25.00%")
    // 0.145 is 0.14499999999999999; 100 x 0.145 in doubles is 14.499999999999998.
    #expect(NumberText.percent(0.145, places: 0) == "14%")
    #expect(NumberText.percent(.nan, places: 1) == "nan%")
    #expect(NumberText.percent(0, places: 1) == "0.0%")
  }

  @Test("groups counts from ten thousand on")
  func count() {
    #expect(NumberText.count(0) == "0")
    #expect(NumberText.count(9999) == "9999")
    #expect(NumberText.count(10_000) == "10,000")
    #expect(NumberText.count(60_000) == "60,000")
    #expect(NumberText.count(1_234_567) == "1,234,567")
    #expect(NumberText.count(-60_000) == "-60,000")
    #expect(NumberText.count(.min) == "-9,223,372,036,854,775,808")
  }

  @Test("agrees with the C library on random numbers of every size")
  func agreesWithTheCLibrary() {
    var source = SplitMix(state: 7)
    for index in 0..<20_000 {
      let bits = source.next()
      let any = Double(bitPattern: bits)
      let ordinary = (Double(bits >> 11) / 0x1p53 - 0.5) * 2000
      for number in [any, ordinary] where number.isFinite {
        let places = index % 12
        #expect(
          unsignedZero(String(format: "%.\(places)f", number))
            == NumberText.fixed(number, places: places))
        let digits = index % 17 + 1
        #expect(
          significantOracle(number, digits: digits)
            == NumberText.significant(number, digits: digits))
      }
    }
  }

  @Test("takes any number of digits and places")
  func total() {
    for number in [0, -1.5, 1e300, .leastNonzeroMagnitude, .nan, .infinity] as [Double] {
      for count in [Int.min, -1, 0, 1, 2000, .max] {
        #expect(!NumberText.significant(number, digits: count).isEmpty)
        #expect(!NumberText.fixed(number, places: count).isEmpty)
        #expect(!NumberText.percent(number, places: count).isEmpty)
      }
    }
  }

  private func unsignedZero(_ text: String) -> String {
    text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
  }

  /// The same rule built from C's `%e` and `%f`.
  private func significantOracle(_ number: Double, digits: Int) -> String {
    if number == 0 { return "0" }
    let whole = String(format: "%.0f", number.magnitude)
    if number.magnitude < 1e15, whole.count > digits, whole.count < 16 {
      return unsignedZero(String(format: "%.0f", number))
    }
    let parts = String(format: "%.\(digits - 1)e", number).split(separator: "e")
    let exponent = Int(parts[1])!
    if exponent < -5 || exponent >= 15 { return "\(trimmed(String(parts[0])))e\(exponent)" }
    return trimmed(String(format: "%.\(max(0, digits - 1 - exponent))f", number))
  }

  private func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

/// A generator of bits for tests: Steele, Lea and Flood, Fast splittable pseudorandom number
/// generators, 2014.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// A number in [0, 1).
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
