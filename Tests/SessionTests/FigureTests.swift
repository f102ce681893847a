import Foundation
import Networks
import Testing
import Tuning

@testable import Reports
@testable import Session

/// Figures that stand in several places say the same, or why they do not.
@Suite("Figures in several places")
struct FigureTests {
  @Test("the penalty that train tells is found in show penalty, in the total or in a sentence")
  func penalty() throws {
    for line in ["train epochs=3 l2=0.01", "train epochs=40 l1=0.02", "train epochs=2 lambda=3"] {
      var session = NotebookSession(running: untrainedCircles)
      let told = session.flowingText(of: line)
      let rest = told[try #require(told.range(of: "penalty ")).upperBound...]
      let figure = try #require(rest.split(separator: " ").first)
      #expect(session.flowingText(of: "show penalty").contains(figure), "\(line): \(told)")
    }
  }

  @Test("the caption of compared curves has the losses of the weights that are kept")
  func keptWeights() throws {
    var session = NotebookSession(running: trainedCircles)
    let text = session.flowingText(
      of: "compare rate=0.5,3 stop=early(patience=1) epochs=60 optimizer=sgd plot=loss")
    #expect(text.contains("validation loss of the weights that are kept: "))
    guard case .reports(let reports)? = session.cells.last?.result,
      let report = reports.first as? ComparisonReport
    else {
      Issue.record("\(text)")
      return
    }
    #expect(report.trials.count == 2)
    for trial in report.trials {
      let epoch = try #require(trial.result.restoredEpoch)
      #expect(epoch < trial.result.history.records.count)
      let loss = TrainingText.number(try #require(trial.validation).dataLoss)
      #expect(text.contains("\(trial.label) \(loss) (epoch \(epoch))"), "\(text)")
    }
    let whole = session.text(of: "compare l2=0,0.1 epochs=3 stop=never plot=loss")
    #expect(whole.contains("at the end: "))
  }

  @Test(
    "a difference of percentages has no more places than these",
    arguments: [
      (0.1786, 0.1, "17.9%, wanted under 10% · off by 7.9 points"),
      (0.14, 0.1, "14%, wanted under 10% · off by 4 points"),
      (4, 0.1, "400%, wanted under 10% · off by 390 points"),
      (0.11, 0.1, "11%, wanted under 10% · off by 1 point"),
      (0.10004, 0.1, "10%, wanted under 10% · off by 0.004 points"),
      (0.125, 0.05, "12.5%, wanted under 5% · off by 7.5 points"),
    ])
  func points(_ left: Double, _ right: Double, _ text: String) {
    let report = CheckReport(
      holds: false, sides: .numbers(left: left, right: right), comparison: "<")
    #expect(report.shares == text)
  }

  @Test("a layer that is replaced says which beginnings do not count, for what was learned stays")
  func beginnings() {
    let lines = [
      "data circles points=60", "network", "add dense 4 tanh", "add batchnorm",
      "add dense 1 sigmoid",
    ]
    let sentence = "stays as it was learned: how it begins counts for initialize."
    var session = NotebookSession(running: lines)
    #expect(!session.flowingText(of: "replace 2 batchnorm gamma=zeros").contains(sentence))
    session = NotebookSession(running: lines + ["train epochs=2"])
    let before = session.text(of: "show weights hash=yes")
    #expect(
      session.flowingText(of: "replace 2 batchnorm gamma=zeros").contains("Its gamma \(sentence)"))
    #expect(
      session.flowingText(of: "replace 1 dense 4 tanh initializer=he_normal")
        .contains("Its kernel \(sentence)"))
    #expect(session.text(of: "show weights hash=yes") == before)
    for line in [
      "replace 2 batchnorm gamma=zeros momentum=0.9", "replace 1 dense 5 tanh initializer=zeros",
    ] {
      #expect(!session.flowingText(of: line).contains(sentence), "\(line)")
    }
  }
}
