import Foundation
import Testing

/// One trial of a search, as the nodes of a cluster are called: `overfit trial --search`.
@Suite("overfit trial --search", .waiting, .timeLimit(.minutes(10)))
struct SentTrialTests {
  private let folder = TemporaryFolder()
  private let search = "search random rate=0.01..3 log units=1..8 epochs=4 folds=2 repeats=2"

  init() throws {
    let lines = [
      "seed 5", "data own.csv target=class", "split train=60% validation=40%", "network",
      "add dense 4 relu", "add dense 1 sigmoid", "train epochs=500 optimizer=sgd rate=0.05",
    ]
    try folder.write(lines.joined(separator: "\n") + "\n", to: "cells.overfit")
    let rows = (0..<60).map { "\($0 % 7),\($0 % 5),\(($0 * $0) % 2)" }
    try folder.write("x,y,class\n" + rows.joined(separator: "\n") + "\n", to: "own.csv")
  }

  private func trial(_ arguments: String...) throws -> Program {
    try Program(
      ["trial", "cells.overfit", "--search", search] + arguments, home: folder,
      folder: folder.path)
  }

  private func final(_ run: Program) throws -> [String: Any] {
    let line = try #require(run.output.split(separator: "\n").last, "\(run.error)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func scores(_ run: Program) throws -> [[String: Any]] {
    try #require(try final(run)["scores"] as? [[String: Any]])
  }

  @Test("has the figures of its end behind any other epochs, a figure for each of its trainings")
  func stages() throws {
    let whole = try trial("--set", "rate=0.3", "--set", "units=3")
    #expect(whole.status == 0, "\(whole.error)")
    let parts = try trial("--set", "rate=0.3", "--set", "units=3", "--at", "1,3,4")
    let (end, stages) = (try scores(whole), try scores(parts))
    #expect(end.count == 1 && stages.map { $0["epoch"] as? Int } == [1, 3, 4])
    for name in ["judged", "learned"] {
      let figures = try #require(end[0][name] as? [Double])
      #expect(figures.count == 4 && figures == stages[2][name] as? [Double])
    }
    #expect(try final(whole)["start"] as? String == final(parts)["start"] as? String)
  }

  @Test("that diverges ends with status 3, and says what it came to before")
  func failed() throws {
    let run = try trial("--set", "rate=1e38", "--at", "1,2,3,4")
    #expect(run.status == 3)
    let end = try final(run)
    #expect(end["status"] as? String == "failed")
    #expect((end["reason"] as? String)?.hasPrefix("the training diverged: in epoch ") == true)
    #expect(try scores(run).count < 4)
    let none = try trial("--set", "layers=0", "--set", "units=3")
    #expect(none.status == 3)
    #expect(try final(none)["refusal"] as? Bool == true)
  }

  @Test("is refused by another version, and where other bytes are read")
  func refused() throws {
    let version = try trial("--set", "rate=0.3", "--expect-version", "9.9")
    #expect(version.status == 65)
    #expect(
      try final(version)["reason"] as? String == "the program is version 0.1, the study's is 9.9")
    let digest = String(repeating: "0", count: 64)
    for (name, words) in [
      ("own.csv", "own.csv has other bytes here (sha256 "), ("b.csv", "b.csv is not read here"),
    ] {
      let other = try trial("--set", "rate=0.3", "--expect", "\(name)=\(digest)")
      #expect(other.status == 65)
      let end = try final(other)
      #expect(end["status"] as? String == "refused")
      #expect((end["reason"] as? String)?.hasPrefix(words) == true, "\(end)")
    }
    try FileManager.default.removeItem(atPath: "\(folder.path)/own.csv")
    let missing = try trial("--set", "rate=0.3")
    #expect(missing.status == 65)
    #expect((try final(missing)["reason"] as? String)?.contains("no such file") == true)
  }

  @Test("says by its status that a call is not understood")
  func calls() throws {
    for arguments in [
      ["--at", "3,1"], ["--at", "none"], ["--expect", "own.csv"], ["--epochs", "3"],
      ["--seed", "3"], ["--set", "rate=fast"], ["--set", "beauty=3"],
    ] {
      let run = try Program(
        ["trial", "cells.overfit", "--search", search] + arguments, home: folder,
        folder: folder.path)
      #expect(run.status == 64, "\(arguments) \(run.error)")
    }
    for line in ["serch random rate=0..1", "search random", "print 1", ""] {
      let run = try Program(
        ["trial", "cells.overfit", "--search", line, "--set", "rate=0.1"], home: folder,
        folder: folder.path)
      #expect(run.status == 64, "\(line) \(run.error)")
    }
    let alone = try Program(
      ["trial", "cells.overfit", "--at", "3"], home: folder, folder: folder.path)
    #expect(alone.status == 64)
  }
}
