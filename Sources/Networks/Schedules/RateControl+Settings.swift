extension RateControl {
  /// The name of the rule that waits for a plateau.
  public static let plateauName = "plateau"

  /// `plateau(factor=0.1, patience=10)`, or a schedule.
  public var settingValue: SettingValue {
    switch self {
    case .plateau(let rule): .call(Self.plateauName, [], rule.written)
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

extension RateCurve {
  /// The curve as it is typed, with more settings behind its own.
  func settingValue(with more: [WrittenSetting] = []) -> SettingValue {
    if case .warmup(let warmup, let then) = self {
      // The first two are known by their place.
      let values = [.number(warmup.over)] + (then.map { [$0.settingValue()] } ?? [])
      let named = warmup.written.filter { $0.name != Warmup.settings[0].name }
      return .call(kind.rawValue, values, named + more)
    }
    return .call(kind.rawValue, [], written + more)
  }

  private var written: [WrittenSetting] {
    switch self {
    case .timeDecay(let curve): curve.written
    case .exponential(let curve): curve.written
    case .step(let curve): curve.written
    case .piecewise(let curve): curve.written
    case .polynomial(let curve): curve.written
    case .cosine(let curve): curve.written
    case .cosineRestarts(let curve): curve.written
    case .warmup(let warmup, _): warmup.written
    }
  }
}
