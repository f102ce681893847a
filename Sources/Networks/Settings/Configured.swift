public import TensorEngine

/// A value that is made of declared settings.
public protocol Configured: Sendable {
  /// The value with every setting as usual.
  static var usual: Self { get }
  /// All settings, in the order in which they are shown.
  static var settings: [Setting<Self>] { get }
  /// Checks the settings, which initializers take as they are.
  ///
  /// - Throws: `outOfRange` for the first setting outside its range.
  func validate() throws(EngineError)
}

extension Configured {
  /// Checks every setting by its declaration, in the order in which they are declared.
  ///
  /// - Throws: `outOfRange` for the first one outside its bounds.
  public func validate() throws(EngineError) { try validateSettings() }

  /// What is declared, for a type that has more to check.
  func validateSettings() throws(EngineError) {
    for setting in Self.settings { try setting.check(self) }
  }

  /// What is typed to get this value: the settings that are always shown, and those that are not as
  /// usual.
  public var written: [WrittenSetting] { written(Self.settings) }

  /// The same of some settings.
  func written(_ settings: [Setting<Self>]) -> [WrittenSetting] {
    settings.compactMap { setting in
      guard let value = setting.value(in: self),
        setting.isAlwaysShown || value != setting.value(in: Self.usual)
      else { return nil }
      return WrittenSetting(setting.name, value)
    }
  }
}
