import Commands
import Language
import Networks
import Reports
import Tuning
package import Workbench

/// A study in hand as the file of it has it.
package enum StudyFile {
  /// What its name ends in.
  package static let ending = StudyJournal.ending

  /// The time of a clock; where there is none, the beginning of all times of computers.
  static func time(_ clock: (@Sendable () -> String)?) -> String {
    clock?() ?? "1970-01-01T00:00:00.000000+00:00"
  }

  /// The whole file of a study that was kept nowhere.
  package static func bytes(
    of hand: StudyInHand, path: String, _ clock: (@Sendable () -> String)?
  ) -> [UInt8] {
    let time = time(clock)
    var text = header(of: hand, named: hand.name ?? name(of: path))
    for trial in hand.study.trials {
      text += lines(of: hand, at: trial.number - 1)
      text += self.text(of: trial, hand, started: time, ended: time)
    }
    return Array((text + lines(of: hand, at: hand.study.trials.count)).utf8)
  }

  /// "circles" of "runs/circles.journal".
  static func name(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
  }

  static func header(of hand: StudyInHand, named name: String) -> String {
    StudyJournal(
      name: name, isLessBetter: hand.study.criterion.isLessBetter,
      metric: hand.study.criterion.rawValue, facts: hand.facts
    ).header
  }

  /// The lines of the notebook that begin where so many trials are done.
  static func lines(of hand: StudyInHand, at count: Int) -> String {
    hand.lines.enumerated().filter { $0.element.first == count }
      .map { StudyJournal.text(ofLine: $0.offset + 1, $0.element.text) }.joined()
  }

  static func text(
    of trial: SearchTrial, _ hand: StudyInHand, started: String, ended: String
  ) -> String {
    var entry = StudyJournal.Trial(.failed)
    if let scores = trial.measured {
      let mean = Spread(scores.judged).mean
      if mean.isFinite {
        (entry.state, entry.value) = (trial.stop == nil ? .complete : .pruned, mean)
      }
      entry.lastStep = trial.stop
    }
    entry.own = own(of: trial)
    entry.parameters = trial.changes.map { parameter($0, hand) }
    return StudyJournal.text(of: entry, id: trial.number - 1, started: started, ended: ended)
  }

  /// What is known of a trial beyond Optuna.
  static func own(of trial: SearchTrial) -> StudyJournal.Own {
    var own = StudyJournal.Own(setting: trial.label)
    (own.curve, own.stopReason) = (trial.curve, trial.stopReason)
    if let scores = trial.measured {
      (own.judged, own.learned, own.epochs) = (scores.judged, scores.learned, trial.stop)
    } else {
      own.reason = trial.reason ?? ""
    }
    return own
  }

  private static func parameter(
    _ change: Comparison.Change, _ hand: StudyInHand
  ) -> StudyJournal.Parameter {
    let setting = hand.settings.first { $0.name.text == change.name }
    let numbers = setting?.choices.compactMap(\.number) ?? []
    if let number = Double(change.value), number.isFinite,
      setting.map({ numbers.count == $0.choices.count }) ?? true
    {
      return StudyJournal.Parameter(
        change.name, .number(number), in: range(of: number, change, setting, numbers))
    }
    let texts = setting?.choices.map(\.formatted) ?? []
    let choices = texts.contains(change.value) ? texts : texts + [change.value]
    return StudyJournal.Parameter(
      change.name, .text(change.value), in: .choices(choices.map { .text($0) }))
  }

  /// What a number may be, its own value in any case.
  private static func range(
    of number: Double, _ change: Comparison.Change, _ setting: SearchedSetting?,
    _ numbers: [Double]
  ) -> StudyJournal.Range {
    var (low, high, isLogarithmic) = (numbers.min() ?? number, numbers.max() ?? number, false)
    switch setting?.range {
    case .numbers(let ends, let logarithmic):
      (low, high, isLogarithmic) = (ends.lowerBound, ends.upperBound, logarithmic)
    case .wholeNumbers(let ends, let logarithmic):
      (low, high) = (Double(ends.lowerBound), Double(ends.upperBound))
      isLogarithmic = logarithmic
    case .choices, nil: isLogarithmic = low > 0 && high >= 10 * low
    }
    (low, high) = (min(low, number), max(high, number))
    isLogarithmic = isLogarithmic && low > 0
    if isWhole(change), let from = Int(exactly: low), let to = Int(exactly: high) {
      return .wholeNumbers(low: from, high: to, isLogarithmic: isLogarithmic)
    }
    return .numbers(low: low, high: high, isLogarithmic: isLogarithmic)
  }

  /// Whether a setting takes whole numbers alone, whatever its values are here.
  private static func isWhole(_ change: Comparison.Change) -> Bool {
    switch VariantMaker.settings.first(where: { $0.name == change.setting })?.kind {
    case .count, .countOrAll: change.isWhole || change.name.hasSuffix(")")
    default: false
    }
  }

  /// Reads a file, or says in which line it is wrong.
  static func journal(
    _ bytes: [UInt8], _ path: String, at range: SourceRange
  ) throws(Diagnostic) -> StudyJournal {
    do throws(StudyJournal.Fault) {
      return try StudyJournal(reading: bytes)
    } catch {
      let place = error.line.map { "line \($0): " } ?? ""
      throw Diagnostic("\(path) is no study that can be read: \(place)\(error.reason)", at: range)
    }
  }
}
