/// Why there is no kernel under a connection file.
package enum ConnectionFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file holds no object of JSON.
  case noObject
  /// It lacks a value.
  case missing(String)
  /// A value is not what is expected.
  case value(String)
  /// A value is none of those that are known.
  case unknown(String, known: [String])
  /// Two sockets have one port.
  case repeatedPort
  /// The address is not of this machine alone.
  case foreignAddress
  /// The library of the sockets is not installed.
  case noLibrary
  /// A socket can't be opened here.
  case notBound(address: String, reason: String)

  /// What is wrong, for whoever reads what the kernel says.
  package var description: String {
    switch self {
    case .noObject: "it is no connection file of Jupyter, which is an object of JSON"
    case .missing(let name): "it is no connection file of Jupyter: \(name) is missing"
    case .value(let name): "\(name) is not what a connection file of Jupyter has there"
    case .unknown(let name, let known):
      "\(name) is another one than \(known.joined(separator: " or "))"
    case .repeatedPort: "two sockets have the same port"
    case .foreignAddress:
      "ip is an address that other machines reach: a kernel is for 127.0.0.1 alone"
    case .noLibrary: "libzmq is not installed (libzmq5 has it)"
    case .notBound(let address, let reason): "\(address) can't be opened: \(reason)"
    }
  }
}
