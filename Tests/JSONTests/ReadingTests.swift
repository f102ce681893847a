import JSON
import Testing

@Suite("Reading JSON")
struct ReadingTests {
  private func error(_ text: String) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONValue(reading: text.utf8)
      return nil
    } catch {
      return error
    }
  }

  @Test("keeps the order of members and tells whole numbers from others")
  func values() throws {
    let text = #"{"b":[1,-2,2.0,1e3,true,false,null],"a":{"ü\n":"\u00e9"},"":""}"#
    let value = try JSONValue(reading: text.utf8)
    #expect(
      value == [
        "b": [1, -2, .number(2), .number(1000), true, false, .null], "a": ["ü\n": "é"], "": "",
      ])
  }

  @Test(
    "gives back what was written",
    arguments: [0.1, 1e-300, .leastNonzeroMagnitude, 1.7976931348623157e308, -0.0])
  func numbers(_ number: Double) throws {
    let text = JSONValue.array([.number(number)]).text
    guard case .array(let values) = try JSONValue(reading: text.utf8),
      case .number(let read)? = values.first
    else { return #expect(Bool(false), "\(text)") }
    #expect(read.bitPattern == number.bitPattern)
  }

  @Test("gives back every text that was written, and none of it moves the reader's eye or screen")
  func texts() throws {
    let scalars = (UInt32(0)..<0x110000).compactMap(Unicode.Scalar.init)
    for start in stride(from: 0, to: scalars.count, by: 4096) {
      var string = ""
      string.unicodeScalars.append(contentsOf: scalars[start..<min(start + 4096, scalars.count)])
      let text = JSONValue.array([.string(string)]).text
      #expect(text.unicodeScalars.allSatisfy { !isHidden($0) }, "from \(start)")
      let read = try JSONValue(reading: text.utf8)
      guard case .array(let values) = read, case .string(let back)? = values.first else {
        return #expect(Bool(false), "from \(start)")
      }
      #expect(back.unicodeScalars.elementsEqual(string.unicodeScalars), "from \(start)")
    }
  }

  private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: !"\u{200C}\u{200D}".unicodeScalars.contains(scalar)
    // Places that are kept for emoji stay as they are.
    case .unassigned: !(0x1F000...0x1FFFD).contains(scalar.value)
    default: false
    }
  }

  @Test("says what is wrong with a text")
  func errors() {
    #expect(error("") == .text(.cutOff, byte: 0))
    #expect(fault("{\"a\":1,\"a\":2}") == .repeatedName)
    #expect(fault("[1] x") == .textBehindEnd)
    #expect(fault("[1e999]") == .largeNumber)
    #expect(fault("[99999999999999999999]") == .largeNumber)
    #expect(fault("[nan]") == .noJSON)
    let deep = String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
    #expect(error(deep) == .tooDeep(limit: 64))
    #expect(error(String(repeating: "[", count: 100_000)) != nil)
  }

  private func fault(_ text: String) -> JSONError.TextFault? {
    if case .text(let fault, _) = error(text) { fault } else { nil }
  }

  @Test("never traps, whatever the bytes")
  func fuzz() {
    let seed = Array(#"{"a":[1,2.5,{"b":"c\u00e9"}],"d":null,"e":-1e10,"f":true}"#.utf8)
    var state: UInt64 = 1
    for _ in 0..<3000 {
      var bytes = seed
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(state >> 33) % bytes.count
        bytes[place] = UInt8(truncatingIfNeeded: state >> 20)
      }
      _ = try? JSONValue(reading: bytes.prefix(Int(state >> 40) % (bytes.count + 1)))
      _ = try? JSONValue(reading: bytes)
    }
  }
}
