import Networks
import Testing

@testable import Session
@testable import Workbench

/// Trainings of a session that was killed are not done again by the one that takes it up.
@Suite("Trainings kept for later sessions")
struct KeptTrainingTests {
  private static let lines =
    untrainedCircles + [
      "train epochs=3 optimizer=adam rate=0.05", "train epochs=20 stop=early(patience=1)",
      "for n in 1..2\n  train epochs=n optimizer=rmsprop\nend", "compare l2=0,0.1",
      "train epochs=2 restarts=2",
    ]

  private static func session(_ files: KeptFiles, program: String = "one") -> NotebookSession {
    files.session(running: lines, program: program)
  }

  @Test("are taken where everything above is the same, and all is as if they had been done")
  func taken() throws {
    let files = KeptFiles()
    let first = Self.session(files)
    #expect(first.keep?.count.done == 8)
    let second = Self.session(files)
    #expect(second.keep?.count.taken == 8)
    #expect(second.keep?.count.done == 0)
    #expect(second.markdown(title: "t") == first.markdown(title: "t"))
    // A list of layers is shared where a training runs, and its own where it was taken.
    #expect(abs(second.state.heldBytes - first.state.heldBytes) < 4096)
    for (one, other) in zip(first.cells, second.cells) {
      #expect(one.state.network?.network == other.state.network?.network)
      #expect(one.state.network?.history == other.state.network?.history)
    }
    var (one, other) = (first, second)
    for line in ["train epochs=2", "show training", "runs", "plot loss", "evaluate"] {
      #expect(one.lines(of: line) == other.lines(of: line))
    }
  }

  /// Studies of many trainings, each behind a training of its own session.
  private static let studies = [
    "compare l2=0,0.1 seeds=2 plot=loss", "compare units=1,4 stop=early(patience=1)",
    "plot learning curve repeats=2", "plot validation curve over=l2 values=0,0.1 folds=3",
    "plot bias variance over=units values=1,3 repeats=2",
    "for n in 1..2\n  compare rate=0.1,0.2 epochs=n\nend",
  ]

  @Test("are those of comparisons and curves too, with the same bytes shown", arguments: studies)
  func takenStudies(_ line: String) throws {
    let files = KeptFiles()
    func session() -> NotebookSession { files.session(running: trainedCircles + [line, "runs"]) }
    let first = session()
    let done = try #require(first.keep?.count.done)
    #expect(first.cells.allSatisfy { !$0.hasFailed } && done > 2, "\(line)")
    let second = session()
    #expect(second.keep?.count.done == 0 && second.keep?.count.taken == done)
    #expect(second.markdown(title: "t") == first.markdown(title: "t"))
    // Cut off, mixed up or of another line they count for nothing.
    for change: (inout [UInt8]) -> Void in [
      { $0.removeLast() }, { $0 = Array("training 0 7\n1234567".utf8) },
      { $0 = Array("training 0 99999999999\n".utf8) }, { $0 += $0 },
      { bytes in bytes = Array(bytes.dropFirst(bytes.count / 2)) },
    ] {
      files.spoil(change)
      let again = session()
      #expect(again.markdown(title: "t") == first.markdown(title: "t"))
      #expect((again.keep?.count.done ?? 0) > 0, "\(line)")
    }
  }

  @Test("are none of another program's, and none that is damaged")
  func refused() {
    let files = KeptFiles()
    let first = Self.session(files)
    #expect(Self.session(files, program: "two").keep?.count.taken == 0)
    for change: (inout [UInt8]) -> Void in [
      { $0.removeLast() }, { $0 = [] }, { $0 = Array("finished 0 0 1 99999\n".utf8) },
      { $0.replaceSubrange(0..<8, with: Array("unknown ".utf8)) },
      { bytes in bytes = Array(bytes.reversed()) },
    ] {
      files.spoil(change)
      let again = Self.session(files)
      #expect(again.markdown(title: "t") == first.markdown(title: "t"))
    }
  }

  @Test("come back bit for bit, however they ended")
  func bytes() throws {
    let session = Self.session(KeptFiles())
    let hand = try #require(session.state.network)
    for outcome: TrainingResult.Ending in [
      .finished, .stoppedEarly(epoch: 3), .reachedTarget(epoch: 2), .ended(epoch: 9),
      .reachedMaximumSteps,
    ] {
      let result = TrainingResult(
        network: hand.network, history: hand.history, outcome: outcome, restoredEpoch: 2, steps: 7)
      let encoded = try #require(KeptTraining(result, heldBytes: 5).encoded)
      let read = try #require(KeptTraining(reading: encoded))
      #expect(read.result == result)
      #expect(read.heldBytes == 5)
      for count in stride(from: 0, to: encoded.count, by: 97) {
        #expect(KeptTraining(reading: Array(encoded.prefix(count))) == nil)
      }
    }
    // What is too long to be kept is not put into bytes before that is seen.
    let record = try #require(hand.history.records.last)
    let most = KeptTraining.mostBytes / History.bytesOfEpoch
    let long = TrainingResult(
      network: hand.network, history: History(records: Array(repeating: record, count: most + 1)),
      outcome: .finished, restoredEpoch: nil, steps: 7)
    #expect(KeptTraining(long, heldBytes: 0).encoded == nil)
    let broken = TrainingResult(
      network: hand.network, history: hand.history, outcome: .interrupted(steps: 7),
      restoredEpoch: nil, steps: 7)
    #expect(KeptTraining(broken, heldBytes: 0).result.outcome == .reachedMaximumSteps)
  }
}
