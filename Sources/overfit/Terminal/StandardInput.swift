#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Standard input, which is waited for together with the signals.
enum StandardInput {
  /// Waits until there are bytes or a signal comes; whether there are bytes, or their end.
  static func wait() -> Bool {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: Signals.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waiting, nfds_t(waiting.count), -1)
    Signals.quiet()
    return waiting[0].revents != 0
  }

  /// Whether there are bytes, or their end, at the latest after so many milliseconds.
  static func hasMore(within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }

  /// Takes bytes that are there, at most `limit`. How many came: 0 at the end, nil where it is to
  /// be asked again.
  static func take(_ bytes: UnsafeMutableRawPointer, limit: Int) -> Int? {
    let count = read(STDIN_FILENO, bytes, limit)
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    return max(count, 0)
  }
}
