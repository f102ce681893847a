package import Language
package import Workbench

/// A verb of the command language: all that help, completion and errors need to know of it. What
/// it does stands apart, in a ``CellCommand`` or in a verb of the notebook's.
package struct CommandDefinition: Sendable {
  /// The word that the line begins with.
  package let verb: String
  /// What follows the verb on its line, as the grammar has it.
  package var form = CommandForm.arguments
  /// The words that can follow the verb, for completion and for "did you mean".
  package var words: [String] = []
  /// Its options, in the order in which help lists them.
  package var options: [OptionDefinition] = []
  /// The options that it takes too where a word is the first behind the verb, by that word.
  package var optionsBehind: [String: [OptionDefinition]] = [:]
  /// What it touches beyond the notebook: no door opens to it any further.
  package var touches: Touches = []
  private var page: Shared<CommandPage>

  /// Makes it of its parts.
  package init(
    verb: String, family: Family, summary: String, forms: [String], form: CommandForm = .arguments,
    words: [String] = [], names: [String] = [], options: [OptionDefinition] = [],
    usualOptions: [String] = [], optionsBehind: [String: [OptionDefinition]] = [:],
    completion: CommandCompletion = CommandCompletion(), touches: Touches = [], example: [String]
  ) {
    self.verb = verb
    self.form = form
    self.words = words
    self.options = options
    self.optionsBehind = optionsBehind
    self.touches = touches
    page = Shared(
      CommandPage(
        family: family, summary: summary, forms: forms, names: names, usualOptions: usualOptions,
        completion: completion, example: example))
  }

  /// It as it is where a word is the first behind the verb.
  package func behind(_ word: String?) -> CommandDefinition {
    guard !optionsBehind.isEmpty, let more = word.flatMap({ optionsBehind[$0] }) else {
      return self
    }
    var definition = self
    definition.options += more
    return definition
  }

  /// Its options, and those behind each first word.
  package var allOptions: [OptionDefinition] {
    options + optionsBehind.keys.sorted().flatMap { optionsBehind[$0] ?? [] }
  }

  /// The group in which `help` lists it.
  package var family: Family { page.value.family }
  /// One sentence for the list of commands.
  package var summary: String { page.value.summary }
  /// How it is typed, one form a line.
  package var forms: [String] { page.value.forms }
  /// The names of several words that can follow the verb, such as `learning curve`, for completion.
  package var names: [String] { page.value.names }
  /// The options that a short page of help shows, by name; without any, the first ones.
  package var usualOptions: [String] { page.value.usualOptions }
  /// What completion offers beside them.
  package var completion: CommandCompletion { page.value.completion }
  /// Lines that run as typed in a fresh session; the last shows this command.
  package var example: [String] { page.value.example }

  /// The groups in which `help` lists the commands.
  package enum Family: String, CaseIterable, Sendable {
    /// In the order of `help`.
    case data, network, training, looking, judging, notebook
  }
}

/// What help and completion need of a verb, and no line that is run.
private struct CommandPage: Sendable {
  let family: CommandDefinition.Family
  let summary: String
  let forms: [String]
  let names: [String]
  let usualOptions: [String]
  let completion: CommandCompletion
  let example: [String]
}
