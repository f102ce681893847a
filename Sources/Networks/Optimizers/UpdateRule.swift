public import TensorEngine

/// The settings of one kind of optimizer: its rate, and what it remembers for each parameter. What
/// it declares are the settings that not every optimizer has.
public protocol UpdateRule: Configured, Hashable, Codable, Sendable {
  /// The step size, per step; greater than 0.
  var learningRate: Double { get set }
  /// What is remembered for each parameter between steps, by name.
  var slotNames: [String] { get }
  /// What every slot holds before the first step.
  var slotStart: Float { get }
  /// The weight decay where none is asked for.
  var usualWeightDecay: Double { get }
  /// Checks the settings, which initializers take as they are.
  ///
  /// - Throws: `outOfRange` for a setting outside its range.
  func validate() throws(EngineError)
}

extension UpdateRule {
  /// No slots, where a rule says nothing else.
  public var slotNames: [String] { [] }
  /// 0, where a rule says nothing else.
  public var slotStart: Float { 0 }
  /// 0, which is no decay, where a rule says nothing else.
  public var usualWeightDecay: Double { 0 }
}
