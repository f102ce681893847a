import Foundation
import Session
import Testing

@testable import Workbench

@Suite("Studies of other programs")
struct StudyReadingTests {
  private static let begin = #"{"op_code":0,"worker_id":"w","study_name":"s","directions":[1]}"#
  private static let trial =
    #"{"op_code":4,"worker_id":"w","study_id":0,"datetime_start":"2026-01-01T00:00:00+00:00"}"#
  private static let rate =
    #"{"op_code":5,"worker_id":"w","trial_id":0,"param_name":"rate","param_value_internal":0.5,"#
    + #""distribution":"{\"name\": \"FloatDistribution\", \"attributes\": {\"step\": null, "#
    + #"\"low\": 0.01, \"high\": 1.0, \"log\": true}}"}"#
  private static let done =
    #"{"op_code":6,"worker_id":"w","trial_id":0,"state":1,"values":[0.25],"datetime_complete":"#
    + #""2026-01-01T00:00:00+00:00"}"#

  private func fault(_ lines: [String], end: String = "\n") -> StudyJournal.Fault? {
    do throws(StudyJournal.Fault) {
      _ = try StudyJournal(reading: Array((lines.joined(separator: "\n") + end).utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test("that are whole are read")
  func whole() throws {
    let lines = [Self.begin, Self.trial, Self.rate, Self.done]
    let journal = try StudyJournal(reading: Array((lines.joined(separator: "\n") + "\n").utf8))
    #expect(journal.name == "s" && journal.isLessBetter && !journal.isOwn)
    #expect(journal.trials.count == 1 && journal.trials[0].value == 0.25)
    #expect(
      journal.trials[0].parameters
        == [.init("rate", .number(0.5), in: .numbers(low: 0.01, high: 1, isLogarithmic: true))])
  }

  @Test("that are not are refused with the line and the reason")
  func faults() {
    let (begin, trial, rate, done) = (Self.begin, Self.trial, Self.rate, Self.done)
    let cases: [(lines: [String], line: Int?, words: String)] = [
      ([""], 1, "ends too early"), (["x"], 1, "not JSON"), ([], 1, ""),
      ([String(begin.dropLast(3))], 1, ""),
      ([begin, trial.replacing("4", with: "77")], 2, "op_code 77"),
      ([begin, #"{"a":1}"#], 2, "no op_code"), ([trial], 1, "before the study"),
      ([begin, begin], 2, "second study"),
      ([begin.replacing("[1]", with: "[1,2]")], 1, "2 goals"),
      ([begin.replacing("[1]", with: "[0]")], 1, "no direction"),
      ([begin, #"{"op_code":1,"worker_id":"w","study_id":0}"#], 2, "deleted"),
      ([begin, done], 2, "has not begun"),
      ([begin, trial, done.replacing("[0.25]", with: "[NaN]")], 3, "without a value"),
      ([begin, trial, done.replacing("[0.25]", with: "[Infinity]")], 3, "without a value"),
      ([begin, trial, done.replacing("[0.25]", with: "null")], 3, "without a value"),
      ([begin, trial, done.replacing("[0.25]", with: "[1,2]")], 3, "not one value"),
      ([begin, trial, done.replacing(#""state":1"#, with: #""state":9"#)], 3, "state"),
      ([begin, trial, rate.replacing("0.5", with: "-Infinity")], 3, "no number"),
      ([begin, trial, rate.replacing("FloatD", with: "D")], 3, ""),
      ([begin, trial, rate.replacing("0.01", with: "-1")], 3, "what rate may be"),
      (
        [begin, trial, "{\"op_code\":8,\"a\":\"" + String(repeating: "x", count: 1 << 20) + "\"}"],
        3,
        "longer than 1 MiB"
      ),
    ]
    for item in cases where !(item.lines == [] || item.words.isEmpty) {
      let fault = fault(item.lines)
      #expect(
        fault?.line == item.line && fault?.reason.contains(item.words) == true,
        "\(item) \(fault as Any)")
    }
    #expect(fault([], end: "")?.line == nil && fault([], end: "") != nil)
    #expect(fault([String(begin.dropLast(3))], end: "")?.reason.contains("no study") == true)
    var bytes = Array((begin + "\n").utf8)
    bytes[30] = 0xFF
    #expect(throws: StudyJournal.Fault.self) { try StudyJournal(reading: bytes) }
  }

  @Test("never stop the program, wherever a byte of them is another one")
  func anyByte() {
    let text = [Self.begin, Self.trial, Self.rate, Self.done].joined(separator: "\n") + "\n"
    let bytes = Array(text.utf8)
    for place in bytes.indices where place % 3 == 0 {
      for byte in [UInt8(0x0A), 0x22, 0xFF] {
        var changed = bytes
        changed[place] = byte
        _ = try? StudyJournal(reading: changed)
      }
    }
  }

  @Test("are taken up on the network in hand, and what is no setting here is said")
  func optuna() throws {
    let folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    var session = NotebookSession(running: trainedCircles, settings: settings)
    let file = TestFolders.files.appending(path: "optuna.journal").path
    let text = session.flowingText(of: "load study \(file)")
    #expect(
      text.contains("6 complete, 1 stopped early, 1 failed, 1 not done and left out"), "\(text)")
    #expect(text.contains("momentum_factor is no setting here, and is left out"), "\(text)")
    let list = session.text(of: "show study")
    #expect(list.contains("0.2031") && list.contains("tanh") && !list.contains("nan"), "\(list)")
    #expect(session.text(of: "best").contains("trial 1"))
    #expect(!session.text(of: "search manual rate=0.5").contains("^"))
    #expect(!session.text(of: "search local trials=2").contains("^"))
    #expect(!session.text(of: "best train").contains("^"))
    #expect(session.flowingText(of: "resume study").contains("was not broken off"))
    #expect(session.text(of: "save study \(folder.path)/a.journal").contains("11 trials"))
  }
}
