internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What signals have said. Handlers do no more than set flags and wake the one who waits for keys;
/// everything else happens where the flags are looked at.
enum Signals {
  /// What the program is doing, which is what a signal means.
  private enum Activity: UInt8 {
    /// Nothing that could be lost or would have to be tidied up.
    case starting
    /// Waiting for keys, with the terminal in the editor's hands.
    case editing
    /// Waiting for the lines of a pipe.
    case reading
    /// Running a command.
    case running
    /// On the way from one of these to the next.
    case between
  }

  private struct Flags: ~Copyable {
    let presses = Atomic<Int>(0)
    let isOutOfTime = Atomic<Bool>(false)
    /// Whether the time of a cell is measured.
    let isTimed = Atomic<Bool>(false)
    /// Whether the key that stops the program gives the terminal back first.
    let stopsTidily = Atomic<Bool>(false)
    let pending = Atomic<UInt64>(0)
    let activity = Atomic<UInt8>(Activity.starting.rawValue)
    let wakeReader = Atomic<Int32>(-1)
    let wakeWriter = Atomic<Int32>(-1)
  }

  // Made in `install`, so that no handler is the first to touch it.
  private static let flags = Flags()

  private static let endings = [SIGTERM, SIGHUP, SIGQUIT]
  private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  /// Installs the handlers, each unless the caller wanted the signal to be ignored (nohup).
  static func install() {
    var pipeEnds: [Int32] = [-1, -1]
    if pipe(&pipeEnds) == 0 {
      for end in pipeEnds {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
      flags.wakeReader.store(pipeEnds[0], ordering: .releasing)
      flags.wakeWriter.store(pipeEnds[1], ordering: .releasing)
    }
    unblock()
    // A write to a pipe that nobody reads is an error to be handled, not a signal.
    signal(SIGPIPE, SIG_IGN)
    // So is one beyond the size that files may have here.
    signal(SIGXFSZ, SIG_IGN)
    handle(SIGINT) { _ in Signals.interrupt() }
    signal(SIGALRM) { _ in Signals.flags.isOutOfTime.store(true, ordering: .relaxed) }
    if isatty(STDIN_FILENO) == 1 {
      for ending in endings { handle(ending) { Signals.end($0) } }
      // Handlers of the language's own would hold the terminal until a key is pressed; who has asked
      // for them by SWIFT_BACKTRACE gets them.
      let keepsReports = Environment.value("SWIFT_BACKTRACE") != nil
      makeCrashStack()
      for crash in crashes where !keepsReports || action(of: crash) == byDefault {
        handleCrash(crash)
      }
      handle(SIGWINCH) { Signals.note($0) }
      handle(SIGCONT) { Signals.note($0) }
    }
  }

  /// What asks the program to end asks the command that runs to stop, as Ctrl-C does; a second time,
  /// and where nothing runs, it ends the program.
  static func endByAsking() {
    var awaited = sigset_t()
    sigemptyset(&awaited)
    sigaddset(&awaited, SIGUSR1)
    sigprocmask(SIG_UNBLOCK, &awaited, nil)
    for number in [SIGINT, SIGTERM, SIGUSR1] { handle(number) { Signals.askToStop($0) } }
  }

  /// Ctrl-C stops the command that runs and nothing else, even where who started the program in the
  /// background has it ignored.
  static func heedInterrupts() {
    beginWaiting(editing: false)
    signal(SIGINT) { _ in Signals.interrupt() }
  }

  /// A caller with threads may hand down a mask that blocks what is waited for here.
  private static func unblock() {
    var awaited = sigset_t()
    sigemptyset(&awaited)
    for number in endings + [SIGINT, SIGALRM, SIGWINCH, SIGCONT, SIGTSTP] {
      sigaddset(&awaited, number)
    }
    sigprocmask(SIG_UNBLOCK, &awaited, nil)
  }

  /// Keys are waited for until ``endWaiting()``, and signals wait for ``take(_:)``: all of them
  /// where the terminal is in an editor's hands, else Ctrl-C alone.
  static func beginWaiting(editing: Bool) {
    set(editing ? .editing : .reading)
    guard editing else { return }
    flags.stopsTidily.store(false, ordering: .sequentiallyConsistent)
    handle(SIGTSTP) { Signals.note($0) }
  }

  static func endWaiting() {
    set(.between)
    let isTold = flags.stopsTidily.exchange(true, ordering: .sequentiallyConsistent)
    if !isTold { handle(SIGTSTP) { Signals.stop($0) } }
  }

  /// A command runs until ``endCommand()``: the first Ctrl-C asks it to stop, the second to keep
  /// nothing of it. One that came just before counts too.
  static func beginCommand() {
    flags.presses.store(0, ordering: .sequentiallyConsistent)
    flags.isOutOfTime.store(false, ordering: .relaxed)
    set(.running)
    if take(SIGINT) { flags.presses.add(1, ordering: .sequentiallyConsistent) }
  }

  static func endCommand() {
    if flags.isTimed.exchange(false, ordering: .relaxed) { alarm(0) }
    set(.between)
  }

  /// Gives the cell that begins some seconds, from now on; 0 for as many as it takes.
  static func beginCell(seconds: Int) {
    flags.isTimed.store(true, ordering: .relaxed)
    alarm(UInt32(clamping: seconds))
  }

  private static func set(_ activity: Activity) {
    flags.activity.store(activity.rawValue, ordering: .sequentiallyConsistent)
  }

  /// Whether the command that runs, or the one that ran last, was asked to stop.
  static var isInterrupted: Bool {
    flags.presses.load(ordering: .relaxed) > 0
  }

  /// Whether it was asked again, so that nothing is to be kept of it.
  static var isGivenUp: Bool {
    flags.presses.load(ordering: .relaxed) > 1
  }

  /// Whether a cell of it took longer than it may.
  static var isOutOfTime: Bool {
    flags.isOutOfTime.load(ordering: .relaxed)
  }

  /// Whether the signal came since it was last asked for.
  static func take(_ signal: Int32) -> Bool {
    let bit: UInt64 = 1 << UInt64(signal)
    return flags.pending.bitwiseAnd(~bit, ordering: .sequentiallyConsistent).oldValue & bit != 0
  }

  /// The signal, if there is one, that asks the program to end.
  static func takeEnding() -> Int32? {
    endings.first { take($0) }
  }

  /// Becomes readable when a signal came.
  static var wakeDescriptor: Int32 { flags.wakeReader.load(ordering: .acquiring) }

  /// Empties the pipe that woke the one who waited.
  static func quiet() {
    var byte: UInt8 = 0
    while read(wakeDescriptor, &byte, 1) > 0 {}
  }

  /// Stops the program until the shell lets it go on, as Ctrl-Z does to one without a handler.
  static func suspend() {
    signal(SIGTSTP, SIG_DFL)
    raise(SIGTSTP)
    handle(SIGTSTP) { Signals.note($0) }
  }

  /// Ends the program by the signal, so that its caller learns of it.
  static func die(of number: Int32) -> Never {
    signal(number, SIG_DFL)
    raise(number)
    exit(ExitStatus.failure.rawValue)
  }
}

// What runs inside of handlers: atomics and functions that POSIX calls async-signal-safe.
extension Signals {
  private static func note(_ signal: Int32) {
    flags.pending.bitwiseOr(1 << UInt64(signal), ordering: .sequentiallyConsistent)
    wake()
  }

  private static func wake() {
    let number = errno
    var byte: UInt8 = 0
    _ = write(flags.wakeWriter.load(ordering: .acquiring), &byte, 1)
    errno = number
  }

  private static var activity: UInt8 {
    flags.activity.load(ordering: .sequentiallyConsistent)
  }

  private static func interrupt() {
    switch activity {
    case Activity.editing.rawValue, Activity.reading.rawValue, Activity.between.rawValue:
      note(SIGINT)
    case Activity.running.rawValue:
      flags.presses.add(1, ordering: .sequentiallyConsistent)
      // A command may be asking a question, and just be about to wait for the answer.
      wake()
    default:
      SavedTerminal.restore()
      _exit(ExitStatus.interrupted.rawValue)
    }
  }

  private static func askToStop(_ number: Int32) {
    let isFirst =
      activity == Activity.running.rawValue
      && flags.presses.add(1, ordering: .sequentiallyConsistent).oldValue == 0
    if !isFirst { _exit(128 + number) }
  }

  private static func end(_ signal: Int32) {
    if activity == Activity.editing.rawValue { note(signal) } else { endNow(signal) }
  }

  /// Once this handler is done, the system stops the program.
  private static func stop(_ number: Int32) {
    SavedTerminal.endView()
    SavedTerminal.endPastes()
    flags.stopsTidily.store(false, ordering: .sequentiallyConsistent)
    signal(number, SIG_DFL)
    raise(number)
  }

  private static func endNow(_ number: Int32) {
    SavedTerminal.restore()
    signal(number, SIG_DFL)
    raise(number)
  }
}

// The present action of a signal: a union of C that is spelt differently on each system.
extension Signals {
  /// Installs a handler, unless the signal is ignored.
  private static func handle(
    _ number: Int32, with handler: @escaping @convention(c) (Int32) -> Void
  ) {
    if action(of: number) != ignored { signal(number, handler) }
  }

  /// The same on a stack of its own: a crash may come of a stack that is full.
  private static func handleCrash(_ number: Int32) {
    guard action(of: number) != ignored else { return }
    var action = sigaction()
    action.sa_flags = SA_ONSTACK
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = { Signals.endNow($0) }
    #else
      action.__sigaction_u.__sa_handler = { Signals.endNow($0) }
    #endif
    sigaction(number, &action, nil)
  }

  private static func makeCrashStack() {
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  private static let byDefault: UInt = 0
  private static let ignored: UInt = 1

  private static func action(of number: Int32) -> UInt {
    var action = sigaction()
    sigaction(number, nil, &action)
    #if canImport(Glibc)
      return unsafeBitCast(action.__sigaction_handler.sa_handler, to: UInt.self)
    #else
      return unsafeBitCast(action.__sigaction_u.__sa_handler, to: UInt.self)
    #endif
  }
}
