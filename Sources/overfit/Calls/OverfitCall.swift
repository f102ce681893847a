internal import ArgumentParser

/// `overfit`, and what comes behind it. Its own options are read wherever they stand.
struct OverfitCall: ParsableCommand {
  static let version = "overfit \(Version.number)"

  /// The calls that have a name of their own, but for help.
  static let named: [any ParsableCommand.Type] = [
    LearnCall.self, RunCall.self, ReplayCall.self, CheckCall.self, ExportCall.self, NewCall.self,
    KernelCall.self, TrialCall.self, DescribeCall.self,
  ]

  static let configuration = CommandConfiguration(
    commandName: "overfit",
    version: version,
    subcommands: [PromptCall.self] + named + [HelpCall.self],
    defaultSubcommand: PromptCall.self)

  @OptionGroup var global: GlobalOptionWords
}
