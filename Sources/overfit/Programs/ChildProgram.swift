internal import Synchronization
internal import TerminalText
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A module of Python that runs as a child of this program, in a group of its own, so that Ctrl-C at the
/// terminal is asked of this program alone.
final class ChildProgram: Sendable {
  /// What came of it so far.
  private struct State {
    var input: Int32
    let output: Int32
    let error: Int32
    /// What it has not taken yet.
    var unsent: [UInt8] = []
    /// What it wrote, as far as no line of it is whole.
    var unread: [UInt8] = []
    var complaint: [UInt8] = []
    var isOver = false
  }

  /// The most bytes of a line, and of what is kept of complaints.
  private static let longestLine = 16 << 20
  private static let longestComplaint = 1 << 16
  /// How long it is waited for, in milliseconds: for a line, and for its end before it is asked again.
  private static let moment: Int32 = 50
  private static let patience = 5000

  private let process: pid_t
  private let state: Mutex<State>

  /// Starts a module by the Python that OVERFIT_PYTHON names, else by the first one of the search path.
  static func start(_ module: String) throws(StartFailure) -> RunningProgram {
    let python = Environment.value("OVERFIT_PYTHON") ?? "python3"
    let child = try ChildProgram([python, "-c", Self.call(of: module)])
    return RunningProgram(
      send: { child.send($0) }, next: { child.next() }, end: { child.end() })
  }

  /// As `-m` calls a module, but for one thing: what lies in the folder where the person is may be a
  /// stranger's, and is no module, not even for this line itself.
  private static func call(of module: String) -> String {
    "import sys; sys.path = [place for place in sys.path if place]; import runpy; "
      + "runpy.run_module('\(module)', run_name='__main__', alter_sys=True)"
  }

  private init(_ words: [String]) throws(StartFailure) {
    var pipes = [[Int32]](repeating: [-1, -1], count: 3)
    for place in pipes.indices {
      guard pipe(&pipes[place]) == 0 else {
        throw StartFailure(problem: "there is no pipe to speak to \(words[0]) with")
      }
      for end in pipes[place] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    let (input, output, error) = (pipes[0], pipes[1], pipes[2])
    var identifier: pid_t = 0
    let code = Self.spawn(&identifier, words, [input[0], output[1], error[1]])
    for end in [input[0], output[1], error[1]] { close(end) }
    for end in [input[1], output[0], error[0]] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    process = identifier
    state = Mutex(State(input: input[1], output: output[0], error: error[0]))
    guard code == 0 else {
      for end in [input[1], output[0], error[0]] { close(end) }
      throw StartFailure(
        problem: "\(words[0].cleaned(.message)) can't be started: "
          + String(cString: strerror(code)))
    }
  }

  private static func spawn(
    _ process: inout pid_t, _ words: [String], _ streams: [Int32]
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    for number in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE, SIGXFSZ] { sigaddset(&usual, number) }
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETPGROUP))
    var texts = words.map { strdup($0) } + [nil]
    defer { for text in texts { free(text) } }
    return posix_spawnp(&process, words[0], &actions, &attributes, &texts, environ)
  }

  private func send(_ line: String) {
    state.withLock { state in
      state.unsent += Array(line.utf8) + [UInt8(ascii: "\n")]
      Self.write(&state)
    }
  }

  private func next() -> RunningProgram.News {
    state.withLock { state in
      if let line = Self.line(&state) { return .line(line) }
      if state.isOver { return .ended(Self.lastComplaint(state)) }
      Self.wait(&state)
      if let line = Self.line(&state) { return .line(line) }
      return .nothing
    }
  }

  /// Waits a moment, and takes and gives what there is.
  private static func wait(_ state: inout State) {
    var events = [
      pollfd(fd: state.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: state.error, events: Int16(POLLIN), revents: 0),
      pollfd(fd: state.unsent.isEmpty ? -1 : state.input, events: Int16(POLLOUT), revents: 0),
    ]
    guard poll(&events, nfds_t(events.count), moment) > 0 else { return }
    if events[2].revents != 0 { write(&state) }
    _ = read(state.error, into: &state.complaint)
    if state.complaint.count > longestComplaint {
      state.complaint.removeFirst(state.complaint.count - longestComplaint)
    }
    if events[0].revents != 0, !read(state.output, into: &state.unread) {
      state.isOver = true
      // What it said last comes just before its end.
      _ = read(state.error, into: &state.complaint)
    }
    if state.unread.count > longestLine { state.isOver = true }
  }

  /// Takes what can be read; false at its end.
  private static func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, &piece, piece.count)
      #else
        let count = Darwin.read(descriptor, &piece, piece.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 && errno == EAGAIN }
      bytes += piece[..<count]
    }
  }

  private static func write(_ state: inout State) {
    while state.input >= 0, !state.unsent.isEmpty {
      #if canImport(Glibc)
        let count = Glibc.write(state.input, state.unsent, state.unsent.count)
      #else
        let count = Darwin.write(state.input, state.unsent, state.unsent.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        if errno != EAGAIN { state.unsent = [] }
        return
      }
      state.unsent.removeFirst(count)
    }
  }

  private static func line(_ state: inout State) -> String? {
    guard let end = state.unread.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { state.unread.removeFirst(end + 1) }
    return String(decoding: state.unread[..<end], as: UTF8.self)
  }

  private static func lastComplaint(_ state: State) -> String? {
    String(decoding: state.complaint, as: UTF8.self).split(whereSeparator: \.isNewline)
      .last { !$0.allSatisfy(\.isWhitespace) }.map { String($0).cleaned(.message) }
  }

  /// Ends its input, and asks it to end where it does not by itself; who has given the command up waits
  /// for nothing.
  private func end() {
    state.withLock { state in
      if state.input >= 0 { close(state.input) }
      state.input = -1
      for signal in [0, SIGTERM, SIGKILL] {
        if signal != 0 { kill(-process, signal) }
        var time = 0
        while time < Self.patience, signal != 0 || !Signals.isGivenUp {
          if waitpid(process, nil, WNOHANG) != 0 {
            // What it began itself ends with it.
            kill(-process, SIGTERM)
            close(state.output)
            close(state.error)
            return
          }
          time += Int(Self.moment)
          usleep(UInt32(Self.moment) * 1000)
          (state.unread, state.complaint) = ([], [])
          _ = Self.read(state.output, into: &state.unread)
          _ = Self.read(state.error, into: &state.complaint)
        }
      }
    }
  }
}
