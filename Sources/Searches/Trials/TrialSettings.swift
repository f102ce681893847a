import Commands
package import JSON
import Networks

/// What `overfit trial` may set, for programs that make a space to search in of it.
package enum TrialSettings {
  /// Every setting with its type and its bounds.
  package static var description: JSONValue {
    .object([
      .init("schema", 1),
      .init("parameters", .array(VariantMaker.settings.map { entry(of: $0) })),
    ])
  }

  private static func entry(of option: OptionDefinition) -> JSONValue {
    var members: [JSONValue.Member] = [.init("name", .string(option.name))]
    switch option.kind {
    case .number(let bounds):
      members += [.init("type", "float"), .init("bounds", .string(bounds.text))]
      members.append(.init("scale", .string(logarithmic.contains(option.name) ? "log" : "linear")))
    case .fraction:
      members += [.init("type", "float"), .init("low", 0), .init("high", 1)]
      members.append(.init("scale", "linear"))
    case .count(let range):
      members += [
        .init("type", "int"), .init("low", .integer(range.lowerBound)),
        .init("high", .integer(range.upperBound)), .init("scale", "linear"), .init("step", 1),
      ]
    case .countOrAll:
      members += [.init("type", "int"), .init("low", 1), .init("high", 1_000_000)]
      members += [.init("scale", "linear"), .init("step", 1)]
    case .choice, .yesOrNo:
      members.append(.init("type", "categorical"))
      members.append(.init("choices", .array(option.choices.map { .string($0) })))
    case .size, .word, .call, .address:
      members.append(.init("type", "text"))
    }
    members.append(.init("default", option.standard.map { .string($0) } ?? .null))
    members.append(.init("meaning", .string(option.meaning)))
    return .object(members)
  }

  /// What differs by factors, and not by steps.
  private static let logarithmic: Set<String> = ["rate", "l1", "l2", "lambda", "lambda1"]
}
