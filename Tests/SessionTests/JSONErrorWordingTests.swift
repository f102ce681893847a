import JSON
import Testing
import Workbench

@Suite("Words for a broken text of JSON")
struct JSONErrorWordingTests {
  @Test(
    "say what is wrong with a text, and where",
    arguments: zip(
      JSONError.TextFault.allCases,
      [
        "it is not JSON", "a name is given twice in one object", "the text is not UTF-8",
        "the text ends too early", "something follows the end of the value",
        "a number is too large", "its values are nested too deep", "a name holds a zero byte",
        "there is no memory left to read it",
      ]))
  func texts(fault: JSONError.TextFault, problem: String) {
    #expect(Wording.problem(of: .text(fault, byte: 7)) == "\(problem), at byte 7")
  }

  @Test(
    "say what is expected",
    arguments: zip(
      JSONError.Kind.allCases,
      ["a list", "an object", "a text", "true or false", "a number", "a whole number"]))
  func kinds(kind: JSONError.Kind, name: String) {
    #expect(Wording.problem(of: .value([], .expected(kind))) == "\(name) is expected")
  }

  @Test("say the way to a value that is another than it must be")
  func values() {
    let steps: [JSONError.Step] = [.member("layers"), .element(2), .element(0), .member("units")]
    let faults: [(JSONError, String)] = [
      (.value(steps, .missing("x")), "layers[2][0].units: \"x\" is missing"),
      (.value([.element(0)], .unknown(["a": 1])), "[0]: {\"a\":1} is not known here"),
      (.value([], .unknown(nil)), "this is not known here"),
      (.value([], .listTooShort), "the list is too short"),
      (.value([], .refused("no")), "no"), (.value([], .unreadable), "this can't be read"),
      (.tooDeep(limit: 64), "its values are nested more than 64 levels deep"),
      (.notWritable, "this value can't be written as JSON"),
    ]
    for (error, problem) in faults { #expect(Wording.problem(of: error) == problem) }
  }
}
