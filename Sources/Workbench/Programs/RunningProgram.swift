/// A program that was started, and is spoken with in lines: over its standard input and output.
package struct RunningProgram: Sendable {
  /// What came of waiting for a line.
  package enum News: Equatable, Sendable {
    /// A line, without its end.
    case line(String)
    /// Nothing for a moment.
    case nothing
    /// The program has ended; the last line that it wrote for people, where there was one.
    case ended(String?)
  }

  /// Starts a module of Python as a program.
  package typealias Start =
    @Sendable (_ module: String) throws(StartFailure) -> RunningProgram

  /// Sends a line; one that has ended is told nothing.
  package let send: @Sendable (_ line: String) -> Void
  /// Waits for a line, and no longer than a moment.
  package let next: @Sendable () -> News
  /// Ends it: its input ends, and where that is not heeded, it is ended.
  package let end: @Sendable () -> Void

  /// Makes it of its parts.
  package init(
    send: @escaping @Sendable (_ line: String) -> Void, next: @escaping @Sendable () -> News,
    end: @escaping @Sendable () -> Void
  ) {
    (self.send, self.next, self.end) = (send, next, end)
  }
}

/// Why a program was not started, as a sentence for the student.
package struct StartFailure: Error, Equatable, Sendable {
  /// What went wrong, without a capital or a full stop.
  package let problem: String

  /// Makes a failure.
  package init(problem: String) { self.problem = problem }
}
