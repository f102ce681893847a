import Datasets
import Networks
import Testing

@testable import Reports
@testable import Session

@Suite("What is mistaken")
struct MistakeTests {
  private static func session(_ lines: String...) -> NotebookSession {
    var session = NotebookSession(settings: .testing())
    for line in lines { _ = session.lines(of: line) }
    return session
  }

  private static func worst(_ counts: [Int]) -> String? {
    var truths: [Int32] = []
    var predicted: [Int32] = []
    for (cell, count) in counts.enumerated() {
      truths += [Int32](repeating: Int32(cell / 3), count: count)
      predicted += [Int32](repeating: Int32(cell % 3), count: count)
    }
    let confusion = ConfusionMatrix(truths: truths, predicted: predicted, classCount: 3)
    return MistakeText(confusion, names: ["a", "b", "c"]).text
  }

  @Test("most often is named with what is mistaken as often")
  func ties() {
    #expect(Self.worst([9, 0, 0, 0, 9, 0, 0, 0, 9]) == nil)
    #expect(Self.worst([9, 7, 0, 0, 9, 0, 0, 0, 9]) == "most often mistaken: a for b, 7 times")
    #expect(
      Self.worst([9, 1, 0, 0, 9, 1, 0, 0, 9])
        == "most often mistaken: a for b and b for c, once each")
    #expect(
      Self.worst([9, 2, 2, 1, 9, 2, 0, 0, 9])
        == "most often mistaken: a for b, a for c, 2 times each, and 1 other as often")
  }

  @Test("is sorted by the margin that it shows")
  func margins() throws {
    var session = Self.session(
      "data spirals points=90 classes=3", "network", "add dense 8 tanh", "add dense 3 softmax",
      "train epochs=20 rate=0.05")
    let lines = session.lines(of: "plot wrong train")
    let heading = try #require(lines.first)
    #expect(heading.hasSuffix("margin"))
    let margins = lines.dropFirst(2).prefix { $0.contains("%") && !$0.contains("wrong") }
      .compactMap { $0.split(separator: " ").last.flatMap { Double($0.dropLast()) } }
    #expect(margins.count > 2)
    #expect(margins == margins.sorted(by: >))
    #expect(lines.joined(separator: " ").contains("p(class it says) - p(true class)"))
  }

  @Test("hints name the nearest layer that can be drawn")
  func hints() {
    var session = Self.session(
      "data digits images=60", "network", "add conv 2 3x3 relu", "add maxpool 2x2", "add flatten",
      "add dropout 0.2", "add dense 10 softmax")
    #expect(session.text(of: "plot filters 2").contains("plot filters 1 draws those of #1 conv"))
    #expect(session.text(of: "plot weights 2").contains("plot weights 1 draws those of #1 conv"))
    #expect(session.text(of: "plot weights 4").contains("plot weights 5 draws those of #5 dense"))
    #expect(session.text(of: "plot features").contains("needs more behind its name"))
    #expect(session.text(of: "explain roc").contains("roc curve: "))
  }

  @Test("a comparison of one has no verdict")
  func one() {
    var session = Self.session(
      "data circles points=40", "split train=60% validation=40%", "network",
      "add dense 2 tanh", "add dense 1 sigmoid", "train epochs=2")
    #expect(!session.text(of: "compare plain").contains("lowest"))
    #expect(session.text(of: "compare l2=0,0.1").contains("validation error"))
  }

  @Test("a printed confusion matrix of ten classes has ten columns")
  func columns() {
    var session = Self.session(
      "data digits images=100", "split train=60% validation=40%", "network", "add flatten",
      "add dense 10 softmax")
    let lines = session.lines(of: "print confusion(validation)")
    #expect(lines.count == 10)
    #expect(lines.allSatisfy { $0.split { !$0.isNumber }.count == 10 && $0.count <= 80 })
  }
}
