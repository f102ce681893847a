internal import ArgumentParser
import TerminalText

/// Where calls come in and exit statuses go out.
struct FrontDoor {
  let terminal: Terminal
  let options: GlobalOptions
  let house: any House

  var runner: Runner { Runner(terminal: terminal, options: options) }

  private init(_ options: GlobalOptions) {
    self.options = options
    terminal = Terminal()
    house = SessionHouse(
      HouseSettings(
        seed: options.seed, threads: options.threads, datasetFolders: options.datasetFolders,
        writableFolder: options.writableFolder,
        fetch: { url, path, sha256, control throws(Complaint) in
          try Fetching.fetch(url, to: path, sha256: sha256, control: control)
        }))
  }

  /// Carries out a call, given as the words behind the program's name.
  static func open(_ arguments: [String]) -> ExitStatus {
    StandardStream.openAll()
    SavedTerminal.save()
    Signals.install()
    do {
      guard let call = try OverfitCall.parseAsRoot(arguments) as? any Call else {
        return HelpCall.show()
      }
      return try call.perform(FrontDoor(call.options))
    } catch let complaint as Complaint {
      StandardStream.error.sendLine("overfit: \(complaint.message.cleaned(.text))")
      return .failure
    } catch {
      return misunderstood(error)
    }
  }

  /// Help and version come as errors too. Everything else is one line.
  private static func misunderstood(_ error: any Error) -> ExitStatus {
    let message = OverfitCall.message(for: error)
    if OverfitCall.exitCode(for: error) == .success {
      if message == OverfitCall.version {
        StandardStream.output.sendLine(message)
        return .success
      }
      return HelpCall.show()
    }
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    let start = line.prefix(1).lowercased() + line.dropFirst()
    StandardStream.error.sendLine("overfit: \(start.cleaned(.text))")
    return .usage
  }

  /// Talks with a student at the terminal, or answers the lines of a pipe.
  func converse(_ conversation: any Conversation) -> ExitStatus {
    guard terminal.readsKeys, terminal.showsResults else {
      var transcript = Transcript(conversation, runner: runner)
      return transcript.run(PlainReader(showsPrompt: false))
    }
    var options = options
    options.format = .text
    let editor = terminal.editsLines ? LineEditor(program: "overfit") : nil
    let reader: any LineReader = editor ?? PlainReader(showsPrompt: true)
    defer { reader.close() }
    var dialogue = Dialogue(
      conversation, reader: reader, runner: Runner(terminal: terminal, options: options))
    return dialogue.run()
  }
}
