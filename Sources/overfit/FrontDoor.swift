internal import ArgumentParser
internal import Session

/// Where calls come in and exit statuses go out.
enum FrontDoor {
  /// Carries out a call, given as the words behind the program's name.
  static func open(_ arguments: [String]) -> ExitStatus {
    StandardStream.openAll()
    SavedTerminal.save()
    Signals.install()
    do {
      return try call(for: arguments)?.perform() ?? HelpCall.show()
    } catch  where arguments.first == "---completion" {
      // What a shell asks for while a call is typed.
      StandardStream.output.sendRows(OverfitCall.message(for: error))
      return .success
    } catch {
      let status = complain(of: error)
      let isTrial = ["trial", "describe"].contains(arguments.first)
      return isTrial && status == .usage ? .badArguments : status
    }
  }

  /// What the words ask for; nil for help. Without a word nothing is parsed: that takes a quarter of the
  /// time to the first prompt.
  private static func call(for arguments: [String]) throws -> (any Call)? {
    guard !arguments.isEmpty else { return PromptCall.withoutWords }
    return try OverfitCall.parseAsRoot(arguments) as? any Call
  }

  /// Tells of an error in one line, and gives the exit status that it has.
  @discardableResult
  static func complain(of error: any Error) -> ExitStatus {
    Complaint.message(of: error).map { Complaint.send($0) } ?? misunderstood(error)
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
    return complain(line.prefix(1).lowercased() + line.dropFirst(), .usage)
  }

  /// Says what is wrong in one line, and gives the status.
  @discardableResult
  static func complain(_ message: String, _ status: ExitStatus = .failure) -> ExitStatus {
    Complaint.send(message, status)
  }
}
