/// What the program tells its caller.
enum ExitStatus: Int32 {
  case success = 0
  /// A command failed, or a notebook differs.
  case failure = 1
  /// The call was not understood.
  case usage = 2
  /// A trial whose network can't be built, or whose training came to no finite number.
  case infeasible = 3
  /// The call of a trial, or one of its settings, was not understood.
  case badArguments = 64
  /// The notebook of a trial, its data or its checkpoint is not fit for it.
  case badData = 65
  /// A mistake of ours.
  case internalFault = 70
  /// A file of a trial can't be written.
  case fileTrouble = 74
  /// A trial was stopped, and the same call goes on with it.
  case goesOn = 75
  /// Ctrl-C during a pipe, a run or a replay.
  case interrupted = 130
}
