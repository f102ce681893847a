#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Standard output or standard error, written without a buffer, so that what two of them say comes
/// in the order in which it was said.
struct StandardStream {
  static let output = StandardStream(descriptor: STDOUT_FILENO)
  static let error = StandardStream(descriptor: STDERR_FILENO)

  let descriptor: Int32

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all of the text. When nobody reads any more, the program ends as the system would have
  /// ended it; when the disk is full, it says so and fails.
  func send(_ text: String) {
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
