import JSON
import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The requests that don't wait for the cell that runs: to stop it, and to end.
final class KernelControl: Sendable {
  /// How long a cell may take to stop where the kernel ends.
  private static let mostMilliseconds = 3_000

  /// Whether the kernel has ended.
  let isDone = Atomic(false)
  private let voice: KernelVoice
  private let information: JSONValue
  private let surroundings: KernelSurroundings

  init(_ voice: KernelVoice, _ information: JSONValue, _ surroundings: KernelSurroundings) {
    (self.voice, self.information, self.surroundings) = (voice, information, surroundings)
  }

  /// Answers until the kernel is to end, and sees to it that it does.
  func serve() {
    let socket = voice.sockets.control
    while let isThere = socket.wait(milliseconds: 1_000) {
      if isThere, let message = voice.heard(socket), answer(message, over: socket) { break }
      if surroundings.isLeftAlone() { break }
    }
    socket.close()
    if isDone.load(ordering: .sequentiallyConsistent) { return }
    voice.sockets.context.end()
    // Asked twice, a training keeps nothing.
    for _ in 0..<2 { surroundings.interrupt() }
    for _ in 0..<Self.mostMilliseconds / 10 {
      if isDone.load(ordering: .sequentiallyConsistent) { return }
      usleep(10_000)
    }
    surroundings.giveUp()
  }

  /// Answers a message; whether the kernel is to end.
  private func answer(_ message: KernelMessage, over socket: MessageSocket) -> Bool {
    voice.publish(status: "busy", parent: message.header)
    defer { voice.publish(status: "idle", parent: message.header) }
    var content: JSONValue = ["status": "ok"]
    switch message.type {
    case "kernel_info_request": content = information.completed(by: content)
    case "interrupt_request": surroundings.interrupt()
    case "shutdown_request":
      content = ["status": "ok", "restart": .bool(message.content.flag("restart") ?? false)]
      voice.publish(message.replyType, content, parent: message.header)
    default: return false
    }
    voice.send(message.replyType, content, to: message, over: socket)
    return message.type == "shutdown_request"
  }
}
