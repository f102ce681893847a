import Language
import Tuning
import Workbench

/// A search as it goes.
struct SearchCourse {
  /// What it does, told beforehand.
  let plan: SearchPlan
  /// The study with the trials that are done.
  var hand: StudyInHand
  /// What was tried so far.
  var tried: Tried
  /// What is done of the plan.
  var done = (fits: 0, epochs: 0)
  /// Why the first of its trials could not be trained at all; nil where all could.
  var refusal: Diagnostic?
  /// Whether it was interrupted.
  var isInterrupted = false

  /// What was tried so far.
  struct Tried {
    /// What is different about each trial of the study.
    private(set) var options: Set<[Option]>
    /// The trials of the line, with what came of those that are done.
    var observations: [TPESampler.Observation] = []

    init(_ options: [[Option]]) { self.options = Set(options.map(Self.key)) }

    func holds(_ options: [Option]) -> Bool { self.options.contains(Self.key(options)) }

    mutating func insert(_ options: [Option]) { self.options.insert(Self.key(options)) }

    /// Takes up a trial that is to come, of which nothing is known yet.
    mutating func insert(_ trial: SearchRun.Candidate) {
      insert(trial.options)
      guard let point = trial.point else { return }
      observations.append(TPESampler.Observation(point, score: nil, isPending: true))
    }

    /// The same for the same settings in any order.
    static func key(_ options: [Option]) -> [Option] {
      options.map(\.kept).sorted { $0.name.text < $1.name.text }
    }
  }
}
