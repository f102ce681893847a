import Commands
import Plots
import Searches

extension Vocabulary {
  /// Every command, in the order in which help lists them. A new command is one file and one line
  /// here.
  static let standard = Vocabulary(
    data + network + training + looking + judging + notebook
      + [.notebook(MachineFacts.verb), .notebook(TerminalSetting.verb)])

  private static let data: [Verb] = [
    .cell(DataCommand.command), .notebook(FetchCommand.verb), .cell(SplitCommand.command),
    .cell(FoldsCommand.command),
    .cell(FeaturesCommand.command), .cell(ScaleCommand.command), .cell(TakeCommand.command),
  ]

  private static let network: [Verb] =
    [.cell(NetworkCommand.command)]
    + (LayerCommands.commands + FreezeCommand.commands).map { .cell($0) }
    + [
      .cell(InitializeCommand.command), .cell(CopyCommand.command), .cell(UseCommand.command),
      .cell(LoadCommand.command(studies: StudyLoading.load)), .cell(InspectCommand.command),
    ]

  private static let training: [Verb] = [
    .cell(TrainCommand.command),
    .cell(
      ResumeCommand.command(studies: StudyLoading.resume, engines: StudyLoading.resumeOptions)),
    .cell(WhenCommand.command),
    .cell(WhenCommand.stop), .cell(ForwardCommand.command), .cell(BackwardCommand.command),
    .cell(StepCommand.command), .cell(EvaluateCommand.command), .cell(PredictCommand.command),
    .cell(SearchCommand.command), .cell(PlanCommand.command), .cell(BestCommand.command),
  ]

  private static let looking: [Verb] = [
    .cell(PlotCommand.command), .notebook(FilmCommand.verb), .cell(ShowCommand.command),
    .cell(PrintCommand.command), .cell(DistanceCommand.command),
  ]

  private static let judging: [Verb] = [
    .cell(DiagnoseCommand.command), .cell(CompareCommand.command), .notebook(TurnCommand.verb),
    .cell(EnsembleCommand.command),
    .cell(RunsCommand.command), .notebook(WhyCommand.verb), .cell(CheckCommand.command),
  ]

  private static let notebook: [Verb] =
    [.cell(SeedCommand.command), .cell(SetCommand.command)]
    + GrammarCommands.commands.map { .cell($0) } + NotebookCommands.verbs.map { .notebook($0) }
    + [
      .notebook(LearnCommand.verb), .notebook(HelpCommand.verb), .notebook(ExplainCommand.verb),
      .notebook(QuitCommand.verb),
    ]
}
