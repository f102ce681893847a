internal import ArgumentParser
internal import Session
internal import Workbench

/// `overfit` alone: the notebook at the prompt, or the lines of a pipe.
struct PromptCall: Call {
  // The name cannot be typed by accident; the call is the one without a word.
  static let configuration = CommandConfiguration(commandName: "-", shouldDisplay: false)

  @OptionGroup var options: GlobalOptions
  @Argument var words: [String] = []

  /// The call without any word behind the program's name.
  static var withoutWords: PromptCall {
    var call = PromptCall()
    (call.options, call.words) = (.usual, [])
    return call
  }

  func perform() throws -> ExitStatus {
    // A word that is no call's name ends up here.
    if let word = words.first { throw ValidationError(NearMiss.message(for: word)) }
    return ConversationLoop.run(NotebookConversation(SessionSettings(options)), options)
  }
}
