/// How far a network has been trained, over its whole life.
public struct TrainingState: Equatable, Codable, Sendable {
  /// The epochs that were completed. The next one is number `epochs + 1`.
  public internal(set) var epochs = 0
  /// The optimizer steps that were taken.
  public internal(set) var steps = 0
  /// What the optimizer remembers; nil before the first training.
  public internal(set) var optimizer: OptimizerState?
  /// How far a rule that waits for a plateau has come; nil after a training without one.
  public internal(set) var plateau: PlateauState?
  /// The loss of the last training; nil before the first one.
  public internal(set) var loss: Loss?
  /// The settings of that loss, class weights resolved to numbers; plain before the first training.
  public internal(set) var lossSettings = LossSettings()
  /// The penalty of the last training, on top of those of the layers.
  public internal(set) var penalty = Penalty()

  /// The state of a network that was never trained.
  public init() {}

  /// Begins anew, with the loss of before.
  mutating func forgetSteps() {
    epochs = 0
    steps = 0
    optimizer = nil
    plateau = nil
  }
}
