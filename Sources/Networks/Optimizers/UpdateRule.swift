public import TensorEngine

/// The settings of one kind of optimizer: its rate, and what it remembers for each parameter. What
/// it declares are the settings that not every optimizer has. How it steps is an ``UpdateStep``
/// beside it.
public protocol UpdateRule: Configured, Hashable, Codable {
  /// The step size, per step; greater than 0.
  var learningRate: Double { get set }
  /// What is remembered for each parameter between steps, by name.
  var slotNames: [String] { get }
  /// What every slot holds before the first step.
  var slotStart: Float { get }
  /// The weight decay where none is asked for.
  var usualWeightDecay: Double { get }
  /// What a step does to a weight w with the gradient g, with the numbers of the settings.
  var formula: [FormulaLine] { get }
  /// Other names under which it is typed, each with the settings that it stands for. Where there
  /// are any, naming the optimizer sets all its settings but the rate.
  static var otherNames: [(name: String, rule: Self)] { get }
  /// A setting that is set in vain, because another one is missing; nil where all fit together.
  var lack: SettingLack? { get }
}

/// A setting that does nothing without another one.
public struct SettingLack: Hashable, Sendable {
  /// The name of the setting that is set in vain.
  public let setting: String
  /// What it needs, with its usual value.
  public let missing: WrittenSetting

  /// A setting, and what it needs.
  public init(_ setting: String, needs missing: WrittenSetting) {
    self.setting = setting
    self.missing = missing
  }
}

extension UpdateRule {
  /// No slots, where a rule says nothing else.
  public var slotNames: [String] { [] }
  /// 0, where a rule says nothing else.
  public var slotStart: Float { 0 }
  /// 0, which is no decay, where a rule says nothing else.
  public var usualWeightDecay: Double { 0 }
  /// None, where a rule says nothing else.
  public static var otherNames: [(name: String, rule: Self)] { [] }
  /// Nil, where a rule says nothing else.
  public var lack: SettingLack? { nil }

  /// Checks the rate, and the settings by their declarations.
  ///
  /// - Throws: `outOfRange` for the first one outside its bounds.
  public func validate() throws(EngineError) {
    try Bounds.positive.check(learningRate, "rate")
    try validateSettings()
  }
}
