import Datasets
import Foundation
import Networks
import Session
import Testing

@testable import Workbench

/// `Golden/predictions.json` is what pandas reads of `Golden/predictions.csv`, which
/// `Golden/predictions.py` has recorded.
@Suite("Saved predictions")
struct SavedPredictionsTests {
  /// What pandas reads: the names of the columns, numbers as the bits of their doubles.
  private struct Reading: Decodable {
    let names: [String]
    let texts: [String: [String?]]
    let bits: [String: [String?]]
  }

  private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  private static let numbers = [
    0.1, -0.0, 1e-7, 123_456_789.125, 1e22, .leastNonzeroMagnitude, .nan, 1 / 3, 0.1 + 0.2, -40,
    9_007_199_254_740_991, 0.000_123,
  ]
  private static let classes = ["plain", "with, comma", "with \"quotes\"", "ünï → ✓"]

  /// Numbers and names of every awkward kind.
  private static func awkward() -> PredictionsInHand {
    let rows = numbers.count
    let texts = ["a,b", "\"", "x y", ""]
    var outputs: [Double] = []
    for row in 0..<rows {
      let shares = (0..<4).map { Float(1 + (row * 7 + $0 * 5) % 11) }
      let total = shares.reduce(0, +)
      outputs += shares.map { Double($0 / total) }
    }
    outputs.replaceSubrange(0...3, with: [1, 0, 1e-20, 1e-9].map { Double(Float($0)) })
    let answers = ClassPredictions(
      outputs: outputs, truths: [Int32](repeating: 0, count: rows), classCount: 4)
    return PredictionsInHand(
      .classes(answers, names: classes), to: "new.csv", by: "small", noun: "row",
      numbers: Array(1...rows),
      columns: [
        .init(name: "number, exact", cells: .numbers(numbers)),
        .init(name: "text", cells: .texts((0..<Int32(rows)).map { $0 % 4 - 1 }, names: texts)),
        .init(name: "predicted", cells: .numbers(numbers.map { $0.isNaN ? 0 : 1 })),
      ], confidence: 0.3, targetName: "kind")
  }

  @Test("are the bytes that are recorded, which pandas reads as the same values, to the bit")
  func pandas() throws {
    let predictions = Self.awkward()
    let text = PredictionsCSV.text(of: predictions)
    let file = Self.golden.appending(path: "predictions.csv")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded predictions.csv: run predictions.py")
    }
    #expect(try text == String(decoding: Data(contentsOf: file), as: UTF8.self))
    let data = try Data(contentsOf: Self.golden.appending(path: "predictions.json"))
    let reading = try JSONDecoder().decode(Reading.self, from: data)
    let names = ["plain", "with, comma", "with \"quotes\"", "ünï → ✓"]
    #expect(
      reading.names == ["row", "number, exact", "text", "predicted", "predicted_"]
        + names.map { "p_\($0)" } + ["answered"])
    func value(_ bits: String?) -> Double? {
      bits.flatMap { UInt64($0, radix: 16) }.map { Double(bitPattern: $0) }
    }
    let exact = try #require(reading.bits["number, exact"]).map(value)
    for (number, read) in zip(Self.numbers, exact) {
      #expect(read ?? .nan == number || number.isNaN)
    }
    guard case .classes(let answers, _) = predictions.answers else { return }
    for (index, name) in names.enumerated() {
      let read = try #require(reading.bits["p_\(name)"]).map(value)
      for row in 0..<answers.count {
        #expect(read[row].map { Float($0) } == Float(answers.score(row, index)))
      }
    }
    let predicted = try #require(reading.texts["predicted_"])
    #expect(predicted == answers.predicted.map { names[Int($0)] })
  }

  @Test("of numbers have a column for the number, in the unit of the target")
  func values() {
    let predictions = PredictionsInHand(
      .numbers([1.5, -2, Double(Float(0.1))], width: 1), to: "new.csv", by: "small", noun: "row",
      numbers: [1, 2, 3], columns: [], targetName: "price")
    #expect(PredictionsCSV.text(of: predictions) == "row,predicted\n1,1.5\n2,-2\n3,0.1\n")
  }

  @Test("of scores that are no probabilities are called scores")
  func scores() {
    let answers = ClassPredictions(
      outputs: [0.5, -1], truths: [0, 0], classCount: 2, threshold: 0, areProbabilities: false)
    let predictions = PredictionsInHand(
      .classes(answers, names: ["a", "b"]), to: "train", by: "n", noun: "example",
      numbers: [3, 9], columns: [], targetName: nil)
    #expect(
      PredictionsCSV.text(of: predictions)
        == "example,predicted,score_a,score_b\n3,b,-0.5,0.5\n9,a,1,-1\n")
  }

  @Test(
    "are the ones of the last predict, in the order of the file, and follow its rules for files")
  func rules() throws {
    let folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.files.rights.writing = .inside([folder.path])
    settings.datasetFolders = [TestFolders.files.path]
    var session = NotebookSession(
      running: [
        "data csv loans.csv target=paid", "network", "add dense 1 sigmoid", "train epochs=2",
      ], settings: settings)
    let path = "\(folder.path)/out.csv"
    #expect(
      session.flowingText(of: "save predictions \(path)").contains("no predictions to save yet"))
    #expect(folder.names.isEmpty)
    _ = session.text(of: "predict train")
    #expect(session.flowingText(of: "save predictions \(path)").contains("16 predictions"))
    let first = try folder.text(of: "out.csv")
    #expect(first.hasPrefix("example,age,job,debt,paid,predicted,p_no,p_yes\n1,23,clerk,1200,yes,"))
    _ = session.text(of: "predict csv new-loans.csv")
    // Its own file may be written over, another one only with overwrite=yes.
    #expect(session.flowingText(of: "save predictions \(path)").contains("3 predictions"))
    #expect(
      try folder.text(of: "out.csv").hasPrefix("row,age,job,debt,predicted,p_no,p_yes\n1,40,"))
    try folder.write("mine", to: "other.csv")
    #expect(
      session.flowingText(of: "save predictions \(folder.path)/other.csv").contains("there already")
    )
    #expect(try folder.text(of: "other.csv") == "mine")
    #expect(
      session.flowingText(of: "save predictions /tmp/elsewhere-\(folder.url.lastPathComponent).csv")
        .contains("may not write here"))
    _ = session.text(of: "save predictions \(folder.path)/other.csv overwrite=yes")
    #expect(try folder.text(of: "other.csv").hasPrefix("row,"))
  }

  @Test("are read by data csv again, whose numbers and texts are the same")
  func readAgain() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(PredictionsCSV.text(of: Self.awkward()), to: "out.csv")
    let file = FileBytes(name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: path))))
    let data = try CSV.dataset(
      file,
      TableOptions(target: "number, exact", kind: .values, skip: ["text"], missing: .drop))
    #expect(data.targetNumbers == Self.numbers.filter { !$0.isNaN })
  }
}
