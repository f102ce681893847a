package import JSON

/// What a trial had come to behind one of its epochs, as one machine tells another.
package struct TrialStage: Equatable, Sendable {
  /// How many epochs it had behind it.
  package let epoch: Int
  /// For each of its trainings what it came to on the examples that judge.
  package let judged: [Double]
  /// The same on those that it learned from.
  package var learned: [Double]
  /// Why it could not be judged by all its figures; nil where it could.
  package var reason: String?

  /// What it came to.
  package init(epoch: Int, judged: [Double], learned: [Double], reason: String? = nil) {
    (self.epoch, self.judged, self.learned, self.reason) = (epoch, judged, learned, reason)
  }

  /// Reads what ``json`` gave; nil for anything else.
  init?(_ value: JSONValue) {
    guard case .integer(let epoch)? = value["epoch"], case .array(let judged)? = value["judged"],
      case .array(let learned)? = value["learned"]
    else { return nil }
    (self.epoch, self.judged) = (epoch, judged.compactMap(Self.number))
    self.learned = learned.compactMap(Self.number)
    if case .string(let text)? = value["reason"] { reason = text }
    guard self.judged.count == judged.count, self.learned.count == learned.count else {
      return nil
    }
  }

  /// As JSON, each number with its bits.
  package var json: JSONValue {
    .object(
      [
        .init("epoch", .integer(epoch)), .init("judged", .array(judged.map(Self.value))),
        .init("learned", .array(learned.map(Self.value))),
      ] + (reason.map { [.init("reason", .string($0))] } ?? []))
  }

  private static func value(_ number: Double) -> JSONValue {
    if number == .infinity { return "inf" }
    return number == -.infinity ? "-inf" : .number(number)
  }

  private static func number(_ value: JSONValue) -> Double? {
    switch value {
    case .null: .nan
    case .integer(let number): Double(number)
    case .number(let number): number
    case .string("inf"): .infinity
    case .string("-inf"): -.infinity
    default: nil
    }
  }
}
