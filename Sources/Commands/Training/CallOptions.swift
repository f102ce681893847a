import Formulas
import Networks

/// The options within a call that is the value of an option: `early(patience=10)`,
/// `target(loss=0.1)`, `cosine(over=60)`.
package enum CallOptions {
  /// The options of a call; none for a function, which has values.
  package static func definitions(in call: String) -> [OptionDefinition] {
    switch call {
    case StopReader.earlyName: EarlyStopping.settings.map { OptionDefinition($0) }
    case StopReader.targetName:
      Monitor.allCases.map {
        OptionDefinition(name: $0.rawValue, kind: .number(.any), meaning: "the value to reach")
      }
    case Plateau.name: Plateau.settings.map { OptionDefinition($0) }
    default:
      ScheduleReader.options(of: call).map {
        OptionDefinition(name: $0, kind: .number(.any), meaning: "a setting of \(call)")
      }
    }
  }

  /// The words that an option of a call can be; none for a number.
  package static func choices(of option: String, in call: String) -> [String] {
    definitions(in: call).first { $0.name == option }?.choices ?? []
  }
}
