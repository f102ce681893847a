package import JSON

/// A message between a front end and a kernel.
package struct KernelMessage: Equatable, Sendable {
  /// Whom it came from, or goes to.
  package var identities: [[UInt8]] = []
  /// What it is: an object with `msg_id`, `msg_type`, `session` and others.
  package var header: JSONValue
  /// The header of what it answers, or an empty object.
  package var parent: JSONValue = [:]
  /// What else is said of it.
  package var metadata: JSONValue = [:]
  /// What it says.
  package var content: JSONValue = [:]
  /// Bytes that go with it.
  package var buffers: [[UInt8]] = []

  /// Makes a message.
  package init(header: JSONValue, parent: JSONValue = [:], content: JSONValue = [:]) {
    (self.header, self.parent, self.content) = (header, parent, content)
  }

  /// Its kind, such as "execute_request".
  package var type: String { header.text("msg_type") ?? "" }

  /// Whether it asks for an answer.
  var isRequest: Bool { type.hasSuffix("_request") }

  /// The kind of its answer: "execute_reply" for "execute_request".
  var replyType: String { String(type.dropLast(isRequest ? "request".count : 0)) + "reply" }
}

extension JSONValue {
  /// The text of a member; nil where there is none.
  package func text(_ name: String) -> String? {
    if case .string(let text)? = self[name] { text } else { nil }
  }

  /// The flag of a member; nil where there is none.
  package func flag(_ name: String) -> Bool? {
    if case .bool(let flag)? = self[name] { flag } else { nil }
  }

  /// The whole number of a member; nil where there is none.
  package func number(_ name: String) -> Int? {
    if case .integer(let number)? = self[name] { number } else { nil }
  }
}
