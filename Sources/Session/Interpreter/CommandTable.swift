/// Every command, in the order in which help lists them. A new command is one file and one line
/// here.
enum CommandTable {
  static let all: [CommandDefinition] =
    [
      DataCommand.definition, FetchCommand.definition, SplitCommand.definition,
      ScaleCommand.definition, TakeCommand.definition, NetworkCommand.definition,
    ] + LayerCommands.definitions + FreezeCommand.definitions + [
      InitializeCommand.definition, CopyCommand.definition, UseCommand.definition,
      LoadCommand.definition, TrainCommand.definition, ResumeCommand.definition,
      WhenCommand.definition, WhenCommand.stop,
      ForwardCommand.definition, BackwardCommand.definition, StepCommand.definition,
      EvaluateCommand.definition, PredictCommand.definition, PlotCommand.definition,
      ShowCommand.definition, PrintCommand.definition, DistanceCommand.definition,
      DiagnoseCommand.definition,
      CompareCommand.definition, EnsembleCommand.definition, RunsCommand.definition,
      WhyCommand.definition, CheckCommand.definition, SeedCommand.definition, SetCommand.definition,
    ] + GrammarCommands.definitions + NotebookCommands.definitions + [
      HelpCommand.definition, ExplainCommand.definition, QuitCommand.definition,
    ]

  /// The verbs, in the order of the table.
  static let verbs: [String] = all.map(\.verb)

  static func definition(of verb: String) -> CommandDefinition? { all.first { $0.verb == verb } }
}
