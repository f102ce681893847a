internal import ArgumentParser

/// A way to call the program. Calls are read by ArgumentParser and carried out by the front door.
protocol Call: ParsableCommand {
  var global: GlobalOptionWords { get }

  /// - Throws: `CallError`, `FileError` or `NotebookError` where it cannot be carried out, or
  ///   `ValidationError` for what is bad usage.
  func perform() throws -> ExitStatus
}

extension Call {
  /// The options that hold for every call.
  var options: GlobalOptions { global.values }
}
