import Charts
import Foundation
import Networks
import Session
import Testing

@testable import Workbench

@Suite("A threshold between two classes")
struct ThresholdTests {
  private static func session(positive: String, last: String) -> NotebookSession {
    var settings = SessionSettings.testing()
    settings.datasetFolders = [TestFolders.files.path]
    return NotebookSession(
      running: [
        "data csv loans.csv target=paid positive=\(positive)", "scale standard", "network",
        "add dense \(last)", "train epochs=6 optimizer=adam rate=0.05 batch=8",
      ], settings: settings)
  }

  private static let thresholds = ["0%", "20%", "0.35", "50%", "65%", "100%"]

  @Test(
    "decides for the positive class from that of its probability on, in every verb alike",
    arguments: ["no", "yes"], ["1 sigmoid", "2 softmax"])
  func everywhere(positive: String, last: String) throws {
    var session = Self.session(positive: positive, last: last)
    for threshold in Self.thresholds {
      let predicted = session.text(of: "predict train threshold=\(threshold)")
      guard case .classes(let answers, let names)? = session.state.predictions?.answers else {
        Issue.record("no classes were predicted: \(predicted)")
        return
      }
      let share = threshold.hasSuffix("%") ? (Double(threshold.dropLast()) ?? 0) / 100 : 0.35
      let index = try #require(names.firstIndex(of: positive))
      for row in 0..<answers.count {
        let isPositive = answers.score(row, index) >= share
        #expect(Int(answers.predicted[row]) == (isPositive ? index : 1 - index))
      }
      let right = answers.confusion.correctCount
      let figure = NumberText.percent(Double(right) / 16)
      #expect(predicted.contains("16 examples · \(right) right"))
      #expect(session.text(of: "evaluate threshold=\(threshold)").contains(figure))
      #expect(session.text(of: "show metrics train threshold=\(threshold)").contains(figure))
      #expect(
        session.text(of: "show confusion train threshold=\(threshold)").contains("\(right) right"))
      #expect(
        session.flowingText(of: "plot confusion train threshold=\(threshold)").contains(
          "\(right) of 16 right"))
      #expect(
        session.flowingText(of: "predict csv loans.csv threshold=\(threshold)").contains(
          "\(right) of 16 as paid says"))
      #expect(
        session.flowingText(of: "plot wrong train threshold=\(threshold)").contains(
          "\(16 - right) of 16 wrong"))
    }
  }

  @Test("leaves what is measured on probabilities, and over all thresholds, as it is")
  func measures() {
    var session = Self.session(positive: "yes", last: "1 sigmoid")
    func lines(_ source: String) -> [String] {
      session.text(of: source).split(separator: "\n").map(String.init).filter { line in
        ["loss", "AUC", "log loss", "calibration error"].contains { line.hasPrefix($0) }
      }
    }
    #expect(lines("show metrics train").count == 4)
    #expect(lines("show metrics train") == lines("show metrics train threshold=10%"))
  }

  @Test("of half is what the network decides anyway")
  func half() {
    var session = Self.session(positive: "yes", last: "1 sigmoid")
    _ = session.text(of: "predict train")
    let usual = session.state.predictions?.predicted
    _ = session.text(of: "predict train threshold=50%")
    #expect(usual != nil && usual == session.state.predictions?.predicted)
  }

  @Test("moves the boundary of a picture")
  func boundary() {
    var session = NotebookSession(running: trainedCircles)
    let usual = session.text(of: "plot boundary")
    let low = session.text(of: "plot boundary threshold=0%")
    #expect(low != usual)
    #expect(low.contains("decided for 1 from 0%"))
    #expect(low.contains("17 of 36 training points on the wrong side (47.2%)"))
  }

  @Test("goes with an ensemble, and beside the least confidence of an answer")
  func together() {
    var session = Self.session(positive: "yes", last: "1 sigmoid")
    for line in ["copy other", "use network"] { _ = session.text(of: line) }
    let one = session.text(of: "predict train threshold=30% confidence=60%")
    let both = session.text(
      of: "predict train threshold=30% confidence=60% ensemble=network,other")
    #expect(one == both)
    #expect(one.contains("left to a person"))
    #expect(
      session.flowingText(of: "evaluate ensemble=network,other threshold=30%").contains("^"))
  }
}

extension PredictionsInHand {
  fileprivate var predicted: [Int32]? {
    if case .classes(let answers, _) = answers { answers.predicted } else { nil }
  }
}
