import JSON
import Tuning

// The lines of the file, in the words and the order of Optuna 5.0.
extension StudyJournal {
  /// Who writes, as Optuna wants to know: one name for all, so that equal studies are equal bytes.
  private static let worker = "overfit"

  /// What a new file begins with: all but trials and lines.
  package var header: String {
    var text = Self.line(
      0,
      [.init("study_name", .string(name)), .init("directions", [.integer(isLessBetter ? 1 : 2)])])
    if let metric {
      text += Self.line(
        3, [.init("study_id", 0), .init("system_attr", ["study:metric_names": [.string(metric)]])])
    }
    if let facts { text += Self.studyAttribute(Self.ownKey, facts.json) }
    return text
  }

  /// What the file says when a line of the notebook begins.
  package static func text(ofLine number: Int, _ text: String) -> String {
    studyAttribute("\(lineKey)\(number)", .string(text))
  }

  /// What the file says of a trial.
  ///
  /// - Parameters:
  ///   - id: Its number in the file, from 0.
  ///   - started: When it began, and `ended`, when it was done, as Optuna writes times.
  package static func text(
    of trial: Trial, id: Int, started: String, ended: String
  ) -> String {
    var text = line(4, [.init("study_id", 0), .init("datetime_start", .string(started))])
    let number = JSONValue.Member("trial_id", .integer(id))
    for parameter in trial.parameters {
      text += line(
        5,
        [
          number, .init("param_name", .string(parameter.name)),
          .init("param_value_internal", parameter.internalValue),
          .init("distribution", .string(parameter.range.json.text)),
        ])
    }
    if let own = trial.own {
      text += line(8, [number, .init("user_attr", .object([.init(ownKey, own.json)]))])
    }
    for (step, value) in trial.steps where value.isFinite {
      text += line(
        7, [number, .init("step", .integer(step)), .init("intermediate_value", .number(value))])
    }
    let values: JSONValue = trial.value.map { [.number($0)] } ?? .null
    return text
      + line(
        6,
        [
          number, .init("state", .integer(trial.state.rawValue)), .init("values", values),
          .init("datetime_complete", .string(ended)),
        ])
  }

  private static func studyAttribute(_ name: String, _ value: JSONValue) -> String {
    line(2, [.init("study_id", 0), .init("user_attr", .object([.init(name, value)]))])
  }

  private static func line(_ code: Int, _ members: [JSONValue.Member]) -> String {
    let head: [JSONValue.Member] = [
      .init("op_code", .integer(code)), .init("worker_id", .string(worker)),
    ]
    return JSONValue.object(head + members).text + "\n"
  }
}

extension StudyJournal.Parameter {
  /// The number that stands for the value: of a choice its place.
  fileprivate var internalValue: JSONValue {
    if case .choices(let values) = range {
      return .integer(values.firstIndex(of: value) ?? 0)
    }
    return value.json
  }
}

extension StudyJournal.Value {
  fileprivate var json: JSONValue {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .flag(let flag): .bool(flag)
    case .none: .null
    }
  }
}

extension StudyJournal.Range {
  fileprivate var json: JSONValue {
    switch self {
    case .numbers(let low, let high, let isLogarithmic):
      Self.distribution(
        "FloatDistribution",
        [
          .init("step", .null), .init("low", .number(low)), .init("high", .number(high)),
          .init("log", .bool(isLogarithmic)),
        ])
    case .wholeNumbers(let low, let high, let isLogarithmic):
      Self.distribution(
        "IntDistribution",
        [
          .init("log", .bool(isLogarithmic)), .init("step", 1), .init("low", .integer(low)),
          .init("high", .integer(high)),
        ])
    case .choices(let values):
      Self.distribution(
        "CategoricalDistribution", [.init("choices", .array(values.map(\.json)))])
    }
  }

  private static func distribution(_ name: String, _ members: [JSONValue.Member]) -> JSONValue {
    .object([.init("name", .string(name)), .init("attributes", .object(members))])
  }
}

extension StudyJournal.Own {
  /// It as a file holds it; what is not finite is null.
  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("setting", .string(setting))]
    if let reason {
      members.append(.init("reason", .string(reason)))
    } else {
      members.append(.init("judged", .array(judged.map { .number($0) })))
      members.append(.init("learned", .array(learned.map { .number($0) })))
    }
    if let epochs { members.append(.init("epochs", .integer(epochs))) }
    if !curve.isEmpty {
      members.append(
        .init("curve", .array(curve.map { [.integer($0.epoch), .number($0.value)] })))
    }
    if let stopReason { members.append(.init("stopped", stopReason.json)) }
    return .object(members)
  }

  /// Reads what a file holds; nil where that is none of ours.
  init?(_ value: JSONValue) {
    guard case .string(let setting)? = value["setting"] else { return nil }
    self.init(setting: setting)
    if case .string(let reason)? = value["reason"] {
      self.reason = reason
    } else {
      guard case .array(let judged)? = value["judged"],
        case .array(let learned)? = value["learned"],
        judged.count == learned.count, !judged.isEmpty
      else { return nil }
      (self.judged, self.learned) = (judged.map(\.anyNumber), learned.map(\.anyNumber))
    }
    if case .integer(let epochs)? = value["epochs"] { self.epochs = epochs }
    if case .array(let points)? = value["curve"] {
      for point in points {
        guard case .array(let pair) = point, pair.count == 2, case .integer(let epoch) = pair[0]
        else { return nil }
        curve.append(SearchTrial.CurvePoint(epoch: epoch, value: pair[1].anyNumber))
      }
    }
    if let stopped = value["stopped"] {
      guard let reason = StopReason(stopped) else { return nil }
      stopReason = reason
    }
  }
}

extension StudyJournal.Trial {
  /// What it came to on its way, as far as that is known, and at its end where it was stopped.
  fileprivate var steps: [(step: Int, value: Double)] {
    if let curve = own?.curve, !curve.isEmpty { return curve.map { ($0.epoch, $0.value) } }
    guard let value, let lastStep else { return [] }
    return [(lastStep, value)]
  }
}

extension StopReason {
  fileprivate var json: JSONValue {
    switch self {
    case .median(let best, let median, let trials):
      ["best": .number(best), "median": .number(median), "trials": .integer(trials)]
    case .rank(let rank, let count, let goingOn):
      ["rank": .integer(rank), "of": .integer(count), "going on": .integer(goingOn)]
    }
  }

  fileprivate init?(_ value: JSONValue) {
    if case .integer(let rank)? = value["rank"], case .integer(let count)? = value["of"],
      case .integer(let goingOn)? = value["going on"]
    {
      self = .rank(rank, of: count, goingOn: goingOn)
    } else if let best = value["best"]?.double, let median = value["median"]?.double,
      case .integer(let trials)? = value["trials"]
    {
      self = .median(best: best, median: median, trials: trials)
    } else {
      return nil
    }
  }
}

extension JSONValue {
  /// The number that it is; not a number for what is none.
  fileprivate var anyNumber: Double { double ?? .nan }

  /// The number that it is; nil for what is none.
  var double: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }
}
