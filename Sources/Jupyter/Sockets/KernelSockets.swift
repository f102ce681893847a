import Synchronization

/// The five sockets of a kernel.
final class KernelSockets: Sendable {
  let context: SocketContext
  let shell: MessageSocket
  let control: MessageSocket
  let questions: MessageSocket
  let heartbeat: MessageSocket
  /// Several threads tell the front ends what happens.
  private let publisher: Mutex<MessageSocket>

  /// Opens them where a connection file says.
  init(_ file: ConnectionFile) throws(ConnectionFault) {
    let context = try SocketContext()
    self.context = context
    func opened(
      _ kind: MessageSocket.Kind, _ channel: ConnectionFile.Channel
    ) throws(ConnectionFault) -> MessageSocket {
      guard let socket = context.socket(kind) else { throw .noLibrary }
      try socket.bind(file.address(of: channel))
      return socket
    }
    shell = try opened(.router, .shell)
    control = try opened(.router, .control)
    questions = try opened(.asker, .stdin)
    heartbeat = try opened(.replier, .heartbeat)
    publisher = Mutex(try opened(.publisher, .iopub))
  }

  /// Tells everybody who listens.
  func publish(_ parts: [[UInt8]]) {
    publisher.withLock { _ = $0.send(parts) }
  }

  /// Closes what no other thread closes itself, and waits until all is gone.
  func close() {
    publisher.withLock { $0.close() }
    for socket in [shell, questions] { socket.close() }
    context.finish()
  }
}
