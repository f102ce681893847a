/// What a command is going to do, told before it begins.
public struct WorkPlan: Equatable, Sendable {
  /// All of its work.
  public var work: Work
  /// How many networks it trains; 0 for a command that trains none.
  public var fits: Int
  /// How many epochs these train together, at the most.
  public var epochs: Int
  /// How many of its trainings go on at a time, 1 or more: the seconds on this machine are as many
  /// times fewer.
  public var lanes: Int

  /// Makes it of its parts.
  public init(_ work: Work, fits: Int = 0, epochs: Int = 0, lanes: Int = 1) {
    self.work = work
    self.fits = fits
    self.epochs = epochs
    self.lanes = lanes
  }

  /// How many seconds it takes at the nominal rate.
  public var nominalSeconds: Double { work.nominalSeconds / Double(max(1, lanes)) }

  /// Both, one behind the other; counts beyond `Int.max` stay there.
  public static func + (first: WorkPlan, second: WorkPlan) -> WorkPlan {
    func sum(_ one: Int, _ other: Int) -> Int {
      let (sum, isTooMuch) = one.addingReportingOverflow(other)
      return isTooMuch ? .max : sum
    }
    return WorkPlan(
      first.work + second.work, fits: sum(first.fits, second.fits),
      epochs: sum(first.epochs, second.epochs), lanes: max(first.lanes, second.lanes))
  }
}

/// Why work was not begun.
public struct WorkExcess: Error, Equatable, Sendable {
  /// What was to be done.
  public let plan: WorkPlan
  /// Whether the person at the terminal was asked and said no.
  public let isDeclined: Bool

  /// Makes it of its parts.
  public init(_ plan: WorkPlan, isDeclined: Bool = false) {
    self.plan = plan
    self.isDeclined = isDeclined
  }
}
