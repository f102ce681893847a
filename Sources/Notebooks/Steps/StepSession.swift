/// What came of a check.
package enum CheckResult: Sendable, Equatable {
  /// It works, and its condition holds.
  case holds
  /// It works, and its condition does not hold: what was found instead, "0.14 is not < 0.1 · off by
  /// 0.04"; nil where nothing was compared.
  case fails(String?)
  /// It can't be evaluated; why, as a sentence without a capital or a full stop.
  case refused(String)
}

/// What came of a formula.
package enum StepValue: Sendable, Equatable {
  /// A number, and how `print` shows it.
  case number(Double, text: String)
  /// Another value, as `print` shows it.
  case other(String)
  /// It can't be evaluated; why, as a sentence without a capital or a full stop.
  case refused(String)

  /// How it is shown; empty for what can't be evaluated.
  var text: String {
    switch self {
    case .number(_, let text), .other(let text): text
    case .refused: ""
    }
  }
}

/// The session that a step stands in, as far as a step knows of it.
package protocol StepSession {
  /// The inputs by which the student has changed something since the step came next, the oldest first.
  var attempts: [String] { get }
  /// Whether the line that was typed last is the last of them.
  var hasJustAttempted: Bool { get }
  /// Whether the student may skip an exercise.
  var allowsSkips: Bool { get }
  /// What the student has made of the step before.
  var past: StepPast { get }

  /// What comes of a check now. It leaves no trace.
  func result(ofCheck command: String) -> CheckResult
  /// What a formula comes to now. It leaves no trace.
  func value(of formula: String) -> StepValue
  /// What a formula that the student has typed as an answer comes to now. It leaves no trace.
  func typedValue(of formula: String) -> StepValue
  /// Whether a line is a command of the language, rightly typed or not.
  func isCommand(_ line: String) -> Bool
  /// Whether an input changes the network, the data or the settings, and does not only look.
  func isAttempt(_ source: String) -> Bool
  /// An input in its canonical spelling, by which two are told to be the same.
  func spelling(of source: String) -> String
}

extension StepSession {
  /// Nothing was typed where nobody types.
  package var attempts: [String] { [] }
  /// Where nobody looks on in between, it is.
  package var hasJustAttempted: Bool { !attempts.isEmpty }
  /// What any formula comes to.
  package func typedValue(of formula: String) -> StepValue { value(of: formula) }
  /// Where nothing is known of the language, it does.
  package func isAttempt(_ source: String) -> Bool { true }
  /// Usually they may.
  package var allowsSkips: Bool { true }
  /// Nothing, where nobody comes back.
  package var past: StepPast { StepPast() }

  /// Whether a command works now and no check of it fails. It leaves no trace.
  package func holds(_ command: String) -> Bool { result(ofCheck: command) == .holds }
}

/// A replay that has come to a step.
package protocol StepReplay: StepSession {
  /// Runs an input of the step; false if it fails.
  mutating func run(_ cell: NotebookCell) -> Bool
  /// Tells of what does not do what it promises.
  /// - Parameters:
  ///   - line: The line of the file, counted from 1.
  ///   - problem: What was found, as a sentence without a capital or a full stop.
  mutating func reportFault(onLine line: Int, _ problem: String)
  /// Tells a teacher what a step comes to.
  /// - Parameters:
  ///   - line: The line of the file, counted from 1.
  ///   - fact: What was found, as a sentence without a capital or a full stop.
  mutating func tell(onLine line: Int, _ fact: String)
}

extension StepReplay {
  /// Nobody is told where no teacher asks.
  package mutating func tell(onLine line: Int, _ fact: String) {}

  /// The value of a formula that must be a number; nil, and a fault on the line, where it is none.
  mutating func number(of formula: PlacedText) -> Double? {
    switch value(of: formula.text) {
    case .number(let number, _): return number
    case .other: reportFault(onLine: formula.line, "is no number: \(formula.text)")
    case .refused(let reason):
      reportFault(onLine: formula.line, "can't be evaluated: \(formula.text): \(reason)")
    }
    return nil
  }
}
