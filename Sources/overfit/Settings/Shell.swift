internal import ArgumentParser

/// A shell that completes calls, once it has read what is printed for it.
enum Shell: String, CaseIterable, ExpressibleByArgument {
  case bash
  case zsh
  case fish

  /// What the shell reads.
  var script: String {
    switch self {
    case .bash:
      // Where no call begins so, a notebook's file may.
      TypedCall.completionScript(for: .bash).replacing(
        "complete -o filenames -F", with: "complete -o filenames -o default -F")
    case .zsh: TypedCall.completionScript(for: .zsh)
    case .fish: TypedCall.completionScript(for: .fish)
    }
  }
}

/// All that can be typed, as shells see it: ``PromptCall`` is a call without a word, and what is its
/// own stands behind the program's name. Help is a word that the parser adds.
private struct TypedCall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overfit", version: OverfitCall.version,
    subcommands: OverfitCall.named)

  @OptionGroup var global: GlobalOptionWords
  // What stands behind it are words, which shells know as its values.
  @Option(help: .of("overfit --recover"), completion: .list(LostSessionsCall.words))
  var recover: String?
  @Flag(help: .of("--man")) var man = false
  @Option(help: .of("--completions")) var completions: Shell?
}

extension ArgumentHelp {
  /// What the handbook says of an option.
  static func of(_ usage: String) -> ArgumentHelp { ArgumentHelp(Handbook.meaning(of: usage)) }
}
