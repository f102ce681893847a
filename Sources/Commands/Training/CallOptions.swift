import Formulas
import Networks

/// The options within a call that is the value of an option: `early(patience=10)`,
/// `target(loss=0.1)`, `cosine(over=60)`.
package enum CallOptions {
  /// The names of the options of a call; none for a function, which has values.
  package static func names(in call: String) -> [String] {
    switch call {
    case StopReader.earlyName: EarlyStopping.settings.map(\.name)
    case StopReader.targetName: Monitor.allCases.map(\.rawValue)
    default: ScheduleReader.options(of: call)
    }
  }

  /// The words that an option of a call can be; none for a number.
  package static func choices(of option: String, in call: String) -> [String] {
    let options =
      switch call {
      case StopReader.earlyName: EarlyStopping.settings.map { OptionDefinition($0) }
      case Plateau.name: Plateau.settings.map { OptionDefinition($0) }
      default: [OptionDefinition]()
      }
    return options.first { $0.name == option }?.choices ?? []
  }
}
