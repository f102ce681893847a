/// Sends back what comes, by which a front end knows that the kernel lives.
enum Heartbeat {
  /// Does so until the context ends.
  static func serve(_ socket: MessageSocket) {
    while let isThere = socket.wait(milliseconds: 60_000) {
      guard isThere, let parts = socket.receive() else { continue }
      socket.send(parts)
    }
    socket.close()
  }
}
