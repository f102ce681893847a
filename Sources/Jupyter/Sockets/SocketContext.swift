internal import CZeroMQ

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What sockets belong to, in the library that is opened for them.
///
/// It is used from several threads, which the library allows.
package final class SocketContext: @unchecked Sendable {
  let library: zmq_library
  private let context: UnsafeMutableRawPointer

  /// Opens the library.
  ///
  /// - Throws: `ConnectionFault` where it is not installed.
  package init() throws(ConnectionFault) {
    var library = zmq_library()
    guard zmq_library_open(&library) != 0, let context = library.context_new() else {
      throw .noLibrary
    }
    (self.library, self.context) = (library, context)
  }

  /// Makes a socket; nil where the context has ended, or there is no more room for one.
  package func socket(_ kind: MessageSocket.Kind) -> MessageSocket? {
    library.socket(context, kind.code).map { MessageSocket($0, kind, of: self) }
  }

  /// Ends all waiting: nothing is received any more.
  package func end() {
    _ = library.context_shutdown(context)
  }

  /// Waits until what was sent is gone, at most for a second. All sockets are closed by then.
  package func finish() {
    end()
    while library.context_end(context) != 0, errno == EINTR {}
  }
}
