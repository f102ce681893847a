import Charts
import Networks
import Session
import Testing
import Tuning

@testable import Reports
@testable import Workbench

/// `diagnose` may say several things, and none that denies another.
@Suite("Verdicts together")
struct VerdictLawTests {
  /// How sentences begin of which at most one can be true.
  static let contradictions: [Set<String>] =
    [
      "High bias: ", "High variance: ", "Overfitting since epoch ", "Diverging: ",
      "Rate too large: ", "Rate too small: ", "Not done: ", "Worse than a constant: ",
      "Vanishing gradients: ", "Dead units: ", "Saturated units: ", "Unscaled inputs: ",
    ].map { ["Good fit: ", $0] } + [
      ["Diverging: ", "Rate too large: ", "Rate too small: ", "Not done: "],
      ["Diverging: ", "Overfitting since epoch "], ["Not done: ", "Overfitting since epoch "],
      ["High variance: ", "The validation error is "],
    ]

  private static func check(_ lines: [String], _ what: @autoclosure () -> String) {
    for verdicts in contradictions {
      let said = verdicts.filter { verdict in lines.contains { $0.hasPrefix(verdict) } }
      #expect(said.count < 2, "\(said.sorted()) of \(what())")
    }
  }

  private static let signs: [CurveSign] = [
    .diverging(first: 1, last: 2, over: 1), .jumping(rises: 5, epochs: 9, meanJump: 0.5),
    .crawling(first: 1, last: 0.99, epochs: 9), .unfinished(from: 1, to: 0.5, epochs: 9, over: 1),
    .overfitting(epoch: 9, least: 0.2, last: 0.5, over: 1),
  ]

  @Test("no figures beside a curve that gets worse are called a good fit, nor by why")
  func reports() {
    let errors = [0, 0.02, 0.05, 0.1, 0.4]
    for training in errors {
      for validation in errors {
        for sign in Self.signs where sign.isGettingWorse {
          let diagnosis = Diagnosis(
            trainingError: training, validationError: validation, targetError: 0.05,
            counts: (200, 200))
          let report = DiagnosisReport(
            diagnosis, findings: [.curve(sign, validationLoss: 0.5)])
          let lines = TextRenderer(width: 200).lines(report.document)
          Self.check(lines, "\(training), \(validation), \(sign)")
          let figures = report.explanation.figures.joined(separator: " ")
          #expect(!figures.contains("a good fit"), "\(figures)")
        }
      }
    }
  }

  /// Trainings that differ in noise, examples, size, length and how they end.
  private static let trainings: [[String]] = ["0.05", "0.2", "0.35"].flatMap { noise in
    [20, 60].flatMap { points in
      [2, 24].flatMap { units in
        ["rate=0.003", "rate=0.05", "rate=0.05 stop=early(patience=12)", "rate=1"].map { how in
          [
            "data circles points=\(2 * points) noise=\(noise)",
            "split train=50% validation=50%", "network", "add dense \(units) relu",
            "add dense \(units) relu", "add dense 1 sigmoid",
            "train epochs=80 optimizer=adam \(how)",
          ]
        }
      }
    }
  }

  @Test("no training is told two things that deny each other", arguments: [3, 20, 40])
  func measured(target: Int) {
    var seen: Set<String> = []
    for lines in Self.trainings {
      var session = NotebookSession(running: lines)
      #expect(session.cells.allSatisfy { !$0.hasFailed }, "\(lines)")
      let said = session.text(of: "diagnose target=\(target)%").split(separator: "\n").map(
        String.init)
      Self.check(said, lines.joined(separator: "; "))
      for verdict in Self.contradictions.joined()
      where said.contains(where: { $0.hasPrefix(verdict) }) {
        seen.insert(verdict)
      }
    }
    #expect(seen.contains("Good fit: ") == (target > 3) || seen.contains("High bias: "))
    #expect(seen.contains("Overfitting since epoch "), "\(seen)")
  }
}
