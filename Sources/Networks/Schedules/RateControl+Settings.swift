extension RateControl {
  /// `plateau(factor=0.1, patience=10)`, or a schedule.
  public var settingValue: SettingValue {
    switch self {
    case .plateau(let rule): .call(Plateau.name, [], rule.written)
    case .schedule(let schedule): schedule.settingValue
    }
  }
}

extension Schedule {
  /// What every schedule takes besides the settings of its curve.
  public static let settings: [Setting<Schedule>] = [
    Setting("rate", .optionalNumber(\.initialRate, .positive)),
    Setting("per", .written { $0.unit == .epoch ? nil : .word($0.unit.rawValue) }),
  ]

  /// `exponential(decay=0.5, every=10, rate=0.1)`: with its rate, if it has one, and its unit, if
  /// that is the step.
  public var settingValue: SettingValue {
    let more = Self.settings.compactMap { setting in
      setting.value(in: self).map { WrittenSetting(setting.name, $0) }
    }
    return curve.settingValue(with: more)
  }
}
