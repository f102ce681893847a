import Datasets
import TensorEngine
import Testing

@Suite("CSV numbers")
struct CSVNumberTests {
  /// Reads texts as the feature of a table.
  private func read(_ texts: [String]) throws -> [Double] {
    let rows = texts.enumerated().map { "\($1),\($0 % 2)" }
    return try table("x,y\n" + rows.joined(separator: "\n") + "\n").doubles
  }

  @Test("are read as the standard library reads them, to the last bit")
  func everyForm() throws {
    let texts = [
      "0", "-0", "+1", "00012", "1.", ".5", "-.5e2", "1E+3", "1e-3", "123456789012345",
      "1234567890123456789", "0.1", "0.30000000000000004", "2.2250738585072014e-308",
      "4.9e-324", "1e-400", "9007199254740993", "8.5899349e9", "1e22", "1e23", "1e29",
      "0.000000000000000000000000000001", "179769313486231570000000e-20",
    ]
    let values = try read(texts)
    for (text, value) in zip(texts, values) {
      let expected = try #require(Double(text))
      #expect(value.bitPattern == expected.bitPattern, "\(text)")
    }
  }

  @Test("of any length are read to the last bit")
  func randomForms() throws {
    let stream = RandomStream(seed: 1, name: "numbers")
    let words = stream.words(count: 6000)
    var texts: [String] = []
    for index in stride(from: 0, to: words.count, by: 3) {
      let digits = "\(words[index])" + (index.isMultiple(of: 2) ? "\(words[index + 1])" : "")
      let exponent = Int(words[index + 2] % 60) - 40
      texts.append("\(digits.prefix(1)).\(digits.dropFirst())e\(exponent)")
    }
    let values = try read(texts)
    for (text, value) in zip(texts, values) {
      #expect(value == (try #require(Double(text))), "\(text)")
    }
  }

  @Test(
    "are not made of anything else",
    arguments: ["--1", "1e", "e5", ".", "+", "1 2", "1.2.3", "0x10", "nan", "infinity", "١"])
  func refused(text: String) {
    #expect(failure { try table("x,y\n1,0\n\(text),1\n") }?.line == 3)
  }
}
