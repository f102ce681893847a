import JSON
import Networks

/// The settings of a layer or of one of its parts as Keras writes them. What is not asked for, and
/// says something, is refused at the end: nothing is passed over in silence.
struct KerasSettings {
  /// The name of the layer.
  let name: String
  /// Its class.
  let kind: String
  private let members: [JSONValue.Member]
  private var asked: Set<String> = []

  init(name: String, kind: String, _ value: JSONValue?) {
    (self.name, self.kind) = (name, kind)
    if case .object(let members) = value { self.members = members } else { members = [] }
  }

  /// An error about this layer.
  func refusal(_ fault: ExchangeError.LayerFault) -> ExchangeError {
    .layer(name: name, kind: kind, fault)
  }

  /// An error about a setting with its value.
  func refusal(of setting: String, _ value: JSONValue?) -> ExchangeError {
    refusal(.setting(setting, value: (value ?? .null).text))
  }

  /// The value of a setting; nil where there is none, or null.
  mutating func value(_ names: String...) -> JSONValue? {
    asked.formUnion(names)
    for name in names {
      if let value = members.first(where: { $0.name == name })?.value, value != .null {
        return value
      }
    }
    return nil
  }

  /// Passes over settings that change nothing here.
  mutating func ignore(_ names: String...) { asked.formUnion(names) }

  /// Refuses a setting that is not as usual.
  mutating func expect(_ name: String, _ usual: JSONValue...) throws(ExchangeError) {
    guard let value = value(name) else { return }
    guard usual.contains(where: { $0.isSame(as: value) }) else { throw refusal(of: name, value) }
  }

  mutating func count(_ name: String, usual: Int? = nil) throws(ExchangeError) -> Int {
    guard let value = value(name) else {
      if let usual { return usual }
      throw refusal(.missing(name))
    }
    guard let count = value.whole else { throw refusal(of: name, value) }
    return count
  }

  mutating func number(_ names: [String], usual: Double? = nil) throws(ExchangeError) -> Double {
    for name in names {
      guard let value = value(name) else { continue }
      guard let number = value.double, number.isFinite else { throw refusal(of: name, value) }
      return number
    }
    if let usual { return usual }
    throw refusal(.missing(names[0]))
  }

  mutating func flag(_ name: String, usual: Bool) throws(ExchangeError) -> Bool {
    guard let value = value(name) else { return usual }
    guard case .bool(let flag) = value else { throw refusal(of: name, value) }
    return flag
  }

  mutating func text(_ name: String, usual: String) throws(ExchangeError) -> String {
    guard let value = value(name) else { return usual }
    guard case .string(let text) = value else { throw refusal(of: name, value) }
    return text
  }

  /// Two sizes, or one that stands for both.
  mutating func size(_ name: String, usual: WindowSize?) throws(ExchangeError) -> WindowSize {
    guard let value = value(name) else {
      if let usual { return usual }
      throw refusal(.missing(name))
    }
    if let side = value.whole { return WindowSize(side) }
    guard case .array(let sides) = value, sides.count == 2, let height = sides[0].whole,
      let width = sides[1].whole
    else { throw refusal(of: name, value) }
    return WindowSize(height, width)
  }

  /// The first setting that says something and was not asked for is refused.
  func finish() throws(ExchangeError) {
    for member in members where !asked.contains(member.name) {
      switch member.value {
      case .null, .bool(false): continue
      default: throw refusal(of: member.name, member.value)
      }
    }
  }
}

extension JSONValue {
  /// A whole number.
  var whole: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// Any number.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The text itself.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The values of a list.
  var list: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// Whether it says the same, whichever way a number is written.
  func isSame(as other: JSONValue) -> Bool {
    if let one = double, let two = other.double { return one == two }
    if let one = list, let two = other.list {
      return one.count == two.count && zip(one, two).allSatisfy { $0.isSame(as: $1) }
    }
    return self == other
  }
}
