import Notebooks
import Session
import Testing

@testable import Workbench

@Suite("Replay")
struct ReplayTests {
  private func replay(_ text: String, _ settings: SessionSettings = .testing()) throws -> Replay {
    Replay(try Notebook(text: text, name: "n.md"), settings: settings)
  }

  /// A notebook with one block of cells.
  private func notebook(_ cells: String, front: String = "", rest: String = "") -> String {
    let matter = front.isEmpty ? "" : "---\n\(front)\n---\n"
    return "\(matter)# Title\n\nProse.\n\n```overfit\n\(cells)\n```\n\(rest)"
  }

  @Test("a right notebook is equal, and its text stays")
  func equal() throws {
    let text = notebook("> print 1 + 1\n2\n> print 3\n3")
    let replay = try replay(text)
    #expect(replay.verdict == .equal)
    #expect(replay.updatedText == text)
  }

  @Test("a changed character is found, with file and line")
  func different() throws {
    let replay = try replay(notebook("> print 1 + 1\n2\n> print 3\n4"))
    guard case .different(let difference) = replay.verdict else {
      Issue.record("\(replay.verdict)")
      return
    }
    #expect(difference.contains("n.md"))
    #expect(difference.contains("@@ -6,5 +6,5 @@"))
    #expect(difference.contains("\n-4\n+3\n"))
    #expect(replay.updatedText == notebook("> print 1 + 1\n2\n> print 3\n3"))
  }

  @Test("an expected error is output like any other")
  func expectedError() throws {
    let text = notebook("> trane\n  ^^^^^ unknown command \"trane\"\n  did you mean: train")
    #expect(try replay(text).verdict == .equal)
  }

  @Test("a notebook whose data is not here is skipped, and says what it needs")
  func skipped() throws {
    for (need, name) in [("mnist", "mnist"), ("wine.csv", "wine.csv"), ("circles, mnist", "mnist")]
    {
      let replay = try replay(notebook("> print 1\n2", front: "needs: \(need)"))
      guard case .skipped(let reason) = replay.verdict else {
        Issue.record("\(replay.verdict)")
        continue
      }
      #expect(reason.contains(name))
    }
    #expect(try replay(notebook("> print 1\n1", front: "needs: circles")).verdict == .equal)
  }

  @Test(
    "a data set that nobody knows is an error, with its line and the right name",
    arguments: [
      ("mooons", "moons"), ("Circles", "circles"), ("circles, minst", "mnist"), ("xyzzy", nil),
    ])
  func unknownNeed(need: String, meant: String?) throws {
    let text = notebook("> print 1\n2", front: "minutes: 3\nneeds: \(need)")
    let replay = try replay(text)
    guard case .broken(let faults) = replay.verdict else {
      Issue.record("\(replay.verdict)")
      return
    }
    #expect(faults.count == 1)
    #expect(faults[0].hasPrefix("n.md:3: no data set is called"))
    #expect(meant.map { faults[0].hasSuffix("did you mean: \($0)") } ?? true)
    #expect(replay.updatedText == text)
  }

  @Test("an update keeps the output of a cell that newly fails, unless errors are accepted")
  func newFailure() throws {
    let text = notebook("> print 1\n2\n> print nothing\n3\n> trane\n  ^^^^^ no\n> print x")
    let notebook = try Notebook(text: text, name: "n.md")
    let kept = Replay(notebook, settings: .testing(), acceptsErrors: false)
    #expect(kept.keptOutputs.count == 1)
    #expect(kept.keptOutputs.first?.hasPrefix("n.md:8: fails now: nothing is called") == true)
    let updated = try Notebook(text: kept.updatedText, name: "n.md").cells.map(\.output)
    #expect(updated[0] == ["1"])
    #expect(updated[1] == ["3"])
    #expect(updated[2].first == "  ^^^^^ unknown command \"trane\"")
    #expect(updated[3].first?.hasSuffix("nothing is called \"x\"") == true)
    let accepted = Replay(notebook, settings: .testing())
    #expect(accepted.keptOutputs.isEmpty)
    #expect(accepted.updatedText.contains("nothing is called \"nothing\""))
  }

  @Test("a check of an exercise that can't be evaluated says why")
  func unevaluatedCheck() throws {
    let replay = try replay(exercise("error(test) < 1", solution: "let x = 2"))
    guard case .broken(let faults) = replay.verdict else {
      Issue.record("\(replay.verdict)")
      return
    }
    #expect(faults.count == 1)
    #expect(faults[0].contains("can't be evaluated: check error(test) < 1: "))
  }

  @Test("a check that does not hold breaks a replay, though all bytes are equal")
  func failedCheck() throws {
    let replay = try replay(notebook("> check 1 > 2\ndoes not hold · 1 is not > 2 · off by 1"))
    #expect(replay.verdict == .broken(["n.md:6: a check does not hold: check 1 > 2"]))
  }

  private func exercise(_ check: String, solution: String) -> String {
    notebook(
      "> let x = 1",
      rest: "\n```exercise more\ncheck \(check)\nhint Think.\nsolution\n> \(solution)\n```\n")
  }

  @Test("an exercise fails its checks before its solution and passes them after it")
  func exercises() throws {
    #expect(try replay(exercise("x > 2", solution: "let x = 3")).verdict == .equal)
    #expect(
      try replay(exercise("x > 0", solution: "let x = 3")).verdict
        == .broken(["n.md:9: the checks of exercise more hold before its solution is run"]))
    #expect(
      try replay(exercise("x > 5", solution: "let x = 3")).verdict
        == .broken(["n.md:10: fails after the solution: check x > 5"]))
    #expect(
      try replay(exercise("x > 2", solution: "let x = y")).verdict
        == .broken([
          "n.md:13: the solution fails: let x = y",
          "n.md:10: fails after the solution: check x > 2",
        ]))
  }

  @Test("cells after an exercise go on from its solution")
  func afterTheExercise() throws {
    let text = exercise("x > 2", solution: "let x = 3") + "\n```overfit\n> print x\n3\n```\n"
    #expect(try replay(text).verdict == .equal)
  }

  @Test("the seed is the notebook's own, or 0")
  func seed() throws {
    let five = notebook("> seed\nseed 5", front: "seed: 5")
    #expect(try replay(five, .testing(seed: 9)).verdict == .equal)
    #expect(try replay(notebook("> seed\nseed 0"), .testing(seed: 9)).verdict == .equal)
  }

  @Test("nothing is written or fetched")
  func noWriting() throws {
    let folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    settings.fetch = { _, path, _, _, _ in
      Issue.record("fetched \(path)")
    }
    let text = notebook("> save \"\(folder.path)/a.md\"\n> fetch mnist")
    let replay = try replay(text, settings)
    #expect(folder.names.isEmpty)
    let words = replay.updatedText.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("may not write here"))
    #expect(words.contains("may not download files"))
  }

  @Test("cells that change the notebook are replayed as they were typed")
  func notebookVerbs() throws {
    let text = notebook("> let x = 1\n> let x = 2\n> undo\ntaken back: [2] let x = 2\n> print x\n1")
    #expect(try replay(text).verdict == .equal)
  }
}
