import TensorEngine
import Testing

@testable import Formulas
@testable import Session

@Suite("Hashes")
struct HashTests {
  @Test(
    "are FNV-1a of the doubles' bytes, as other programs compute it",
    arguments: [
      ([], "cbf29ce484222325"), ([1, -2.5], "2f20b4ea1c69d79c"), ([0], "a8c7f832281a39c5"),
      ([-0.0], "a8c7783228196045"), ([0.1, 0.2, 0.3], "5cdda272b98e08e5"),
    ] as [([Double], String)])
  func values(_ numbers: [Double], _ expected: String) {
    #expect(NumberHash.text(of: numbers) == expected)
  }

  @Test("all that is no number counts alike")
  func nan() {
    let quiet = NumberHash.text(of: [Double.nan])
    #expect(NumberHash.text(of: [-Double.nan]) == quiet)
    #expect(NumberHash.text(of: [Double(nan: 5, signaling: false)]) == quiet)
  }

  @Test("change with one bit of one weight, and can be compared")
  func session() {
    var session = NotebookSession(running: trainedCircles + ["let before = hash(weights(1))"])
    #expect(session.text(of: "check hash(weights(1)) == before").hasPrefix("holds"))
    #expect(session.text(of: "check hash(3) == \"a8ad083228038d3d\"").hasPrefix("holds"))
    #expect(session.text(of: "check hash(0) == hash(-1 * 0)").hasPrefix("does not hold"))
    let all = session.text(of: "print hash()")
    _ = session.submit("train epochs=1")
    #expect(session.text(of: "check hash(weights(1)) == before").hasPrefix("does not hold"))
    #expect(session.text(of: "print hash()") != all)
    for line in [
      "check hash(1) < hash(2)", "check hash(1) == 1", "print hash(1, 2)", "print 1 + hash(1)",
    ] {
      #expect(session.text(of: line).contains("^"), "\(line)")
    }
  }
}
