internal import CZeroMQ

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A socket for messages of several parts. One thread uses it at a time.
package final class MessageSocket: @unchecked Sendable {
  /// What a socket is for.
  package enum Kind: Sendable {
    /// Takes messages of many, and answers each.
    case router
    /// Asks those who wrote to a router beside it, and sends nothing to who isn't there yet.
    case asker
    /// Tells everybody who listens.
    case publisher
    /// Answers one after the other.
    case replier
    /// Asks a router.
    case dealer
    /// Asks a replier.
    case requester
    /// Listens to a publisher.
    case subscriber

    var code: Int32 {
      switch self {
      case .router, .asker: ZMQ_ROUTER
      case .publisher: ZMQ_PUB
      case .replier: ZMQ_REP
      case .dealer: ZMQ_DEALER
      case .requester: ZMQ_REQ
      case .subscriber: ZMQ_SUB
      }
    }
  }

  /// The most bytes of a part: of a larger one the sender is cut off.
  private static let mostBytes: Int64 = 64 << 20
  /// The most parts of a message that are looked at.
  private static let mostParts = 1_000

  private let context: SocketContext
  private var socket: UnsafeMutableRawPointer?

  init(_ socket: UnsafeMutableRawPointer, _ kind: Kind, of context: SocketContext) {
    (self.socket, self.context) = (socket, context)
    var limit = Self.mostBytes
    _ = library.set(socket, ZMQ_MAXMSGSIZE, &limit, MemoryLayout<Int64>.size)
    set(ZMQ_LINGER, 1_000)
    // A front end that comes again under its own name is the same one.
    if kind == .router || kind == .asker { set(ZMQ_ROUTER_HANDOVER, 1) }
    if kind == .asker { set(ZMQ_ROUTER_MANDATORY, 1) }
    // What a cell shows comes whole, however much it is.
    if kind == .publisher { set(ZMQ_SNDHWM, 0) }
  }

  private func set(_ option: Int32, _ value: Int32) {
    var value = value
    _ = library.set(socket, option, &value, MemoryLayout<Int32>.size)
  }

  deinit { close() }

  private var library: zmq_library { context.library }

  /// Opens it under an address.
  package func bind(_ address: String) throws(ConnectionFault) {
    guard let socket, library.bind(socket, address) == 0 else { throw refusal(of: address) }
  }

  /// Goes to the socket under an address.
  package func connect(_ address: String) throws(ConnectionFault) {
    guard let socket, library.connect(socket, address) == 0 else { throw refusal(of: address) }
  }

  /// Listens to everything.
  package func subscribe() {
    _ = library.set(socket, ZMQ_SUBSCRIBE, nil, 0)
  }

  /// Names it for the router that it goes to.
  package func call(itself name: String) {
    _ = library.set(socket, ZMQ_ROUTING_ID, name, name.utf8.count)
  }

  private func refusal(of address: String) -> ConnectionFault {
    let reason = library.reason(errno).map { String(cString: $0) } ?? "no reason is known"
    return .notBound(address: address, reason: reason)
  }

  /// Whether there is a message, at the latest after so many milliseconds; nil once the context has ended.
  package func wait(milliseconds: Int) -> Bool? {
    guard let socket else { return nil }
    var waiting = zmq_pollitem_t(socket: socket, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
    let found = library.poll(&waiting, 1, milliseconds)
    if found < 0, errno == EINTR { return false }
    return found < 0 ? nil : found > 0
  }

  /// Takes the message that is there; nil where it can't be taken.
  package func receive() -> [[UInt8]]? {
    var parts: [[UInt8]] = []
    while true {
      var part = zmq_msg_t()
      _ = library.message_init(&part)
      defer { _ = library.message_close(&part) }
      while library.message_receive(&part, socket, 0) < 0 {
        guard errno == EINTR else { return nil }
      }
      let count = library.message_size(&part)
      if parts.count < Self.mostParts {
        parts.append(
          Array(UnsafeRawBufferPointer(start: library.message_data(&part), count: count)))
      }
      if library.message_more(&part) == 0 { return parts }
    }
  }

  /// Sends a message; whether all of it is on its way.
  @discardableResult
  package func send(_ parts: [[UInt8]]) -> Bool {
    for (index, part) in parts.enumerated() {
      let flags = index + 1 < parts.count ? ZMQ_SNDMORE : 0
      while library.send(socket, part, part.count, flags) < 0 {
        guard errno == EINTR else { return false }
      }
    }
    return true
  }

  /// Closes it. What was sent goes on its way.
  package func close() {
    if let socket { _ = library.close(socket) }
    socket = nil
  }
}
