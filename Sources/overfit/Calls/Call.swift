internal import ArgumentParser

/// A way to call the program. Calls are read by ArgumentParser and carried out by the front door.
protocol Call: ParsableCommand {
  /// - Throws: `CallError`, `FileError` or `NotebookError`: one line on standard error, and
  ///   status 1.
  func perform() throws -> ExitStatus
}
