import Networks
import Workbench

/// How a schedule is typed, and what it does, as its settings are declared.
package struct ScheduleForm: Sendable {
  /// The word before the parentheses.
  package let name: String
  /// The rate as a formula of the time t, or in words.
  package let meaning: String
  /// Which curve it is; nil for the rule that waits for a plateau.
  let kind: RateCurve.Kind?
  /// The options besides `rate` and `per`.
  private(set) var options: [String]
  /// Those of them that can't be left out.
  let required: [String]
  /// What stands between the parentheses of the usage; without a name where the place says it.
  private var arguments: [(name: String?, value: String)]

  /// How it is typed, with the usual values, or with examples of those that have to be given.
  package var usage: String {
    let texts = arguments.map { argument in
      argument.name.map { "\($0)=\(argument.value)" } ?? argument.value
    }
    return "\(name)(\(texts.joined(separator: ", ")))"
  }

  /// How many values are known by their place.
  var placed: Int { arguments.prefix { $0.name == nil }.count }

  /// The form of a schedule with these settings.
  init<Root: Configured>(
    _ name: String, _ meaning: String, _ settings: [Setting<Root>], kind: RateCurve.Kind? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.kind = kind
    options = settings.map(\.name)
    required = settings.filter(\.isRequired).map(\.name)
    arguments = settings.compactMap { setting in
      Self.value(of: setting).map { (setting.name, $0) }
    }
  }

  private static func value<Root: Configured>(of setting: Setting<Root>) -> String? {
    if let example = setting.example { return example }
    // What is watched is said by the meaning.
    if case .monitor = setting.place { return nil }
    return setting.value(in: Root.usual).map { SettingsText.text(of: $0) }
  }

  /// The form with another option behind the first, both known by their place.
  func followed(by option: String, _ value: String) -> ScheduleForm {
    var form = self
    form.options.insert(option, at: 1)
    form.arguments[0].name = nil
    form.arguments.insert((nil, value), at: 1)
    return form
  }
}
