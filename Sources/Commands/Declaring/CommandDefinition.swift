package import Language
package import Workbench

/// A verb of the command language: all that help, completion and errors need to know of it. What
/// it does stands apart, in a ``CellCommand`` or in a verb of the notebook's.
package struct CommandDefinition: Sendable {
  /// The word that the line begins with.
  package let verb: String
  /// The group in which `help` lists it.
  package let family: Family
  /// One sentence for the list of commands.
  package let summary: String
  /// How it is typed, one form a line.
  package let forms: [String]
  /// What follows the verb on its line, as the grammar has it.
  package var form = CommandForm.arguments
  /// The words that can follow the verb, for completion and for "did you mean".
  package var words: [String] = []
  /// The names of several words that can follow the verb, such as `learning curve`, for completion.
  package var names: [String] = []
  /// Its options, in the order in which help lists them.
  package var options: [OptionDefinition] = []
  /// The options that it takes too where a word is the first behind the verb, by that word.
  package var optionsBehind: [String: [OptionDefinition]] = [:]
  /// The options that a short page of help shows, by name; without any, the first ones.
  package var usualOptions: [String] = []
  /// What completion offers beside them.
  package var completion = CommandCompletion()
  /// What it touches beyond the notebook: no door opens to it any further.
  package var touches: Touches = []
  /// Lines that run as typed in a fresh session; the last shows this command.
  package let example: [String]

  /// Makes it of its parts.
  package init(
    verb: String, family: Family, summary: String, forms: [String], form: CommandForm = .arguments,
    words: [String] = [], names: [String] = [], options: [OptionDefinition] = [],
    usualOptions: [String] = [], optionsBehind: [String: [OptionDefinition]] = [:],
    completion: CommandCompletion = CommandCompletion(), touches: Touches = [], example: [String]
  ) {
    self.verb = verb
    self.family = family
    self.summary = summary
    self.forms = forms
    self.form = form
    self.words = words
    self.names = names
    self.options = options
    self.usualOptions = usualOptions
    self.optionsBehind = optionsBehind
    self.completion = completion
    self.touches = touches
    self.example = example
  }

  /// It as it is where a word is the first behind the verb.
  package func behind(_ word: String?) -> CommandDefinition {
    guard let more = word.flatMap({ optionsBehind[$0] }) else { return self }
    var definition = self
    definition.options += more
    return definition
  }

  /// Its options, and those behind each first word.
  package var allOptions: [OptionDefinition] {
    options + optionsBehind.keys.sorted().flatMap { optionsBehind[$0] ?? [] }
  }

  /// The groups in which `help` lists the commands.
  package enum Family: String, CaseIterable, Sendable {
    /// In the order of `help`.
    case data, network, training, looking, judging, notebook
  }
}
