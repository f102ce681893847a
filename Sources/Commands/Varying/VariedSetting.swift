package import Language
import Networks
import Tuning

/// Reads `over=NAME values=a,b,c`: the setting that a study varies, and its values.
package enum VariedSetting {
  /// The most values that a study goes through.
  package static let mostValues = 24

  /// The options that say what a study varies, in the order of help.
  package static let options: [OptionDefinition] = [over.definition, values.definition]

  /// The setting that differs.
  package static let over = CommandOption<Expression>.expression(
    "over", .choice(["steps"] + VariantMaker.settings.map(\.name)),
    meaning: "curves of a training: epochs or steps; studies: the setting that differs: units, "
      + "layers, activation, dropout, examples, schedule.decay, or an option of train")
  /// What the setting is, in turn.
  package static let values = CommandOption<Expression>.expression(
    "values", .word, meaning: "its values: 1,2,4,8 or 0.0001..1 log")

  /// The setting that differs, as it is typed: "units(2)"; empty where none is said.
  package static func name(_ arguments: Arguments) -> String {
    guard let value = arguments.expressions(of: over).first else { return "" }
    return arguments.text(of: value) ?? value.optionName?.text ?? ""
  }

  private static func name(
    _ value: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> String {
    if let name = value.optionName,
      !VariantMaker.settings.contains(where: { $0.name == name.text }),
      VariantMaker.settings.contains(where: { $0.takes(OptionKey(name)) })
    {
      return name.text
    }
    return try arguments.word(
      value, among: VariantMaker.settings.map(\.name), what: "setting")
  }

  /// The networks of a study, in the order of the values.
  package static func networks(
    _ maker: VariantMaker, _ arguments: Arguments
  ) throws(Diagnostic) -> [VariedNetwork] {
    guard let value = arguments.expressions(of: over).first else {
      throw Diagnostic(
        "over= is missing: the setting that differs", at: arguments.command.range,
        hints: ["over=units values=1,2,4,8"])
    }
    let name = try name(value, arguments)
    guard let given = arguments.given(values) else {
      throw Diagnostic(
        "values= is missing: what \(name) is, in turn", at: arguments.command.range,
        hints: ["over=\(name) values=a,b,c"])
    }
    let networks = try maker.networks(varying: Name(name, range: value.range), over: given.values)
    guard networks.count <= mostValues else {
      throw Diagnostic(
        "at most \(mostValues) values, and these are \(networks.count)",
        at: arguments.range(of: values))
    }
    return networks
  }
}
