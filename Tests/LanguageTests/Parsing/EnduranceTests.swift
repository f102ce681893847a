import Language
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Extreme sources")
struct EnduranceTests {
  static let nests = [
    "(", "[", "-", "not ", "f(", "2^", "a[", "(a + ", "[1; ", "f(a=", "- -", "(1..", "a@-",
  ]

  @Test("may open 100,000 brackets", arguments: nests)
  func nesting(_ opener: String) {
    for verb in ["print ", "plot x=("] {
      let source = verb + String(repeating: opener, count: 100_000) + "1"
      let script = Script(parsing: source)
      #expect(script.printed == source)
      #expect(script.diagnostics.count == 1)
      #expect(script.diagnostics.first?.isIncomplete == false)
    }
  }

  @Test("may nest brackets as deep as the limit, and are read")
  func limit() {
    let deep = String(repeating: "(", count: 63) + "1" + String(repeating: ")", count: 63)
    #expect(Script(parsing: "print \(deep)").diagnostics == [])
    #expect(
      Script(parsing: "print (\(deep))").diagnostics.map(\.message) == [
        "a formula is nested at most 64 deep"
      ])
  }

  @Test("may have long chains of operators", arguments: ["+", "-", "*", "@", " and ", "^"])
  func chains(_ sign: String) {
    let long = "print 1" + String(repeating: sign + "1", count: 100_000)
    #expect(Script(parsing: long).diagnostics.count == 1)
    #expect(Script(parsing: long).printed == long)
    let short = "print 1" + String(repeating: sign + "1", count: 60)
    #expect(Script(parsing: short).diagnostics == [])
    #expect(Script(parsing: Script(parsing: short).formatted).diagnostics == [])
  }

  static let pieces = [
    "a ", "1 ", "1,", "a=1 ", "x=", "(", ")", "\"", "\"a\" ", "\\", "\\ ", "\\\n", "#", ".", "..",
    "1..2 ", "-", "--a", "a-", "a/", "1/", "1x", "1_", "1e", "[1,", "1+", "+1", "<1", "f(1) ",
    "f(a,", "é", "\u{301}", "\u{A0}", "\n", "\r", "(\n", "for x in 1\n", "print [1,\n", "x=[1,\n",
    "1+1,\n", "end\n", "edit 5 ", "note a", "a.b", "a;", "1;", "not ", "12345", "0.1%", "://",
  ]

  @Test("take a time that grows as their length", arguments: pieces)
  func speed(_ piece: String) {
    for verb in ["plot ", "print [", ""] {
      let short = seconds(verb, piece, bytes: 8_000)
      let long = seconds(verb, piece, bytes: 32_000)
      #expect(long < short * 10 + 0.02, "\(verb) \(short) \(long)")
    }
  }

  @Test("of a megabyte are read in seconds", arguments: ["plot ", "print ["])
  func megabyte(_ verb: String) {
    #expect(seconds(verb, verb == "plot " ? "points=1000 " : "1.5, ", bytes: 1_000_000) < 20)
  }

  /// The time on the processor, which does not depend on what else the machine does.
  private func seconds(_ verb: String, _ piece: String, bytes: Int) -> Double {
    let source = verb + String(repeating: piece, count: bytes / piece.utf8.count)
    return (0..<2).map { _ in
      let start = processorSeconds()
      let script = Script(parsing: source)
      for fault in script.diagnostics.prefix(1) {
        _ = DiagnosticText.lines(for: fault, source: source, indent: 2, width: 80)
      }
      #expect(script.printed.utf8.count == source.utf8.count)
      return processorSeconds() - start
    }.min() ?? 0
  }

  private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
