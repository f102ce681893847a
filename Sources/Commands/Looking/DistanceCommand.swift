import Charts
import Formulas
import Language
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

  /// The most terms of a sum that are written out.
  private static let shownTerms = 6

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 3)
    let missing = "distance needs its kind and two things: distance euclidean [1, 2] [4, 6]"
    let kind = try arguments.word(
      arguments.value(0, orSay: missing), among: Distance.kinds, what: "distance")
    let first = try arguments.value(1, orSay: missing)
    let second = try arguments.value(2, orSay: missing)
    let distance = try Distance(kind, first, second, arguments.evaluator)
    var document = Document()
    if let texts = distance.texts { document.blocks.append(.verbatim(marked(texts, distance))) }
    let value = NumberText.significant(distance.value, digits: execution.state.digits)
    document.blocks.append(
      .facts(
        [
          Fact(
            "distance", .number(distance.value),
            text: "\(kind) distance \(value)\(derivation(of: distance))")
        ] + places(of: distance)))
    return document
  }

  /// The two texts one above the other, with marks under the places that differ.
  private static func marked(
    _ texts: (first: String, second: String), _ distance: Distance
  ) -> String {
    let marks = (0..<(distance.places.last ?? 0)).map {
      distance.places.contains($0 + 1) ? "^" : " "
    }.joined()
    return "\(texts.first)\n\(texts.second)\n\(marks)"
  }

  private static func places(of distance: Distance) -> [Fact] {
    guard distance.kind == "hamming" else { return [] }
    let list = distance.places.prefix(20).map { String($0) }.joined(separator: ", ")
    let rest = distance.places.count > 20 ? ", …" : ""
    return [
      Fact(
        "places", .list(distance.places.map { .count($0) }),
        text: distance.places.isEmpty
          ? "no place of \(distance.count) differs"
          : "places \(list)\(rest) of \(distance.count)")
    ]
  }

  /// " = sqrt(3^2 + 4^2)", for a few terms.
  private static func derivation(of distance: Distance) -> String {
    let sizes = distance.differences.map { NumberText.significant($0.magnitude, digits: 6) }
    guard !sizes.isEmpty, sizes.count <= shownTerms else { return "" }
    switch distance.kind {
    case "euclidean": return " = sqrt(\(sizes.map { "\($0)^2" }.joined(separator: " + ")))"
    case "manhattan": return " = \(sizes.joined(separator: " + "))"
    default: return ""
    }
  }
}
