internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Standard output or standard error, written without a buffer, so that what two of them say comes
/// in the order in which it was said. Where cells come faster than they can be read, what they say is
/// held for a moment and written together (``hold(before:)``).
struct StandardStream {
  static let output = StandardStream(descriptor: STDOUT_FILENO)
  static let error = StandardStream(descriptor: STDERR_FILENO)

  let descriptor: Int32

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all of the text. When nobody reads any more, the program ends as the system would have
  /// ended it; when the disk is full, it says so and fails.
  func send(_ text: String) {
    if descriptor == STDOUT_FILENO, Self.takesUp(text) { return }
    Self.letGo()
    put(text)
  }

  private func put(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = write(descriptor, base, rest.count)
        if count >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        } else if errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, -1)
        } else if errno != EINTR {
          giveUp(errno)
        }
      }
    }
  }

  func sendLine(_ text: String) {
    send(text + "\n")
  }

  /// Sends text of any number of lines and ends the last one, unless there is no text.
  func sendRows(_ text: String) {
    send(text.isEmpty || text.hasSuffix("\n") ? text : text + "\n")
  }

  private func giveUp(_ reason: Int32) -> Never {
    if reason == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    if descriptor != STDERR_FILENO {
      StandardStream.error.sendLine("overfit: cannot write: \(String(cString: strerror(reason)))")
    }
    exit(ExitStatus.failure.rawValue)
  }
}

// What is held for a moment.
extension StandardStream {
  private struct Held {
    var text = ""
    /// How often something was said since it was asked how late it is.
    var count = 0
    let since = Stopwatch()
    let before: @Sendable () -> Void
  }

  /// Nobody sees that something comes so many seconds later.
  private static let secondsHeld = 0.04
  private static let bytesHeld = 1 << 16
  private static let held = Mutex<Held?>(nil)
  private static let isHolding = Atomic<Bool>(false)
  private static let holdCount = Atomic<Int>(0)

  /// Holds what goes to standard output from here on, until ``letGo()``: for a moment at most, and not
  /// while keys or lines are waited for, or something is said on standard error.
  ///
  /// - Parameter before: What is done first wherever something is let go.
  static func hold(before: @escaping @Sendable () -> Void = {}) {
    guard !isHolding.load(ordering: .relaxed) else { return }
    held.withLock { $0 = Held(before: before) }
    holdCount.add(1, ordering: .relaxed)
    isHolding.store(true, ordering: .releasing)
  }

  /// Tells what is held now from all that was held before; nil where nothing is.
  static var currentHold: Int? { holds ? holdCount.load(ordering: .relaxed) : nil }

  /// Whether something is held.
  static var holds: Bool { isHolding.load(ordering: .acquiring) }

  /// Writes what is held.
  static func letGo() {
    guard holds else { return }
    let text = held.withLock { held in
      defer { held = nil }
      return held.map { ($0.text, $0.before) }
    }
    isHolding.store(false, ordering: .releasing)
    guard let (text, before) = text else { return }
    before()
    if !text.isEmpty { output.put(text) }
  }

  /// The same where that has waited for its moment, for work that lasts.
  static func letGoInTime() {
    guard holds, held.withLock({ $0.map { $0.since.seconds > secondsHeld } ?? false }) else {
      return
    }
    letGo()
  }

  private static func takesUp(_ text: String) -> Bool {
    guard holds else { return false }
    let (isTaken, isFull) = held.withLock { held in
      guard held != nil else { return (false, false) }
      held?.text += text
      held?.count += 1
      // To ask for the time takes as long as all the rest.
      let isFull = held.map {
        $0.text.utf8.count > bytesHeld || $0.count & 7 == 0 && $0.since.seconds > secondsHeld
      }
      return (true, isFull ?? false)
    }
    if isFull { letGo() }
    return isTaken
  }
}

extension StandardStream {
  /// Opens those of the three standard streams that the caller has closed, on nothing.
  ///
  /// Else the next thing that is opened would take the place of one, and be read or written as it.
  static func openAll() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
  }
}
