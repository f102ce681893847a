import FoundationEssentials
import Session
import Testing

@testable import Workbench

/// Each verdict of `diagnose` on a training that makes it so, and on one close by that does not.
@Suite("Verdicts of diagnose")
struct VerdictTests {
  struct Story: Sendable, CustomTestStringConvertible {
    /// How the sentence begins.
    let verdict: String
    let guilty: [String]
    let innocent: [String]
    /// The error to hope for; nil for targets that are numbers.
    var target: String? = "20%"
    var testDescription: String { verdict }
  }

  private static func circles(noise: String, points: Int = 100, training: Int = 30) -> [String] {
    [
      "data circles points=\(points) noise=\(noise)",
      "split train=\(training)% validation=\(100 - training)%", "network",
    ]
  }
  private static let small = circles(noise: "0.1") + ["add dense 4 tanh", "add dense 1 sigmoid"]
  private static let sixty =
    circles(noise: "0.1", points: 60, training: 60) + ["add dense 4 tanh", "add dense 1 sigmoid"]
  private static let large =
    circles(noise: "0.3") + ["add dense 32 relu", "add dense 32 relu", "add dense 1 sigmoid"]
  private static let few =
    circles(noise: "0.3", points: 2000, training: 50) + [
      "take 60", "add dense 64 relu", "add dense 64 relu", "add dense 1 sigmoid",
    ]
  private static let good =
    circles(noise: "0.05", points: 200, training: 50) + [
      "add dense 8 tanh", "add dense 1 sigmoid",
      "train epochs=60 batch=16 optimizer=adam rate=0.05",
    ]
  private static let waves = [
    "data waves points=40", "network", "add dense 4 relu", "add dense 1",
    "train epochs=10 rate=0.01",
  ]
  private static let wide = [
    "data gaussians points=60 distance=60 noise=40", "split train=50% validation=50%",
  ]

  private static let rare = [
    "data csv rare.csv target=ill", "split train=60% validation=40% stratified=yes",
    "network", "add dense 1 sigmoid",
  ]
  private static func deep(_ activation: String) -> [String] {
    circles(noise: "0.1") + [String](repeating: "add dense 8 \(activation)", count: 7)
      + ["add dense 1 sigmoid", "train epochs=3"]
  }

  static let stories: [Story] = [
    Story(
      verdict: "High bias: ", guilty: small + ["train epochs=20 optimizer=adam rate=0.01"],
      innocent: good),
    Story(
      verdict: "High variance: ", guilty: large + ["train epochs=100 optimizer=adam rate=0.01"],
      innocent: large + ["train epochs=10 optimizer=adam rate=0.003"]),
    Story(
      verdict: "Good fit: ", guilty: good,
      innocent: small + ["train epochs=20 optimizer=adam rate=0.01"]),
    Story(
      verdict: "Rate too small: ", guilty: small + ["train epochs=20 rate=0.00001"],
      innocent: small + ["train epochs=20 optimizer=adam rate=0.01"]),
    Story(
      verdict: "Rate too large: ", guilty: sixty + ["train epochs=40 optimizer=adam rate=3"],
      innocent: sixty + ["train epochs=40 optimizer=adam rate=0.03"]),
    Story(
      verdict: "Diverging: ",
      guilty: wide + [
        "network", "add dense 8 relu", "add dense 1 sigmoid", "train epochs=10 rate=1",
      ],
      innocent: wide + [
        "scale standard", "network", "add dense 8 relu", "add dense 1 sigmoid",
        "train epochs=10 rate=1",
      ]),
    Story(
      verdict: "Overfitting since epoch ",
      guilty: large + ["train epochs=100 optimizer=adam rate=0.01"],
      innocent: large + ["train epochs=100 optimizer=adam rate=0.01 stop=early(patience=5)"]),
    Story(
      verdict: "Dead units: ", guilty: waves + ["train epochs=10 rate=0.9 steps=12"],
      innocent: waves, target: nil),
    Story(
      verdict: "Saturated units: ",
      guilty: wide + ["network", "add dense 8 tanh", "add dense 1 sigmoid", "train epochs=5"],
      innocent: wide + [
        "scale standard", "network", "add dense 8 tanh", "add dense 1 sigmoid", "train epochs=5",
      ]),
    Story(
      verdict: "Class imbalance: ",
      guilty: [
        "data csv rare.csv target=ill", "split train=60% validation=40% stratified=yes",
        "network", "add dense 1 sigmoid", "train epochs=20",
      ],
      innocent: small + ["train epochs=20"]),
    Story(
      verdict: "Unscaled inputs: ",
      guilty: wide + ["network", "add dense 8 tanh", "add dense 1 sigmoid", "train epochs=5"],
      innocent: wide + [
        "scale standard", "network", "add dense 8 tanh", "add dense 1 sigmoid", "train epochs=5",
      ]),
    Story(
      verdict: "Worse than a constant: ",
      guilty: rare + ["train epochs=60 optimizer=adam rate=0.05 class_weight=1,50"],
      innocent: rare + ["train epochs=60 optimizer=adam rate=0.05"]),
    Story(
      verdict: "Vanishing gradients: ", guilty: deep("sigmoid"), innocent: deep("relu")),
    Story(
      verdict: "Double softmax: ",
      guilty: circles(noise: "0.1") + [
        "add dense 2 softmax", "add activation softmax", "train epochs=5",
      ],
      innocent: circles(noise: "0.1") + ["add dense 2 softmax", "train epochs=5"]),
  ]

  private func verdicts(after lines: [String], target: String?) -> String {
    var settings = SessionSettings.testing()
    settings.datasetFolders = [TestFolders.files.path]
    var session = NotebookSession(running: lines, settings: settings)
    #expect(session.cells.allSatisfy { !$0.hasFailed }, "\(lines)")
    return session.text(of: target.map { "diagnose target=\($0)" } ?? "diagnose")
  }

  @Test("are spoken where they are deserved, with a number and a command", arguments: stories)
  func guilty(_ story: Story) throws {
    let lines = verdicts(after: story.guilty, target: story.target).split(separator: "\n")
    let place = try #require(lines.firstIndex { $0.hasPrefix(story.verdict) })
    #expect(lines[place].dropFirst(story.verdict.count).contains { $0.isNumber })
    guard story.verdict != "Good fit: " else { return }
    let rest = lines[place...]
    #expect(rest.contains { $0.hasPrefix("Try: ") && $0.contains("(explain ") })
    // The command stands behind the rule of thumb, and is one that works.
    let command = try #require(rest.first { $0.hasPrefix("     ") })
    var settings = SessionSettings.testing()
    settings.datasetFolders = [TestFolders.files.path]
    var session = NotebookSession(running: story.guilty, settings: settings)
    _ = session.submit(String(command.dropFirst(5)))
    #expect(session.cells.last?.hasFailed == false, "\(command)")
  }

  @Test("are not spoken of a training that does not deserve them", arguments: stories)
  func innocent(_ story: Story) {
    let text = verdicts(after: story.innocent, target: story.target)
    #expect(!text.contains(story.verdict), "\(text)")
  }

  @Test("of a regression judge the share of variance that is left, and call no noise overfitting")
  func regression() {
    let lines = [
      "data line points=60", "split train=60% validation=40%", "network", "add dense 1",
      "train epochs=200 rate=0.05",
    ]
    let text = verdicts(after: lines, target: nil)
    #expect(text.contains("bias ") && text.contains(" · variance "), "\(text)")
    #expect(text.contains("share of the target's variance"))
    #expect(!text.contains("Overfitting"))
  }

  @Test("do not advise what the network has")
  func advice() {
    let trained = "train epochs=100 optimizer=adam rate=0.01"
    let plain = verdicts(after: Self.large + [trained], target: "20%")
    #expect(plain.contains("compare plain with(l2=0.01) with(dropout=0.3)"))
    let decayed = verdicts(after: Self.large + [trained + " l2=0.00001"], target: "20%")
    #expect(!decayed.contains("with(l2=0.01)"))
    #expect(decayed.contains("compare l2=0.00001,0.00003,0.0001"), "\(decayed)")
  }

  @Test("of bias and variance can both hold")
  func both() {
    let text = verdicts(
      after: Self.few + ["train epochs=30 batch=16 optimizer=adam rate=0.01"], target: "2%")
    #expect(text.contains("High bias: ") && text.contains("High variance: "))
    #expect(text.contains("bias 11.3 · variance 12.2 points · high above 1.0"))
  }
}
