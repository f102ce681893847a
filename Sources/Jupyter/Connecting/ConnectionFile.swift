import JSON

/// Where a kernel is to be reached, as a front end tells it in a file.
package struct ConnectionFile: Equatable, Sendable {
  /// The sockets of a kernel, by the words that their ports are named with.
  package enum Channel: String, CaseIterable, Sendable {
    /// Requests to run, to complete, to explain.
    case shell
    /// What the kernel tells everybody.
    case iopub
    /// Questions of the kernel.
    case stdin
    /// Requests that don't wait: to stop, to end.
    case control
    /// What comes is sent back.
    case heartbeat = "hb"
  }

  /// How the sockets are reached.
  package enum Transport: String, CaseIterable, Sendable {
    /// By ports of this machine.
    case tcp
    /// By files of it.
    case ipc
  }

  /// How the sockets are reached.
  package let transport: Transport
  /// The address of this machine, or what the paths of the files begin with.
  package let ip: String
  /// The numbers of the ports, or of the files.
  package let ports: [Channel: Int]
  /// What messages are signed with; empty where they are not signed.
  package let key: [UInt8]

  /// The one way in which messages are signed here.
  static let scheme = "hmac-sha256"

  /// Reads a file.
  ///
  /// - Throws: `ConnectionFault` where it is no such file, or would open a socket to other machines.
  package init(reading bytes: [UInt8]) throws(ConnectionFault) {
    guard let file = try? JSONValue(reading: bytes), case .object = file else {
      throw .noObject
    }
    guard let transport = Transport(rawValue: try Self.text("transport", of: file)) else {
      throw .unknown("transport", known: Transport.allCases.map(\.rawValue))
    }
    self.transport = transport
    let ip = try Self.text("ip", of: file)
    self.ip = transport == .tcp && ip == "localhost" ? "127.0.0.1" : ip
    if transport == .tcp, !Self.isOfThisMachine(self.ip) { throw .foreignAddress }
    if ip.isEmpty || ip.utf8.contains(0) { throw .value("ip") }
    var ports: [Channel: Int] = [:]
    for channel in Channel.allCases {
      let name = "\(channel.rawValue)_port"
      guard let value = file[name] else { throw .missing(name) }
      let range = transport == .tcp ? 1...65_535 : 0...Int(Int32.max)
      guard case .integer(let port) = value, range.contains(port) else { throw .value(name) }
      if ports.values.contains(port) { throw .repeatedPort }
      ports[channel] = port
    }
    self.ports = ports
    key = Array(try Self.text("key", of: file).utf8)
    let scheme = file["signature_scheme"] ?? .string(Self.scheme)
    if !key.isEmpty, scheme != .string(Self.scheme) {
      throw .unknown("signature_scheme", known: [Self.scheme])
    }
  }

  /// Where a socket is bound.
  package func address(of channel: Channel) -> String {
    let port = ports[channel] ?? 0
    return transport == .tcp ? "tcp://\(ip):\(port)" : "ipc://\(ip)-\(port)"
  }

  private static func text(
    _ name: String, of file: JSONValue
  ) throws(ConnectionFault) -> String {
    guard let value = file[name] else { throw .missing(name) }
    guard case .string(let text) = value else { throw .value(name) }
    return text
  }

  /// Whether it is 127.0.0.0/8, written out.
  private static func isOfThisMachine(_ ip: String) -> Bool {
    let parts = ip.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { (1...3).contains($0.utf8.count) && UInt8($0) != nil }
  }
}
