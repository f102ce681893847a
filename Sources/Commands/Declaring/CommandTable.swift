package import Language

/// The verbs that a session knows, in the order in which help lists them, and what those among them
/// do that become cells. It is handed in: nothing that it lists knows it.
package final class CommandTable: Sendable {
  /// Every verb, those that work on the notebook itself among them.
  package let definitions: [CommandDefinition]
  /// What each verb takes, for whatever reads a line.
  package let forms: CommandForms
  /// The terms that can be explained, each one word in lower case, for a verb that is one.
  let terms: Set<String>
  /// The words that mean something in a walk through a lesson, and nowhere else.
  let lessonWords: Set<String>
  private let cellCommands: [String: CellCommand]
  private let places: [String: Int]

  /// Lists verbs in the order of `definitions`; those without a cell command work on the notebook.
  package init(
    _ definitions: [CommandDefinition], cellCommands: [CellCommand], terms: [String] = [],
    lessonWords: [String] = []
  ) {
    self.definitions = definitions
    self.terms = Set(terms.map { $0.lowercased() })
    self.lessonWords = Set(lessonWords)
    places = Dictionary(
      definitions.indices.map { (definitions[$0].verb, $0) },
      uniquingKeysWith: { first, _ in first })
    forms = CommandForms(definitions.map { ($0.verb, $0.form) })
    self.cellCommands = Dictionary(
      cellCommands.map { ($0.definition.verb, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The verbs, in order.
  package var verbs: [String] { definitions.map(\.verb) }

  /// The definition of a verb; nil for an unknown one.
  package func definition(of verb: String) -> CommandDefinition? {
    places[verb].map { definitions[$0] }
  }

  /// What a verb does in a cell; nil for a verb that works on the notebook itself.
  func cellCommand(of verb: String) -> CellCommand? { cellCommands[verb] }
}
