import JSON
import Testing

private enum Shade: String, Codable {
  case light, dark
}

private struct Settings: Codable, Equatable {
  var rate = 0.1
  var name: String?
}

private indirect enum Rule: Codable, Equatable {
  case never
  case fixed(Settings)
  case steps(Int)
  case between(low: Double, high: Double)
  case chain([Rule])
}

private struct Everything: Codable, Equatable {
  var flag = true
  var small: Int32 = -7
  var seed = UInt64.max
  var single: Float = 0.1
  var limits = [Double.infinity, -.infinity, 5 * .leastNonzeroMagnitude, 1.0 / 3]
  var shade = Shade.dark
  var missing: Int?
  var given: Int? = 3
  var table: [[Int]] = [[1], [], [2, 3]]
  var rules: [Rule] = [
    .never, .fixed(Settings()), .steps(4), .between(low: 0, high: 1), .chain([.never, .steps(1)]),
  ]
}

@Suite("Types as JSON")
struct CodingTests {
  @Test("come back equal, bit for bit")
  func roundTrip() throws {
    let json = try JSONValue(encoding: Everything())
    #expect(try json.decoded(Everything.self) == Everything())
    let read = try JSONValue(reading: json.text.utf8)
    #expect(try read.decoded(Everything.self) == Everything())
  }

  @Test("are written plainly")
  func text() throws {
    #expect(try JSONValue(encoding: Rule.fixed(Settings())).text == #"{"fixed":{"rate":0.1}}"#)
    #expect(try JSONValue(encoding: Rule.never).text == #"{"never":{}}"#)
    #expect(try JSONValue(encoding: Rule.steps(4)).text == #"{"steps":4}"#)
    #expect(
      try JSONValue(encoding: [UInt64.max]).text == #"["18446744073709551615"]"#)
    #expect(try JSONValue(encoding: [Double.infinity]).text == #"["inf"]"#)
  }

  private func error(_ text: String) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONValue(reading: text.utf8).decoded([Rule].self)
      return nil
    } catch {
      return error
    }
  }

  @Test("name the place that can't be read")
  func errors() {
    let fixed: [JSONError.Step] = [.element(0), .member("fixed")]
    #expect(
      error(#"[{"fixed":{"rate":"much"}}]"#)
        == .value(fixed + [.member("rate")], .expected(.number)))
    #expect(error(#"[{"fixed":{}}]"#) == .value(fixed, .missing("rate")))
    #expect(
      error(#"[{"steps":1.5}]"#)
        == .value([.element(0), .member("steps")], .expected(.wholeNumber)))
    #expect(error(#"[{"other":1}]"#) == .value([.element(0)], .unknown(nil)))
    #expect(error(#"{"a":1}"#) == .value([], .expected(.list)))
    #expect(error(#"[7]"#) != nil)
    #expect(
      error(#"[{"between":{"low":1}}]"#)
        == .value([.element(0), .member("between")], .missing("high")))
  }
}
