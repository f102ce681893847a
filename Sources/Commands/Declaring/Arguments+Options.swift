import Formulas
package import Language
package import Networks

/// What is read of the options that a command declares. To read one that it does not declare, or
/// one that it declares as another kind, is a mistake of ours.
extension Arguments {
  /// The one value of an option; nil where it is not given.
  package func value<Value>(of option: CommandOption<Value>) throws(Diagnostic) -> Value? {
    guard let value = try single(given(option)) else { return nil }
    return try option.read(value, self)
  }

  /// The one value of an option; where it is not given, the one that its declaration names.
  package func valueOrUsual<Value>(of option: CommandOption<Value>) throws(Diagnostic) -> Value {
    guard let value = try value(of: option) ?? option.usual else {
      preconditionFailure("\(option.name) declares no usual value")
    }
    return value
  }

  /// All values of an option, in order; none where it is not given.
  package func values<Value>(of option: CommandOption<Value>) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for value in given(option)?.values ?? [] { values.append(try option.read(value, self)) }
    return values
  }

  /// A value that stands elsewhere, read as a value of an option.
  package func value<Value>(
    _ value: Expression, as option: CommandOption<Value>
  ) throws(Diagnostic) -> Value {
    try option.read(value, self)
  }

  /// Changes a setting to the value of an option, where that is given.
  package func read<Value>(
    _ option: CommandOption<Value>, into setting: inout Value
  ) throws(Diagnostic) {
    setting = try value(of: option) ?? setting
  }

  /// Changes a setting to the value that is typed for it, where one is.
  package func read<Root>(
    _ setting: Setting<Root>, into root: inout Root
  ) throws(Diagnostic) {
    guard let value = try single(given(setting)) else { return }
    try evaluator.read(value, as: setting, into: &root)
  }

  /// An option as it was typed; nil where it is not given.
  package func given<Value>(_ option: CommandOption<Value>) -> Option? {
    given(named: option.name) { $0.kind == option.definition.kind }
  }

  /// A setting as it was typed; nil where it is not given.
  package func given<Root>(_ setting: Setting<Root>) -> Option? {
    // A setting may be typed in a way of its own, as another kind than it is kept.
    given(named: setting.name) { _ in true }
  }

  private func given(
    named name: String, where isSame: (OptionDefinition) -> Bool
  ) -> Option? {
    // Not in a release: each trial of a search reads dozens of options.
    assert(
      definition.options.contains { $0.name == name && isSame($0) },
      "\(definition.verb) declares no such option \(name)")
    return command.option(name)
  }

  /// The values of an option as they were typed; none where it is not given.
  package func expressions<Value>(of option: CommandOption<Value>) -> [Expression] {
    given(option)?.values ?? []
  }

  /// Whether an option is given.
  package func has<Value>(_ option: CommandOption<Value>) -> Bool { given(option) != nil }

  /// The place of an option's value, or of the verb if the option is not given.
  package func range<Value>(of option: CommandOption<Value>) -> SourceRange {
    given(option)?.values.first?.range ?? command.verb.range
  }
}
