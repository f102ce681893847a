/// Every command, in the order in which help lists them. A new command is one file and one line
/// here.
enum CommandTable {
  static let all: [CommandDefinition] =
    [
      DataCommand.definition, FetchCommand.definition, SplitCommand.definition,
      ScaleCommand.definition, TakeCommand.definition, NetworkCommand.definition,
    ] + LayerCommands.definitions + [
      InitializeCommand.definition, UseCommand.definition, TrainCommand.definition,
      EvaluateCommand.definition, PredictCommand.definition, PlotCommand.definition,
      ShowCommand.definition, PrintCommand.definition, DiagnoseCommand.definition,
      CompareCommand.definition, RunsCommand.definition, CheckCommand.definition,
      SeedCommand.definition, SetCommand.definition,
    ] + NotebookCommands.definitions + [
      HelpCommand.definition, ExplainCommand.definition, QuitCommand.definition,
    ]

  /// The verbs, with the words that the grammar itself gives a meaning.
  static let verbs: [String] = all.map(\.verb) + ["edit", "let", "for", "note"]

  static func definition(of verb: String) -> CommandDefinition? { all.first { $0.verb == verb } }
}
