internal import ArgumentParser

/// The options where no call is named.
struct PromptOptions: ParsableArguments {
  @Flag(help: .of("overfit --recover")) var recover = false
  @Flag(help: .of("--man")) var man = false
  @Option(help: .of("--completions")) var completions: Shell?
}
