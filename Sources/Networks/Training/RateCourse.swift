/// The learning rates of a training run: made at the start of an epoch, read at each step.
struct RateCourse {
  private let control: RateControl?
  /// The optimizer's rate.
  private let base: Double
  /// How far the rule for plateaus has come, if there is one.
  private(set) var plateau: PlateauState?
  /// The rate of each step of the epoch, or the one of all of them.
  private var rates: [Double]

  init(_ control: RateControl?, base: Double, after earlier: PlateauState?) {
    self.control = control
    self.base = base
    rates = [base]
    guard case .plateau(let rule) = control else { return }
    let goesOn = earlier?.continues(with: rule, rate: base) ?? false
    plateau = goesOn ? earlier : PlateauState(rule, rate: base)
  }

  /// Makes the rates of an epoch.
  ///
  /// - Parameters:
  ///   - epochs: The epochs that lie behind.
  ///   - steps: The steps that lie behind.
  ///   - count: The steps of the epoch.
  mutating func beginEpoch(after epochs: Int, steps: Int, count: Int) {
    switch control {
    case .none: break
    case .plateau: rates[0] = plateau?.rate ?? base
    case .schedule(let schedule):
      switch schedule.unit {
      case .epoch: rates[0] = schedule.rate(after: Double(epochs), from: base)
      case .step:
        rates = (0..<max(1, count)).map { schedule.rate(after: Double(steps + $0), from: base) }
      }
    }
  }

  /// The rate of a step of the epoch, from 0.
  @inline(__always)
  func rate(ofStep index: Int) -> Double { rates[min(index, rates.count - 1)] }

  /// Tells the rule for plateaus what came of the epoch.
  mutating func endEpoch(_ record: EpochRecord) {
    guard let value = plateau?.rule.monitor.value(of: record) else { return }
    plateau?.take(value)
  }
}
