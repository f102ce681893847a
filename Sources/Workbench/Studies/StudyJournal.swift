package import Tuning

/// A study as a file holds it: an Optuna journal, one JSON object a line, so that Optuna
/// reads it as it is.
package struct StudyJournal: Equatable, Sendable {
  /// What the name of such a file ends in.
  package static let ending = ".journal"
  /// The user attribute under which a study and its trials keep what is Overfit's own.
  static let ownKey = "overfit"
  /// What the user attribute of a line of the study begins with; its number follows.
  static let lineKey = "overfit line "

  /// A line that was typed, with how many trials stood in the study before it.
  package struct Line: Equatable, Sendable {
    /// The line: "search random rate=0.01..1 log trials=20".
    package let text: String
    /// How many trials the lines before it made.
    package let first: Int

    /// A line of a study.
    package init(_ text: String, first: Int) {
      self.text = text
      self.first = first
    }
  }

  /// The name of the study.
  package var name: String
  /// Whether less is better.
  package var isLessBetter: Bool
  /// What trials are judged by, where the file says so.
  package var metric: String?
  /// What the study stands on; nil for one that another program began.
  package var facts: StudyFacts?
  /// The lines that made it.
  package var lines: [Line] = []
  /// The trials in the order of their numbers.
  package var trials: [Trial] = []
  /// How many bytes of the file hold whole trials: what stands behind them was broken off.
  package var length = 0

  /// Makes it of its parts, without trials.
  package init(name: String, isLessBetter: Bool, metric: String?, facts: StudyFacts?) {
    self.name = name
    self.isLessBetter = isLessBetter
    self.metric = metric
    self.facts = facts
  }

  /// Whether all of it was written by Overfit, so that a search can go on with it.
  package var isOwn: Bool {
    facts != nil && !lines.isEmpty && trials.allSatisfy { $0.own != nil }
  }
}

extension StudyJournal {
  /// A trial of the study.
  package struct Trial: Equatable, Sendable {
    /// What became of it.
    package enum State: Int, Equatable, Sendable {
      /// In the numbers of Optuna.
      case running, complete, pruned, failed, waiting

      /// Whether nothing more can come of it.
      package var isFinished: Bool { self == .complete || self == .pruned || self == .failed }
    }

    /// What became of it.
    package var state: State
    /// What it came to; nil where that is not known.
    package var value: Double?
    /// The last step at which it was judged; nil where it was not.
    package var lastStep: Int?
    /// Its settings.
    package var parameters: [Parameter] = []
    /// What Overfit knows of it; nil for one of another program.
    package var own: Own?

    /// A trial that begins.
    package init(_ state: State = .running) { self.state = state }
  }

  /// One setting of a trial.
  package struct Parameter: Equatable, Sendable {
    /// Its name.
    package let name: String
    /// What it is.
    package let value: Value
    /// What it may be.
    package let range: Range

    /// Makes it of its parts.
    package init(_ name: String, _ value: Value, in range: Range) {
      self.name = name
      self.value = value
      self.range = range
    }
  }

  /// The value of a setting.
  package enum Value: Equatable, Sendable {
    /// A number.
    case number(Double)
    /// One of some words.
    case text(String)
    /// Yes or no.
    case flag(Bool)
    /// None, as Python has it.
    case none
  }

  /// What a setting may be.
  package enum Range: Equatable, Sendable {
    /// Numbers from one to another.
    case numbers(low: Double, high: Double, isLogarithmic: Bool)
    /// Whole numbers from one to another.
    case wholeNumbers(low: Int, high: Int, isLogarithmic: Bool)
    /// One of some values.
    case choices([Value])
  }

  /// What Overfit knows of a trial beyond Optuna.
  package struct Own: Equatable, Sendable {
    /// The setting as it is typed: "rate=0.1 units=8".
    package var setting: String
    /// What each of its trainings came to on what judges it, and on what it learned from.
    package var judged: [Double] = []
    /// See ``judged``.
    package var learned: [Double] = []
    /// After how many epochs it was stopped; nil where it was not.
    package var epochs: Int?
    /// Why it was stopped; nil where it was not.
    package var stopReason: StopReason?
    /// What it came to on its way; none where nobody looked before its end.
    package var curve: [SearchTrial.CurvePoint] = []
    /// Why it failed; nil where it did not.
    package var reason: String?

    /// What is known of a trial that is not done.
    package init(setting: String) { self.setting = setting }
  }
}
