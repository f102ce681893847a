internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Standard input, which is waited for together with the signals.
enum StandardInput {
  /// What was taken and is to be taken once more, before all that comes.
  private static let returned = Mutex<[UInt8]>([])

  private static var hasReturned: Bool { returned.withLock { !$0.isEmpty } }

  /// Gives bytes back that were not meant for the one who took them.
  static func giveBack(_ bytes: some Collection<UInt8>) {
    returned.withLock { $0 = Array(bytes) + $0 }
  }

  /// Forgets what was given back, as the terminal forgets what was typed before a Ctrl-C.
  static func forget() { returned.withLock { $0 = [] } }

  /// A letter that was a key where it was typed, and may have begun a word: it is taken with the letter
  /// that goes on with it, where that comes soon.
  private static let held = Mutex<(letter: UInt8, next: UInt8, since: Stopwatch)?>(nil)

  /// How long a slow typist takes from letter to letter.
  private static let secondsHeld = 2.0

  /// Has a letter at hand that was taken for a key, where another one comes next.
  static func hold(_ letter: UInt8, before next: UInt8) {
    held.withLock { $0 = (letter, next, Stopwatch()) }
  }

  /// The letter before bytes that go on with it; nil where none is held, or they are other ones.
  private static func letter(before first: UInt8) -> UInt8? {
    held.withLock { held in
      defer { held = nil }
      guard let one = held, one.next == first, one.since.seconds < secondsHeld else { return nil }
      return one.letter
    }
  }

  /// Waits until there are bytes or a signal comes, at the latest for so many milliseconds, or for
  /// ever; whether there are bytes, or their end.
  static func wait(within milliseconds: Int32 = -1) -> Bool {
    let waiting = look(within: milliseconds)
    Signals.quiet()
    return waiting[0].revents != 0
  }

  /// Whether there are bytes, or their end, or a signal that nobody has taken note of.
  static var hasNews: Bool { look(within: 0).contains { $0.revents != 0 } }

  private static func look(within milliseconds: Int32) -> [pollfd] {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: Signals.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let hasReturned = hasReturned
    poll(&waiting, nfds_t(waiting.count), hasReturned ? 0 : milliseconds)
    if hasReturned { waiting[0].revents = Int16(POLLIN) }
    return waiting
  }

  /// Whether there are bytes, or their end, at the latest after so many milliseconds.
  static func hasMore(within milliseconds: Int32) -> Bool {
    if hasReturned { return true }
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }

  /// Where bytes are read: a terminal is opened once more, so that reading never waits. Ctrl-C makes
  /// a terminal forget the bytes that were there a moment ago.
  private static let source: Int32 = {
    guard isatty(STDIN_FILENO) == 1, let name = ttyname(STDIN_FILENO) else { return STDIN_FILENO }
    let terminal = open(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    return terminal >= 0 ? terminal : STDIN_FILENO
  }()

  /// Takes bytes that are there, at most `limit`. How many came: 0 at the end, nil where it is to
  /// be asked again.
  static func take(_ bytes: UnsafeMutableRawPointer, limit: Int) -> Int? {
    let again = returned.withLock { returned in
      let again = returned.prefix(limit)
      returned.removeFirst(again.count)
      return Array(again)
    }
    if !again.isEmpty {
      bytes.copyMemory(from: again, byteCount: again.count)
      return again.count
    }
    let count = read(source, bytes, limit)
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    guard count > 0 else { return 0 }
    let start = UnsafeMutableRawBufferPointer(start: bytes, count: count)
    guard let letter = letter(before: start[0]) else { return count }
    giveBack(Array(start))
    start[0] = letter
    return 1
  }
}
