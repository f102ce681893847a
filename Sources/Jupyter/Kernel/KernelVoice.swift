import JSON
import Synchronization

/// Says things to front ends, with the headers and signatures that they expect.
final class KernelVoice: Sendable {
  /// What is spoken: https://jupyter-client.readthedocs.io/en/stable/messaging.html
  private static let version = "5.3"

  let sockets: KernelSockets
  let wire: MessageWire
  private let session: String
  private let clock: @Sendable () -> String
  private let complaint: @Sendable (String) -> Void
  private let count = Mutex(0)

  init(
    _ sockets: KernelSockets, key: [UInt8], clock: @escaping @Sendable () -> String,
    complaint: @escaping @Sendable (String) -> Void
  ) {
    (self.sockets, self.clock, self.complaint) = (sockets, clock, complaint)
    wire = MessageWire(key: key)
    // A name that no other kernel has, as the protocol wants it; nothing that a cell shows hangs on it.
    var random = SystemRandomNumberGenerator()
    session = String(random.next(), radix: 16) + String(random.next(), radix: 16)
  }

  /// Tells everybody.
  ///
  /// - Parameter parent: The header of what it comes of.
  func publish(_ type: String, _ content: JSONValue, parent: JSONValue) {
    var message = message(type, content, parent: parent)
    message.identities = [Array("kernel.\(session).\(type)".utf8)]
    sockets.publish(wire.parts(of: message))
  }

  func publish(status: String, parent: JSONValue) {
    publish("status", ["execution_state": .string(status)], parent: parent)
  }

  /// Answers a request, or asks something because of it; whether that is on its way.
  @discardableResult
  func send(
    _ type: String, _ content: JSONValue, to request: KernelMessage, over socket: MessageSocket
  ) -> Bool {
    var message = message(type, content, parent: request.header)
    message.identities = request.identities
    return socket.send(wire.parts(of: message))
  }

  /// The next message of a socket; nil where it may not be heeded, which is said.
  func heard(_ socket: MessageSocket) -> KernelMessage? {
    guard let parts = socket.receive() else { return nil }
    do throws(MessageWire.Fault) {
      return try wire.message(of: parts)
    } catch {
      complaint("\(error.text) is not heeded")
      return nil
    }
  }

  private func message(_ type: String, _ content: JSONValue, parent: JSONValue) -> KernelMessage {
    let number = count.withLock {
      $0 += 1
      return $0
    }
    let header: JSONValue = [
      "msg_id": .string("\(session)_\(number)"), "msg_type": .string(type),
      "session": .string(session), "username": "kernel", "date": .string(clock()),
      "version": .string(Self.version),
    ]
    return KernelMessage(header: header, parent: parent, content: content)
  }
}
