import Foundation

/// A small HTTP/1.1 server on 127.0.0.1, for tests: one thread, one request a connection.
public final class LocalServer: Sendable {
  public let port: UInt16
  private let listener: Int32
  private let state: Locked<State>

  private struct State {
    var files: [String: ServedFile]
    var ranges: [String?] = []
    var isClosed = false
    var open: [Int32] = []
  }

  /// Serves the files, keyed by their paths ("/digits.gz"), from the moment it is made.
  public init(_ files: [String: ServedFile]) {
    state = Locked(State(files: files))
    (listener, port) = LocalServer.listen()
    Thread.detachNewThread { [self] in serve() }
  }

  public func url(_ path: String) -> String {
    "http://127.0.0.1:\(port)\(path)"
  }

  /// The Range header of every request so far; nil for a request without one.
  public var ranges: [String?] {
    state.read { $0.ranges }
  }

  /// Answers no more and hangs up on those who wait.
  public func stop() {
    state.change { state in
      state.isClosed = true
      for connection in state.open { close(connection) }
      state.open = []
    }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private static func listen() -> (socket: Int32, port: UInt16) {
    #if canImport(Glibc)
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        precondition(bind(listener, pointer, length) == 0, "no free port")
        precondition(getsockname(listener, pointer, &length) == 0)
      }
    }
    precondition(Foundation.listen(listener, 16) == 0)
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      guard let request = Request(from: connection) else {
        close(connection)
        continue
      }
      let file = state.change { state in
        state.ranges.append(request.range)
        let file = state.files[request.path]
        if case .cut(let bytes, _) = file { state.files[request.path] = .bytes(bytes) }
        return file
      }
      if Answer(file, to: request).send(on: connection) {
        close(connection)
      } else {
        state.change { $0.open.append(connection) }
      }
    }
  }
}
