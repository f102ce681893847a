import Session
import Testing

@testable import Workbench

@Suite("A log range")
struct LogRangeTests {
  @Test(
    "takes its end",
    arguments: [
      ("1..64 log", "1 2 4 8 16 32 64"), ("0.001..1 log", "0.001 0.01 0.1 1"),
      ("1..100 log", "1 10 100"), ("1..64 log 7", "1 2 4 8 16 32 64"), ("1..4 log 3", "1 2 4"),
      ("1..1000 log 4", "1 10 100 1000"), ("1..3 log", "1 1.73205 3"), ("5..5 log", "5"),
      ("0.001..0.05 log", "0.001 0.00707107 0.05"), ("0.5..8 log", "0.5 1 2 4 8"),
    ])
  func ranges(range: String, numbers: String) {
    var session = NotebookSession(settings: .testing())
    let lines = session.lines(of: "for x in \(range)\n  print x\nend")
    #expect(lines.joined(separator: " ") == numbers)
    #expect(
      session.text(of: "check max(\(range)) == \(numbers.split(separator: " ").last ?? "")")
        .hasPrefix("holds"))
  }

  @Test("has a count from 2 to 100,000, between two different ends")
  func rangeErrors() {
    var session = NotebookSession(settings: .testing())
    #expect(session.text(of: "print 1..64 log 1").contains("whole number from 2 to"))
    #expect(session.text(of: "print 1..64 log 2.5").contains("whole number"))
    #expect(session.text(of: "print 5..5 log 3").contains("two different ends"))
    #expect(session.text(of: "print 0..1 log").contains("greater than 0"))
  }
}
