import Foundation
import Session
import Testing

@testable import Workbench

@Suite("Predictions for the rows of a file")
struct PredictCSVTests {
  /// A session that may write, in a folder of its own, and reads the tables of the transcripts.
  private static func session(_ lines: [String] = []) -> NotebookSession {
    var settings = SessionSettings(
      seed: 0, threads: 1, datasetFolders: [TestFolders.files.path], lessonFolders: [],
      files: WorkingFolder(permission: .everywhere))
    settings.datasetFolders = [TestFolders.files.path]
    return NotebookSession(running: lines, settings: settings)
  }

  private static let penguins = [
    "data csv penguins.csv target=species missing=median",
    "split train=60% validation=20% test=20% stratified=yes", "scale standard", "network birds",
    "add dense 8 relu", "add dense 3 softmax", "train epochs=20 optimizer=adam rate=0.01",
  ]

  private static func columns(_ text: String, from first: String) throws -> [[Substring]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let place = try #require(lines.first?.firstIndex { $0 == first })
    return lines.map { Array($0[place...]) }
  }

  @Test(
    "are those for the same examples of the data in hand, to the bit",
    arguments: [
      penguins,
      Array(penguins.prefix(2)) + ["network birds", "add dense 3 softmax", "train epochs=3"],
      penguins.map { $0.replacing("standard", with: "minmax").replacing("median", with: "flag") },
      penguins.map { $0.replacing("median", with: "mean ordinal=island") },
    ])
  func sameAsData(lines: [String]) throws {
    let folder = try TemporaryFolder()
    var session = Self.session(lines)
    _ = session.text(of: "predict train")
    _ = session.text(of: "save predictions \(folder.path)/train.csv")
    let training = try Self.columns(try folder.text(of: "train.csv"), from: "predicted")
    let numbers = try folder.text(of: "train.csv").split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").first.flatMap { Int($0) }
    }
    _ = session.text(of: "predict csv penguins.csv")
    _ = session.text(of: "save predictions \(folder.path)/all.csv")
    let all = try Self.columns(try folder.text(of: "all.csv"), from: "predicted")
    #expect(numbers.count == 120)
    #expect(training[0] == ["predicted", "p_Adelie", "p_Chinstrap", "p_Gentoo"])
    for (place, number) in numbers.enumerated() {
      #expect(training[place + 1] == all[number])
    }
  }

  @Test("stay the same whatever data is in hand, and without any, with the network's file alone")
  func withoutData() throws {
    let folder = try TemporaryFolder()
    var session = Self.session(Self.penguins)
    let expected = session.text(of: "predict csv new-penguins.csv")
    #expect(expected.contains("24 rows"))
    _ = session.text(of: "save predictions \(folder.path)/first.csv")
    _ = session.text(of: "save network \(folder.path)/birds.safetensors")
    _ = session.text(of: "data circles points=20")
    #expect(session.text(of: "predict csv new-penguins.csv") == expected)

    var fresh = Self.session(["load network \(folder.path)/birds.safetensors"])
    #expect(fresh.text(of: "predict csv new-penguins.csv") == expected)
    _ = fresh.text(of: "save predictions \(folder.path)/second.csv")
    #expect(try folder.text(of: "first.csv") == folder.text(of: "second.csv"))
    let row = "Dream 48.1 missing 198 3700 female"
    var trained = Self.session(Self.penguins)
    #expect(fresh.text(of: "predict \(row)") == trained.text(of: "predict \(row)"))
  }

  @Test("go with computed features too, of columns with texts")
  func computedFeatures() throws {
    let folder = try TemporaryFolder()
    let lines = [
      "data csv loans.csv target=paid", "features debt / age, age^2", "scale standard",
      "network lender", "add dense 2 tanh", "add dense 1 sigmoid", "train epochs=5",
    ]
    var session = Self.session(lines)
    _ = session.text(of: "predict train")
    _ = session.text(of: "save predictions \(folder.path)/train.csv")
    _ = session.text(of: "save network \(folder.path)/lender.safetensors")
    var fresh = Self.session(["load network \(folder.path)/lender.safetensors"])
    #expect(!fresh.text(of: "predict csv loans.csv").contains("^"))
    _ = fresh.text(of: "save predictions \(folder.path)/new.csv")
    #expect(
      try Self.columns(try folder.text(of: "train.csv"), from: "predicted")
        == Self.columns(try folder.text(of: "new.csv"), from: "predicted"))
  }

  @Test("of 100,000 rows come at once")
  func manyRows() throws {
    let folder = try TemporaryFolder()
    var text = "job,debt,age\n"
    for row in 0..<100_000 { text += "clerk,\(row % 7000),\(20 + row % 50)\n" }
    let path = try folder.write(text, to: "many.csv")
    var session = Self.session([
      "data csv loans.csv target=paid", "network", "add dense 4 tanh", "add dense 1 sigmoid",
      "train epochs=2",
    ])
    let clock = ContinuousClock()
    var said = ""
    let time = clock.measure {
      said = session.text(of: "predict csv \(path)")
      _ = session.text(of: "save predictions \(folder.path)/out.csv")
    }
    #expect(said.contains("100,000 rows"))
    #expect(time < .seconds(20))
    #expect(try folder.text(of: "out.csv").utf8.count { $0 == UInt8(ascii: "\n") } == 100_001)
  }

  @Test(
    "of what is no table are refused, and change nothing",
    arguments: [
      "", ".", "/", "/dev/null", "nowhere.csv", "tiny.npz", "plain.safetensors", "single",
    ])
  func refused(path: String) {
    var session = Self.session(Self.penguins)
    let state = session.cells.count
    let text = session.text(of: "predict csv \(path)")
    #expect(text.contains("^"), "\(text)")
    #expect(session.state.predictions == nil)
    #expect(session.cells.count <= state + 1)
  }

  @Test("are in hand again after undo, and those before after undoing more")
  func undo() {
    var session = Self.session(Self.penguins)
    _ = session.text(of: "predict csv new-penguins.csv")
    _ = session.text(of: "predict validation")
    #expect(session.state.predictions?.noun == "example")
    _ = session.text(of: "undo")
    #expect(session.state.predictions?.noun == "row")
    _ = session.text(of: "undo")
    #expect(session.state.predictions == nil)
  }
}
