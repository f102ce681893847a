internal import ArgumentParser

/// The options where no call is named.
struct PromptOptions: ParsableArguments {
  @Flag(help: .of("overfit --recover")) var recover = false
  @Flag(help: .of("--man")) var man = false
  @Option(help: .of("--completions")) var completions: Shell?

  /// What they are where none is given.
  static var usual: PromptOptions {
    var options = PromptOptions()
    (options.recover, options.man, options.completions) = (false, false, nil)
    return options
  }
}
