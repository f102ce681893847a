import Datasets
import TensorEngine
import Testing

@testable import Formulas
@testable import Session
@testable import Workbench

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

  @Test("of the data are those of what was made: no feature, scaling or other split changes them")
  func data() throws {
    let circles = ["data circles points=40", "split validation=25%"]
    var session = NotebookSession(running: circles)
    let examples = try #require(session.state.data?.dataset.examples)
    var numbers: [Double] = []
    for row in 0..<40 {
      guard case .classes(let classes, _) = examples.targets else { return }
      numbers += examples.rawInput(at: row) + [Double(classes[row])]
    }
    #expect(session.text(of: "print hash(data)") == NumberHash.text(of: numbers))
    for line in [
      "let all = hash(data)", "let some = hash(validation)", "features x1^2", "scale standard",
    ] {
      _ = session.submit(line)
    }
    #expect(session.text(of: "check hash(data) == all and hash(validation) == some") == "holds")
    _ = session.submit("split validation=50%")
    #expect(session.text(of: "check hash(data) == all").hasPrefix("holds"))
    #expect(session.text(of: "check hash(validation) == some").hasPrefix("does not hold"))
    _ = session.submit("data circles points=40 noise=0.11")
    #expect(session.text(of: "check hash(data) == all").hasPrefix("does not hold"))
    _ = session.submit("let data = [1, 2]")
    #expect(session.text(of: "check hash(data) == hash([1, 2])").hasPrefix("does not hold"))
  }

  @Test("of what was learned tell the data and the splits set aside, and nothing else")
  func learned() throws {
    let data = ["data circles points=80", "split validation=25% test=25%"]
    let network = ["network", "add dense 4 tanh", "add dense 1 sigmoid"]
    var session = NotebookSession(running: data + network)
    #expect(session.text(of: "print hash(learned)").contains("has not been trained yet"))
    func mark(after lines: [String]) -> String {
      var copy = session
      for line in lines { _ = copy.submit(line) }
      return copy.text(of: "print hash(learned)")
    }
    let own = mark(after: ["train epochs=1"])
    #expect(own.count == 16 && own == session.state.data?.mark)
    // How it is trained, scaled and named is no matter, nor how many of the training examples are taken.
    for lines in [
      ["take 10", "train epochs=3 rate=0.1"], ["scale standard", "train epochs=1"],
      ["network b", "add dense 1 sigmoid", "train epochs=1", "copy c"],
      ["forward", "backward", "step"],
      ["set bias 1 0.5", "train epochs=1"], ["train epochs=1", "train again epochs=2"],
      ["train epochs=1 restarts=2"], ["search grid rate=0.1,0.2 epochs=1", "best train"],
    ] {
      #expect(mark(after: lines) == own, "\(lines)")
    }
    let others = [
      ["data circles points=81", data[1]], ["data circles points=80 noise=0.11", data[1]],
      ["split validation=30% test=25%"], ["split validation=25%"], ["seed 4", data[1]],
    ]
    for other in others {
      let before = mark(after: other + ["train epochs=1"])
      #expect(before.count == 16 && before != own, "\(other)")
      let back = other + ["train epochs=1", "seed 0"] + data
      #expect(mark(after: back) == before, "\(other)")
      #expect(mark(after: back + ["train epochs=1"]).contains("no one can tell"), "\(other)")
      // Who begins anew on the old ones has learned from these alone.
      for line in [["initialize", "train epochs=1"], ["train again epochs=1"]] {
        #expect(mark(after: back + line) == own, "\(other) \(line)")
      }
    }
    #expect(mark(after: ["train epochs=1", "set weights 1 0.1"]).contains("no one can tell"))
  }

  @Test("looks at the test split are counted")
  func looks() {
    var session = NotebookSession(running: trainedCircles + ["split validation=25% test=25%"])
    #expect(session.text(of: "print looks(test)") == "0")
    _ = session.submit("evaluate test")
    _ = session.submit("print loss(test)")
    #expect(session.text(of: "print looks(test)") == "2")
    #expect(session.text(of: "print looks(validation)").contains("only looks at the test split"))
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
