import Commands
import Language
import Notebooks
import Workbench

/// All verbs of a session: those that become cells, and those that work on the notebook itself. It
/// is handed to the session as a value; nothing that it lists knows it.
package final class Vocabulary: Sendable {
  /// A line of the table.
  enum Verb: Sendable {
    /// A command that becomes a cell.
    case cell(CellCommand)
    /// A verb that works on the notebook.
    case notebook(NotebookVerb)
  }

  /// What the commands of cells may know of all verbs.
  let table: CommandTable
  private let notebookVerbs: [String: [NotebookVerb]]

  /// Makes a vocabulary; help lists it in this order.
  init(_ entries: [Verb]) {
    var definitions: [CommandDefinition] = []
    var cellCommands: [CellCommand] = []
    var notebookVerbs: [NotebookVerb] = []
    for entry in entries {
      switch entry {
      case .cell(let command):
        definitions.append(command.definition)
        cellCommands.append(command)
      case .notebook(let verb):
        if verb.isWholeVerb { definitions.append(verb.definition) }
        notebookVerbs.append(verb)
      }
    }
    table = CommandTable(
      definitions, cellCommands: cellCommands, terms: Glossary.entries.flatMap(\.names),
      lessonWords: LessonWord.ofWalksAlone.map(\.rawValue))
    self.notebookVerbs = Dictionary(grouping: notebookVerbs, by: \.definition.verb)
  }

  /// What a command does to the notebook itself; nil for one that becomes a cell.
  func notebookVerb(for command: Command) -> NotebookVerb? {
    notebookVerbs[command.verb.text]?.first { $0.claims(command) }
  }

  /// Whether a script, which is a command that becomes a cell or a word that no verb is, changes
  /// nothing beyond the notebook.
  func staysWithin(_ script: Script) -> Bool {
    if script.onlyComputes { return true }
    guard script.statements.count == 1, case .command(let command) = script.statements[0],
      notebookVerb(for: command) == nil
    else { return false }
    return table.definition(of: command.verb.text)?.touches.isSubset(of: .reads) ?? true
  }

  /// Whether a statement works on the notebook itself, rightly typed or not, and so never is a cell.
  func isForNotebook(_ statement: Statement) -> Bool {
    switch statement {
    case .edit: true
    case .command(let command): notebookVerb(for: command) != nil
    case .malformed(let malformed):
      malformed.verb.flatMap { notebookVerbs[$0.text] }?.contains(where: \.isWholeVerb) ?? false
    case .binding, .loop, .rule, .note, .blank: false
    }
  }
}
