import Language
import Testing

@Suite("Source ranges")
struct RangeTests {
  @Test(
    "hold the text of each value, with its parentheses",
    arguments: [
      "plot «wine.csv» «8» «-1» «12%» «3x3» «relu» «\"a \\\" b\"»",
      "plot «1..10 by 2» «lo .. hi» «0.1..1 log»",
      "plot «early( patience = 10 )» «(1 + 2)» «weights(1)[1, 2]» «[1, 2]»",
      "plot # größe", "\tplot\u{A0}«x»  # y",
      "print «1 + (2 * 3)»   # sum", "print «(1)»", "check «not a»", "plot \\\n «x» \\\n «y»",
    ])
  func values(_ marked: String) {
    let (source, ranges) = unmarked(marked)
    let script = Script(parsing: source)
    #expect(command(script)?.values.map(\.range) == ranges)
  }

  @Test("hold the text of each option, from its name to its last value")
  func options() {
    let (source, ranges) = unmarked("train «rate=0.1» «l2 = 0, 0.1 ,2» «stop=f(a=1)» x «y=(1)»")
    #expect(command(Script(parsing: source))?.options.map(\.range) == ranges)
  }

  @Test("hold the text of each name")
  func names() throws {
    let (source, ranges) = unmarked("«train» «rate»=«early»(«patience»=1)")
    let train = try #require(command(Script(parsing: source)))
    let rate = try #require(train.option("rate"))
    guard case .call(let early, let arguments) = rate.values[0].kind,
      case .option(let patience) = arguments[0]
    else {
      Issue.record("no call")
      return
    }
    #expect([train.verb.range, rate.name.range, early.range, patience.name.range] == ranges)
  }

  @Test(
    "hold the text of each statement",
    arguments: [
      "  «train rate=0.1 \\\n  x» # y\n«seed 3»\n", "«let x = (1)» # y", "«note a # b»  ",
      "  «\"prose\"» ", "«edit 5 train x»# y", "«edit 5»  ", "«for x in 1,2»",
      "«for x in 1\n  seed x\nend» # y\n«edit 2 for x in 1\nend»\n", "«$ x y» # z\n«seed 1»",
      "# a comment alone«»",
      "   «»\n«»\n«seed 3»",
    ])
  func statements(_ marked: String) {
    let (source, ranges) = unmarked(marked)
    let script = Script(parsing: source)
    #expect(script.statements.map(\.range) == ranges)
    #expect(script.printed == source)
  }

  @Test("give their text")
  func text() {
    #expect(SourceRange(1, 4).text(in: "größe") == "rö")
    #expect(SourceRange(-3, 1).text(in: "größe") == "g")
    #expect(SourceRange(5, 900).text(in: "größe") == "\u{FFFD}e")
    #expect(SourceRange(50, 900).text(in: "größe") == "")
  }

  @Test("mark faults behind characters of several bytes")
  func bytes() {
    let (source, ranges) = unmarked("note größe\n\"日本\nplot \"日本\" «$»")
    #expect(Script(parsing: source).diagnostics.map(\.range) == ranges)
  }
}

/// A source without its «marks», and the ranges that they mark.
func unmarked(_ marked: String) -> (source: String, ranges: [SourceRange]) {
  var source = ""
  var starts: [Int] = []
  var ranges: [SourceRange] = []
  for character in marked.unicodeScalars {
    switch character {
    case "«": starts.append(source.utf8.count)
    case "»": ranges.append(SourceRange(starts.removeLast(), source.utf8.count))
    default: source.unicodeScalars.append(character)
    }
  }
  return (source, ranges)
}
