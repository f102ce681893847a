import Formulas
import Language
import Reports
import Workbench

/// `distance hamming "carolin" "cathrin"`: a distance, and where it comes from.
package enum DistanceCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "distance", family: .looking,
    summary: "how far two vectors or two texts are apart, and where",
    forms: [
      "distance euclidean [1, 2] [4, 6]", "distance manhattan [1, 2] [4, 6]",
      "distance hamming \"carolin\" \"cathrin\"",
    ],
    words: Distance.kinds, example: ["distance hamming \"carolin\" \"cathrin\""])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> DistanceReport {
    try arguments.expect(atMost: 3)
    let missing = "distance needs its kind and two things: distance euclidean [1, 2] [4, 6]"
    let word = try arguments.word(
      arguments.value(0, orSay: missing), among: Distance.kinds, what: "distance")
    let first = try arguments.value(1, orSay: missing)
    let second = try arguments.value(2, orSay: missing)
    let distance = try Distance(word, first, second, arguments.evaluator)
    guard let kind = DistanceReport.Kind(rawValue: distance.kind) else {
      throw Wording.unknownWord(
        word, what: "distance", among: Distance.kinds, at: arguments.values[0].range)
    }
    return DistanceReport(
      kind, distance.value, texts: distance.texts, differences: distance.differences,
      places: distance.places, of: distance.count, digits: execution.state.digits)
  }
}
