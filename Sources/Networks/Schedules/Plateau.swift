/// Makes the rate smaller when a quantity has not improved for some epochs.
///
/// After each epoch the monitored value is compared with the best one so far; it is better when
/// it beats it by more than `minDelta`. After `patience` epochs in a row that are not better, the
/// rate is multiplied by `factor`, but not below `least`, and the waiting begins again after
/// `cooldown` epochs. In a training that goes on with the same rule, the waiting goes on too.
///
/// Source: Keras's ReduceLROnPlateau.
public struct Plateau: Configured, Hashable, Codable, Sendable {
  /// What the rate is multiplied by; greater than 0 and less than 1.
  public var factor: Double
  /// How many epochs without improvement are borne; 0 counts as 1.
  public var patience: Int
  /// A smaller change is no improvement; 0 or more.
  public var minDelta: Double
  /// The epochs after a reduction in which nothing is counted.
  public var cooldown: Int
  /// The smallest rate; 0 or more.
  public var least: Double
  /// What is watched.
  public var monitor: Monitor

  /// Makes a rule; the defaults are Keras's, and ``validate()`` checks the settings.
  public init(
    factor: Double = 0.1, patience: Int = 10, minDelta: Double = 1e-4, cooldown: Int = 0,
    least: Double = 0, monitor: Monitor = .validationLoss
  ) {
    self.factor = factor
    self.patience = patience
    self.minDelta = minDelta
    self.cooldown = cooldown
    self.least = least
    self.monitor = monitor
  }

  /// The settings that stand where nothing else is said.
  public static let usual = Plateau()
  /// The name under which it is typed.
  public static let name = "plateau"
  /// What it does with the rate, and what it watches unless told otherwise.
  public static let meaning =
    "times factor when monitor=validation_loss has not improved for patience epochs"
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<Plateau>] = [
    Setting("factor", .number(\.factor, .withinOne), isAlwaysShown: true),
    Setting(
      "patience", .count(\.patience, 0...1_000_000), engineRange: 0...1_000_000_000,
      isAlwaysShown: true),
    Setting("delta", .number(\.minDelta, .notNegative), example: "1e-4"),
    Setting("cooldown", .count(\.cooldown, 0...1_000_000), engineRange: 0...1_000_000_000),
    Setting("least", .number(\.least, .notNegative)),
    Setting("monitor", .monitor(\.monitor)),
  ]
}
