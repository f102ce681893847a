internal import ArgumentParser
internal import Session
internal import TerminalText
internal import Workbench

/// `overfit` alone: the notebook at the prompt, or the lines of a pipe.
struct PromptCall: Call {
  // The name cannot be typed by accident; the call is the one without a word.
  static let configuration = CommandConfiguration(commandName: "-", shouldDisplay: false)

  @OptionGroup var global: GlobalOptionWords
  @OptionGroup var own: PromptOptions
  @Argument var words: [String] = []

  func perform() throws -> ExitStatus {
    if let page = own.man ? ManualPage.text : own.completions?.script {
      StandardStream.output.sendRows(page)
      return .success
    }
    if own.recover { return try recovered() }
    if let word = words.first { return try opened(word) }
    return ConversationLoop.begin(options)
  }

  /// Opens the notebook that a word names. A word that is no call's name ends up here too.
  private func opened(_ word: String) throws -> ExitStatus {
    guard word.hasSuffix(".md") else {
      if SessionSettings(options).files.exists(word) { throw CallError.noNotebookFile(path: word) }
      throw ValidationError(NearMiss.message(for: word))
    }
    if let other = words.dropFirst().first {
      throw ValidationError("one notebook is opened, and not \(other.cleaned(.text)) too")
    }
    if options.seed != nil {
      throw ValidationError("a notebook goes on with the seed that it has: leave --seed out")
    }
    let file = try SourceFile(word, files: SessionSettings(options).files)
    guard Terminal().isAttended else {
      throw ValidationError("a notebook is opened at a terminal; overfit run \(word) runs it")
    }
    let journals = JournalFolder()
    let conversation = Opening(options).run(file, notice: journals?.notice)
    return ConversationLoop.converse(
      conversation, options, journal: journals.map { Journal(in: $0) })
  }

  /// Takes up a session that ended without being saved, or lists or drops such sessions.
  private func recovered() throws -> ExitStatus {
    let call = try LostSessionsCall(words)
    guard let journals = JournalFolder() else { throw CallError.nothingToRecover([]) }
    switch call {
    case .takeUp(let number): return try takeUp(number, in: journals)
    case .list: say(try LostSessions(in: journals).list())
    case .drop(let dropped): say(try LostSessions(in: journals).drop(dropped))
    }
    return .success
  }

  /// Says lines, which another program reads whole.
  private func say(_ lines: String) {
    StandardStream.output.sendRows(
      Terminal().showsResults ? Page(options).prose([lines]) : lines)
  }

  private func takeUp(_ number: Int?, in journals: JournalFolder) throws -> ExitStatus {
    guard Terminal().isAttended else { throw ValidationError("--recover needs a terminal") }
    if options.seed != nil {
      throw ValidationError(
        "--recover goes on with the seed that the session had: leave --seed out")
    }
    let (lost, text) = try LostSessions(in: journals).session(number)
    let (conversation, journal) = Recovery(options).run(lost, text, in: journals)
    return ConversationLoop.converse(conversation, options, journal: journal)
  }
}
