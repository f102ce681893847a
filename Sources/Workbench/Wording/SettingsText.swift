import Charts
package import Networks

/// The settings of a training as they would be typed.
package enum SettingsText {
  /// "epochs=100", "batch=32", "optimizer=adam", "rate=0.02", and what else is not as usual.
  package static func options(of settings: TrainingSettings) -> [String] {
    settings.written.map { text(of: $0) }
  }

  /// "epochs=100".
  package static func text(of setting: WrittenSetting) -> String {
    "\(setting.name)=\(text(of: setting.value))"
  }

  /// A value as it would be typed: "100", "0.02", "yes", "[20, 40]",
  /// "early(patience=10),target(loss=0.1)".
  package static func text(of value: SettingValue) -> String {
    switch value {
    case .count(let count): String(count)
    case .number(let number): self.number(number)
    case .flag(let flag): flag ? "yes" : "no"
    case .word(let word): word
    case .numbers(let numbers): "[\(numbers.map(number).joined(separator: ", "))]"
    case .list(let values): values.map { text(of: $0) }.joined(separator: ",")
    case .call(let name, let values, let settings): "\(name)(\(list(values, settings)))"
    }
  }

  private static func list(_ values: [SettingValue], _ settings: [WrittenSetting]) -> String {
    (values.map { text(of: $0) } + settings.map { text(of: $0) }).joined(separator: ", ")
  }

  private static func number(_ value: Double) -> String {
    NumberText.significant(value, digits: 6)
  }
}
