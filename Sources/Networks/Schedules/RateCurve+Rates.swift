import TensorEngine

extension RateCurve {
  /// Whether the curve is made of rates instead of parts of a rate.
  public var hasOwnRates: Bool {
    if case .warmup(_, let then) = self { return then?.hasOwnRates ?? false }
    return formula.hasOwnRates
  }

  /// The value after a time of 0 or more, from a first rate.
  func rate(after time: Double, from rate: Double) -> Double {
    guard case .warmup(let warmup, let then) = self else {
      return formula.rate(after: time, from: rate)
    }
    guard let then else { return warmup.rate(after: time, from: rate) }
    return time < warmup.over
      ? warmup.rate(after: time, from: then.rate(after: 0, from: rate))
      : then.rate(after: time - warmup.over, from: rate)
  }

  func validate() throws(EngineError) {
    try formula.validate()
    if case .warmup(_, let then) = self { try then?.validate() }
  }

  /// The curve as it is typed, with more settings behind its own.
  func settingValue(with more: [WrittenSetting] = []) -> SettingValue {
    guard case .warmup(let warmup, let then) = self else {
      return .call(kind.rawValue, [], formula.written + more)
    }
    // The first two are known by their place.
    let values = [.number(warmup.over)] + (then.map { [$0.settingValue()] } ?? [])
    let named = warmup.written.filter { $0.name != Warmup.settings[0].name }
    return .call(kind.rawValue, values, named + more)
  }
}
