internal import ArgumentParser
internal import Session

/// Where calls come in and exit statuses go out.
enum FrontDoor {
  /// Carries out a call, given as the words behind the program's name.
  static func open(_ arguments: [String]) -> ExitStatus {
    StandardStream.openAll()
    SavedTerminal.save()
    Signals.install()
    let call: any ParsableCommand
    do {
      call = try OverfitCall.parseAsRoot(arguments)
    } catch {
      return misunderstood(error)
    }
    guard let call = call as? any Call else { return HelpCall.show() }
    do {
      return try call.perform()
    } catch {
      complain(message(for: error))
      return .failure
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
    complain(line.prefix(1).lowercased() + line.dropFirst())
    return .usage
  }

  private static func message(for error: any Error) -> String {
    if let error = error as? FileError { return "\(error.path): \(error.problem)" }
    return "\(error)"
  }

  private static func complain(_ message: String) {
    StandardStream.error.sendLine("overfit: \(HarmlessText.of(message))")
  }
}
