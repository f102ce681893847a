import Charts
package import Networks

/// The settings of a training as they would be typed.
package enum SettingsText {
  /// "epochs=100", "batch=32", "optimizer=adam", "rate=0.02", and what else is not as usual.
  package static func options(of settings: TrainingSettings) -> [String] {
    settings.written.map { text(of: $0) }
  }

  /// "epochs=100 rate=0.02", as some settings are typed on a line.
  package static func line(of settings: [WrittenSetting]) -> String {
    settings.map { text(of: $0) }.joined(separator: " ")
  }

  /// "epochs=100".
  package static func text(of setting: WrittenSetting) -> String { setting.text(number: number) }

  /// A value as it would be typed: "100", "0.02", "yes", "[20, 40]",
  /// "early(patience=10),target(loss=0.1)".
  package static func text(of value: SettingValue) -> String { value.text(number: number) }

  private static func number(_ value: Double) -> String {
    NumberText.significant(value, digits: 6)
  }
}
