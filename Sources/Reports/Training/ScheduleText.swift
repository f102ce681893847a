package import Charts
package import Networks
import Workbench

/// Schedules in words.
package enum ScheduleText {
  /// "exponential(decay=0.5, every=10, rate=0.1)", as it would be typed: with its rate, if it has
  /// one, and its unit, if that is the step.
  package static func typed(_ schedule: Schedule) -> String {
    SettingsText.text(of: schedule.settingValue)
  }

  /// What a training says of its rates: where they began and ended, and what they follow.
  package static func facts(_ control: RateControl, _ records: [EpochRecord]) -> [Fact] {
    guard let first = records.first, let last = records.last else { return [] }
    var name: String
    switch control {
    case .schedule(let schedule):
      name = "\(schedule.curve.kind.rawValue), t in \(schedule.unit.rawValue)s"
    case .plateau: name = "plateau, " + reductions(in: records)
    }
    let from = number(first.learningRate)
    let span =
      records.count == 1
      ? "rate \(from)"
      : "rate \(from) in epoch \(first.epoch), \(number(last.learningRate)) in epoch \(last.epoch)"
    if records.allSatisfy({ $0.learningRate == 0 }) {
      name += "; with rate 0 nothing is learned (t counts the network's life)"
    }
    return [
      Fact("rate", .number(last.learningRate), text: span),
      Fact("schedule", .text(name), text: name),
    ]
  }

  private static func reductions(in records: [EpochRecord]) -> String {
    let epochs = zip(records, records.dropFirst()).filter { $1.learningRate < $0.learningRate }
      .map { String($0.0.epoch) }
    switch epochs.count {
    case 0: return "never reduced"
    case 1: return "reduced after epoch \(epochs[0])"
    case 2...6: return "reduced after epochs \(epochs.joined(separator: ", "))"
    default: return "reduced \(epochs.count) times"
    }
  }

  /// A rate with four significant digits.
  package static func number(_ value: Double) -> String { NumberText.significant(value, digits: 4) }
}
