package import Charts
package import Networks
package import Tuning
package import Workbench

/// What came of a training.
package struct TrainingReport: Report {
  /// What a rule had to show after an epoch.
  package struct Moment: Sendable {
    /// The epoch, over the network's life.
    package let epoch: Int
    /// What the rule's command found out.
    package let report: any Report

    /// Keeps what was shown after an epoch.
    package init(epoch: Int, report: any Report) {
      self.epoch = epoch
      self.report = report
    }
  }

  /// How it ended.
  package let result: TrainingResult
  /// How it went about it.
  package let settings: TrainingSettings
  /// The epochs of the whole run, those before it was broken off among them.
  package let records: [EpochRecord]
  /// The epoch that it was to come to.
  package let goal: Int
  /// The rule that ended it; nil where none did.
  package let rule: TrainingRule?
  /// What else there is to say.
  package let notes: TrainingNotes
  /// What was kept of what the network's last training was told, as it would be typed.
  package var kept: [String] = []
  /// The trial of a search whose setting it is; nil for one that no search has found.
  package var trial: SearchTrial?
  /// What rules had to show on the way.
  package var moments: [Moment] = []
  /// The starts from which it was chosen; nil for a training from one.
  package var starts: StartsReport?
  /// What came of its checkpoints.
  package var checkpoints: [CheckpointReport] = []

  /// Puts together how a training went.
  package init(
    _ result: TrainingResult, _ settings: TrainingSettings, records: [EpochRecord], goal: Int,
    endedBy rule: TrainingRule?, notes: TrainingNotes
  ) {
    self.result = result
    self.settings = settings
    self.records = records
    self.goal = goal
    self.rule = rule
    self.notes = notes
  }

  package var failedChecks: Int { moments.reduce(0) { $0 + $1.report.failedChecks } }

  package var document: Document {
    var blocks: [Block] = kept.isEmpty ? [] : [.facts([keptFact])]
    if let trial {
      let text = "trial \(trial.number): \(trial.label)"
      blocks.append(.facts([Fact("trial", .count(trial.number), text: text)]))
    }
    blocks += moments.flatMap(Self.blocks)
    blocks += TrainingText.document(of: result, settings, records, goal: goal, rule).blocks
    if let control = settings.rateControl, !records.isEmpty {
      blocks.append(.facts(ScheduleText.facts(control, records)))
    }
    blocks += notes.blocks
    blocks += starts?.document.blocks ?? []
    return Document(blocks + checkpoints.flatMap(\.document.blocks))
  }

  /// "kept from the last training: optimizer=adam rate=0.02"
  private var keptFact: Fact {
    Fact(
      "kept", .list(kept.map { .text($0) }),
      text: "kept from the last training: \(kept.joined(separator: " "))")
  }

  private static func blocks(of moment: Moment) -> [Block] {
    let shown = moment.report.document.blocks
    guard !shown.isEmpty else { return [] }
    let head = Fact("epoch", .count(moment.epoch), text: "after epoch \(moment.epoch):")
    return [.facts([head])] + shown
  }
}
