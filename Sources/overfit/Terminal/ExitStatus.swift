/// What the program tells its caller.
enum ExitStatus: Int32 {
  case success = 0
  /// A command failed, or a notebook differs.
  case failure = 1
  /// The call was not understood.
  case usage = 2
  /// Ctrl-C during a pipe, a run or a replay.
  case interrupted = 130
}
