internal import Notebooks
internal import TerminalText
internal import Workbench

/// A line on standard error that says what is wrong.
enum Complaint {
  /// Says it, on a terminal in lines that end between words, and gives the status.
  @discardableResult
  static func send(_ message: String, _ status: ExitStatus = .failure) -> ExitStatus {
    let line = "overfit: \(message.cleaned(.text))"
    let columns = Terminal.columns(of: .error)
    let lines = columns.map { columns in
      line.split(separator: "\n", omittingEmptySubsequences: false)
        .flatMap { String($0).wrapped(to: columns) }
    }
    StandardStream.error.sendLine(lines?.joined(separator: "\n") ?? line)
    return status
  }

  /// What an error of ours says; nil for one of somebody else's.
  static func message(of error: any Error) -> String? {
    switch error {
    case let error as CallError: error.description
    case let error as NotebookError: error.description
    case let error as FileError: "\(error.path): \(error.problem)"
    default: nil
    }
  }
}
