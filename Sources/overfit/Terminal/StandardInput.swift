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

  /// What was read together with the key before it.
  private struct Ahead {
    var bytes: ArraySlice<UInt8> = []

    /// Where the return key stands behind plain letters, and nothing else before it.
    var endOfLine: Int? {
      guard let end = bytes.firstIndex(where: { !(0x20..<0x7F).contains($0) }),
        end > bytes.startIndex, bytes[end] == 0x0D || bytes[end] == 0x0A
      else { return nil }
      return end
    }
  }

  private static let ahead = Mutex(Ahead())
  /// How many bytes are read at once where keys are asked for one by one: none before so many are there.
  /// What somebody has typed for whatever comes behind the program is left to that.
  private static let keysTogether = (least: 64, most: 1 << 12)

  private static var hasReturned: Bool {
    returned.withLock { !$0.isEmpty } || ahead.withLock { !$0.bytes.isEmpty }
  }

  /// Gives bytes back that were not meant for the one who took them.
  static func giveBack(_ bytes: some Collection<UInt8>) {
    returned.withLock { $0 = Array(bytes) + $0 }
  }

  /// Forgets what was given back, as the terminal forgets what was typed before a Ctrl-C.
  static func forget() {
    returned.withLock { $0 = [] }
    ahead.withLock { $0.bytes = [] }
  }

  /// Forgets the keys that were typed so far, and have not been asked for.
  static func forgetTyped() {
    ahead.withLock { $0.bytes = [] }
    tcflush(STDIN_FILENO, TCIFLUSH)
  }

  /// Takes a line of plain letters that was read together with earlier keys; nil where the next keys are
  /// none.
  static func takeLine() -> String? {
    guard returned.withLock({ $0.isEmpty }) else { return nil }
    return ahead.withLock { ahead in
      guard let end = ahead.endOfLine else { return nil }
      defer { ahead.bytes = ahead.bytes[(end + 1)...] }
      return String(decoding: ahead.bytes[..<end], as: UTF8.self)
    }
  }

  /// Whether there is such a line.
  static var hasLine: Bool {
    returned.withLock { $0.isEmpty } && ahead.withLock { $0.endOfLine != nil }
  }

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
    if hasReturned { return true }
    StandardStream.letGo()
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
    if milliseconds != 0 { StandardStream.letGo() }
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
    if limit == 1, let key = key() {
      bytes.storeBytes(of: key, as: UInt8.self)
      return 1
    }
    let kept = ahead.withLock { ahead in
      defer { ahead.bytes = ahead.bytes.dropFirst(limit) }
      return Array(ahead.bytes.prefix(limit))
    }
    if !kept.isEmpty {
      bytes.copyMemory(from: kept, byteCount: kept.count)
      return kept.count
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

  /// One byte, where some are there: they are read together, and kept until they are asked for.
  private static func key() -> UInt8? {
    if let key = ahead.withLock({ $0.bytes.popFirst() }) { return key }
    var there: Int32 = 0
    #if canImport(Glibc)
      _ = ioctl(source, UInt(FIONREAD), &there)
    #endif
    guard there >= keysTogether.least else { return nil }
    var piece = [UInt8](repeating: 0, count: keysTogether.most)
    let count = read(source, &piece, piece.count)
    guard count > 0 else { return nil }
    let bytes = (letter(before: piece[0]).map { [$0] } ?? []) + piece[..<count]
    ahead.withLock { $0.bytes = bytes.dropFirst() }
    return bytes[0]
  }
}
