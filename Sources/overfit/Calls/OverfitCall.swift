internal import ArgumentParser

/// `overfit`, and what comes behind it. Its own options are read wherever they stand.
struct OverfitCall: ParsableCommand {
  static let version = "overfit \(Version.number)"

  static let configuration = CommandConfiguration(
    commandName: "overfit",
    version: version,
    subcommands: [
      PromptCall.self, LearnCall.self, RunCall.self, ReplayCall.self, CheckCall.self,
      ExportCall.self, NewCall.self, KernelCall.self, TrialCall.self, DescribeCall.self,
      HelpCall.self,
    ],
    defaultSubcommand: PromptCall.self)

  @OptionGroup var global: GlobalOptionWords
}
