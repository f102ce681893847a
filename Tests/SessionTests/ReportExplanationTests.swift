import Testing

@testable import Session
@testable import Workbench

@Suite("What a result says of its own values")
struct ReportExplanationTests {
  private static func why(_ lines: String...) -> String {
    var session = NotebookSession(running: trainedCircles + lines)
    return session.lines(of: "why").joined(separator: " ")
  }

  @Test(
    "a distance, where it comes from; a scaling, what it does to a number",
    arguments: [
      ("distance euclidean [1, 2] [4, 6]", "the squared differences of 2 places"),
      ("distance manhattan [1, 2] [4, 6]", "the sizes of the differences of 2 places"),
      ("distance hamming \"carolin\" \"cathrin\"", "where the two differ, of 7 places"),
      ("scale standard", "Networks see (x - mean) / deviation"),
      ("scale minmax", "Networks see (x - minimum) / range"),
      ("scale none", "Networks see each feature in the units of the data."),
    ])
  func values(line: String, part: String) {
    let text = Self.why(line)
    #expect(text.contains(part), "\(text)")
  }

  @Test("an ensemble, how it answers")
  func ensemble() {
    let text = Self.why("copy b", "ensemble network b")
    #expect(text.contains("the mean of its 2 probabilities"), "\(text)")
  }

  @Test("a penalty, how much it is and what adds most")
  func penalty() {
    let text = Self.why(
      "replace 2 dense 1 sigmoid l2=0.5", "set weights 2 ([2; 0; 0; 0])", "show penalty")
    // 0.5 * 2^2
    #expect(text.contains("2 is added to the loss"), "\(text)")
    #expect(text.contains("its kernel: 2, which is 100.0% of the total"), "\(text)")
    #expect(!Self.why("show penalty").contains("adds most"))
  }
}
