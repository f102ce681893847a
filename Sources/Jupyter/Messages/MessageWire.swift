import JSON
import Synchronization

/// Messages as the parts that go over a socket: whom they are for, a mark, a signature, four objects of
/// JSON, and buffers.
package final class MessageWire: Sendable {
  /// What is wrong with a message that came.
  package enum Fault: Error, Equatable, Sendable, CaseIterable {
    /// The mark behind the identities is missing.
    case noMark
    /// There are fewer parts than every message has.
    case cutOff
    /// It is signed by somebody else.
    case badSignature
    /// It came before.
    case repeated
    /// A part is no object of JSON.
    case noObject
    /// The header does not say what it is.
    case noType

    /// What is wrong, in words.
    package var text: String {
      switch self {
      case .noMark: "a message without a mark behind its identities"
      case .cutOff: "a message that is cut off"
      case .badSignature: "a message with another signature"
      case .repeated: "a message that came before"
      case .noObject: "a message that is no JSON"
      case .noType: "a message that does not say what it is"
      }
    }
  }

  private static let mark = Array("<IDS|MSG>".utf8)

  private let signature: MessageSignature
  private let seen = Mutex(SeenSignatures())

  /// Makes a wire whose messages are signed with a key; with an empty one they are not.
  package init(key: [UInt8]) {
    signature = MessageSignature(key: key)
  }

  /// The parts of a message.
  package func parts(of message: KernelMessage) -> [[UInt8]] {
    let objects = [message.header, message.parent, message.metadata, message.content]
      .map { Array($0.text.utf8) }
    return message.identities + [Self.mark, signature.of(objects)] + objects + message.buffers
  }

  /// The message that parts make up. A signature is taken once.
  ///
  /// - Throws: `Fault` where they make up none that may be heeded.
  package func message(of parts: [[UInt8]]) throws(Fault) -> KernelMessage {
    guard let place = parts.firstIndex(of: Self.mark) else { throw .noMark }
    let rest = parts[(place + 1)...]
    guard rest.count >= 5, let given = rest.first else { throw .cutOff }
    let objects = Array(rest.dropFirst().prefix(4))
    if signature.isAsked {
      guard MessageSignature.isSame(given, signature.of(objects)) else { throw .badSignature }
      guard seen.withLock({ $0.note(given) }) else { throw .repeated }
    }
    var values: [JSONValue] = []
    for object in objects {
      guard let value = try? JSONValue(reading: object), case .object = value else {
        throw .noObject
      }
      values.append(value)
    }
    var message = KernelMessage(header: values[0], parent: values[1], content: values[3])
    guard !message.type.isEmpty else { throw .noType }
    message.metadata = values[2]
    message.identities = Array(parts[..<place])
    message.buffers = Array(rest.dropFirst(5))
    return message
  }
}
