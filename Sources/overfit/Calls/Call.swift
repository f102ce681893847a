internal import ArgumentParser

/// A way to call the program. Calls are read by ArgumentParser and carried out by the front door.
protocol Call: ParsableCommand {
  var options: GlobalOptions { get }
  /// - Throws: `Complaint`, or `ValidationError` for what is bad usage.
  func perform(_ door: FrontDoor) throws -> ExitStatus
}
