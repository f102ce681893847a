public import TensorEngine

extension Optimizer {
  /// The step size, per step.
  public var learningRate: Double {
    get { rule.learningRate }
    set { change { $0.learningRate = newValue } }
  }

  /// What is remembered for each parameter between steps, by name.
  public var slotNames: [String] { rule.slotNames }

  /// The settings of its own that are not as usual.
  public var written: [WrittenSetting] { rule.written }

  /// Checks the settings of the rule.
  ///
  /// - Throws: `outOfRange` for a setting outside its range.
  public func validate() throws(EngineError) { try rule.validate() }

  /// All names under which optimizers are typed, each with the settings that it stands for: that of
  /// each kind, and behind it the other ones that its rule has.
  public static let named: [(name: String, optimizer: Optimizer)] = Kind.allCases.flatMap { kind in
    let usual = kind.optimizer()
    let others = otherNames(of: usual.rule).map { other in
      var optimizer = usual
      optimizer.change { $0 = other.rule }
      return (name: other.name, optimizer: optimizer)
    }
    return [(name: kind.rawValue, optimizer: usual)] + others
  }

  private static func otherNames<Rule: UpdateRule>(
    of rule: Rule
  ) -> [(name: String, rule: any UpdateRule)] {
    Rule.otherNames.map { ($0.name, $0.rule) }
  }

  /// This optimizer under a name that was typed for it: as it is where its kind is of that name and
  /// has no other ones; nil for an unknown name.
  public func renamed(_ name: String) -> Optimizer? {
    guard var other = Self.named.first(where: { $0.name == name })?.optimizer else { return nil }
    guard other.kind == kind else { return other }
    guard !Self.otherNames(of: rule).isEmpty else { return self }
    other.learningRate = learningRate
    return other
  }
}
