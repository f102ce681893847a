/// Ends a training when a quantity has not improved for some epochs.
///
/// After each epoch the monitored value is compared with the best one so far; it is better when
/// it beats it by more than `minDelta`. After `patience` epochs in a row that are not better, at
/// least one, the training stops between epochs. With a `baseline` only an epoch that beats that
/// too begins the waiting anew; one that is the best so far never ends the training.
///
/// Source: Keras's EarlyStopping.
public struct EarlyStopping: Configured, Hashable, Codable, Sendable {
  /// What is watched; a training that does not measure it is refused.
  public var monitor: Monitor
  /// How many epochs without improvement are borne; 0 stops at the first one.
  public var patience: Int
  /// A smaller change is no improvement; 0 or more.
  public var minDelta: Double
  /// The value that has to be beaten within the patience; nil for none.
  public var baseline: Double?
  /// The epochs at the start of a run that are not watched.
  public var startAfter: Int
  /// Whether the network ends up with the parameters of its best epoch, even when the training
  /// came to its planned end.
  public var restoresBest: Bool

  /// Makes a rule; the defaults are Keras's but for restoring the best epoch, and ``validate()``
  /// checks the settings.
  public init(
    monitor: Monitor = .validationLoss, patience: Int = 0, minDelta: Double = 0,
    baseline: Double? = nil, startAfter: Int = 0, restoresBest: Bool = true
  ) {
    self.monitor = monitor
    self.patience = patience
    self.minDelta = minDelta
    self.baseline = baseline
    self.startAfter = startAfter
    self.restoresBest = restoresBest
  }

  /// What `early` means without options.
  public static let usual = EarlyStopping(patience: 10)
  /// Its settings, each declared once, in the order in which they are typed.
  public static let settings: [Setting<EarlyStopping>] = [
    Setting(
      "patience", .count(\.patience, 0...1_000_000), engineRange: 0...Int.max, isAlwaysShown: true),
    Setting("delta", .number(\.minDelta, .notNegative)),
    Setting("start", .count(\.startAfter, 0...1_000_000), engineRange: 0...Int.max),
    Setting("monitor", .monitor(\.monitor)),
    Setting("restore", .flag(\.restoresBest)),
    Setting("baseline", .optionalNumber(\.baseline, .any)),
  ]

  /// `early(patience=10)`.
  var settingValue: SettingValue { .call("early", [], written) }
}
