import Testing

@testable import Session
@testable import Tuning
@testable import Workbench

/// A search of a session that was killed is not done again by the one that takes it up.
@Suite("Searches kept for later sessions")
struct KeptSearchTests {
  /// All ways to search and to give trials up, some of whose trials fail.
  private static let searches = [
    ["search grid rate=0.1,1e30,1 units=2,4 epochs=2 folds=3 repeats=2 by=loss"],
    ["search random rate=0.01..3 log units=1..8 activation=relu,tanh epochs=2 trials=9"],
    ["search bayes rate=0.01..3 log units=1..8 epochs=2 trials=15 parallel=4"],
    ["search bayes rate=0.01..3 log epochs=2 trials=13 sampler=gp"],
    ["search hyperband rate=0.01..1e30 log epochs=9 factor=3"],
    ["search hyperband rate=0.01..1e30 log epochs=9 factor=2 sampler=tpe"],
    ["search hyperband rate=0.01..3 log epochs=8 factor=2 sampler=tpe folds=2 nested=yes"],
    ["search random rate=0.01..3 log epochs=4 trials=9 stop=median parallel=2"],
    ["search bayes rate=0.01..3 log epochs=4 trials=13 stop=median"],
    ["search grid rate=0.01,0.1 units=2,4 epochs=9 stop=halving"],
    ["search random rate=0.01..3 log epochs=2 trials=3 folds=2 nested=yes"],
    ["search manual rate=0.3", "search manual units=7 rate=0.2"],
    ["search random rate=0.01..3 log epochs=2 trials=4", "search local trials=4", "search local"],
    ["for n in 1..2\n  search random rate=0.01..3 log epochs=n trials=3\nend"],
    ["let top = 2", "search random rate=0.01..top epochs=1 trials=3 by=f1"],
  ]

  /// What shows all that a study holds, and goes on with it.
  private static let looks = [
    "best", "show study", "show trial 2", "plan", "plot search", "plot search importance",
    "plot search parallel", "plot search slice rate", "plot search rungs",
    "search manual rate=0.31",
    "search local trials=2", "best train", "best train all=yes", "why 7",
  ]

  @Test(
    "are taken as they were, with nothing trained and the same bytes below", arguments: searches)
  func taken(_ lines: [String]) throws {
    let files = KeptFiles()
    let lines = trainedCircles + lines
    let first = files.session(running: lines)
    let done = try #require(first.keep?.count.done)
    #expect(first.cells.allSatisfy { !$0.hasFailed } && done > 2, "\(first.markdown(title: ""))")
    let second = files.session(running: lines)
    #expect(second.keep?.count.done == 0)
    #expect(second.keep?.count.taken == done)
    #expect(second.markdown(title: "t") == first.markdown(title: "t"))
    var (one, other) = (first, second)
    for look in Self.looks {
      let text = one.lines(of: look)
      #expect(other.lines(of: look) == text, "\(look)")
    }
  }

  @Test("are trained again where what is kept is damaged, or of another program or line")
  func refused() throws {
    let files = KeptFiles()
    let search = "search random rate=0.01..3 log epochs=2 trials=4"
    let lines = trainedCircles + [search, "best"]
    let first = files.session(running: lines)
    #expect(files.session(running: lines, program: "two").keep?.count.taken == 0)
    let other = trainedCircles + [search + " repeats=2"]
    #expect(files.session(running: other).keep?.count.taken == 1)
    for change: (inout [UInt8]) -> Void in [
      { $0.removeLast() }, { $0 = [] }, { $0 += $0 }, { $0 = Array("search 0 1 99999\n".utf8) },
      { $0 = Array("search 0 0 999999999\n[]\n".utf8) },
      { bytes in bytes = Array(bytes.dropFirst(bytes.count / 2)) },
      { Self.replace("rate=", by: "rate=1", in: &$0) },
      { Self.replace("\"judged\"", by: "\"jugded\"", in: &$0) },
      { Self.replace("\"judged\":[", by: "\"judged\":[0.5,", in: &$0) },
      { Self.replace("search 0 4", by: "search 0 3", in: &$0) },
      { Self.replace("search 0 4", by: "search 1 4", in: &$0) },
      { Self.replace("search 0 4", by: "search 0 -4", in: &$0) },
    ] {
      _ = files.session(running: lines)
      files.spoil(change)
      let again = files.session(running: lines)
      #expect(again.markdown(title: "t") == first.markdown(title: "t"))
      #expect((again.keep?.count.done ?? 0) >= 4)
    }
  }

  private static func replace(_ text: String, by other: String, in bytes: inout [UInt8]) {
    guard bytes.starts(with: Array("search".utf8)) else { return }
    bytes = Array(String(decoding: bytes, as: UTF8.self).replacing(text, with: other).utf8)
  }

  @Test("come back bit for bit, and none whose figures a text can't hold")
  func bytes() throws {
    var own = StudyJournal.Own(setting: "rate=0.1 units=8")
    (own.judged, own.learned) = ([0.1, -0.0, .leastNonzeroMagnitude], [1.0 / 3, .nan, 1e300])
    own.curve = [SearchTrial.CurvePoint(epoch: 1, value: 0.7)]
    (own.epochs, own.stopReason) = (1, .rank(2, of: 3, goingOn: 1))
    var failed = StudyJournal.Own(setting: "rate=\"x\"\n")
    failed.reason = "the loss was none"
    var kept = KeptSearch(after: 3, [own, failed], nested: [0.25, .nan])
    kept.heldBytes = 7
    let bytes = try #require(kept.encoded)
    let read = try #require(KeptSearch(reading: bytes))
    #expect(read.first == 3 && read.heldBytes == 7 && read.trials.count == 2)
    #expect(read.encoded == bytes)
    #expect(read.trials[0].judged.map(\.bitPattern) == own.judged.map(\.bitPattern))
    for count in bytes.indices {
      #expect(KeptSearch(reading: Array(bytes.prefix(count))) == nil)
    }
    own.learned[1] = .infinity
    #expect(KeptSearch(after: 0, [own], nested: []).encoded == nil)
    #expect(KeptSearch(after: 0, [], nested: [-.infinity]).encoded == nil)
  }
}
