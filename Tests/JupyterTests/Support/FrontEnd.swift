import Foundation
import JSON
import Synchronization
import Testing

@testable import Jupyter

/// A front end of a kernel that runs in a thread beside it.
final class FrontEnd {
  private let context: SocketContext
  private let shell: MessageSocket
  private let control: MessageSocket
  private let questions: MessageSocket
  private let questionsAddress: String
  private let listener: MessageSocket
  private let heart: MessageSocket
  private let wire = MessageWire(key: Array("key".utf8))
  private let reader = MessageWire(key: Array("key".utf8))
  private let folder = NSTemporaryDirectory() + "kernel-\(UUID().uuidString.prefix(8))"
  private let said = Said()
  private var number = 0
  /// The requests whose news are listened to.
  private var ids: Set<String> = []
  /// What was told since the last request, as a word or two, and in full.
  private(set) var told: [(String, JSONValue)] = []

  private final class Said: Sendable {
    let complaints = Mutex<[String]>([])
    let hasEnded = Atomic(false)
  }

  /// - Parameter hearsQuestions: Whether questions are heard from the start, or once it listens to them.
  init(hearsQuestions: Bool = true) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = """
      {"transport": "ipc", "ip": "\(folder)/s", "key": "key", "signature_scheme": "hmac-sha256",
      "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5}
      """
    let file = try ConnectionFile(reading: Array(text.utf8))
    let (said, flag) = (said, StopFlag())
    let surroundings = KernelSurroundings(
      clock: { "2026-01-01T00:00:00.000000+00:00" },
      complaint: { line in said.complaints.withLock { $0.append(line) } },
      interrupt: { flag.set() })
    let isOpen = SocketThread.start {
      guard let kernel = try? Kernel(file, EchoLanguage(flag: flag), in: surroundings) else {
        return
      }
      kernel.run()
      said.hasEnded.store(true, ordering: .sequentiallyConsistent)
    }
    #expect(isOpen)
    let context = try SocketContext()
    self.context = context
    func opened(_ kind: MessageSocket.Kind) throws -> MessageSocket {
      let socket = try #require(context.socket(kind))
      // A kernel asks the one whose cell it runs.
      if kind == .dealer { socket.call(itself: "front") }
      return socket
    }
    func connected(
      _ kind: MessageSocket.Kind, _ channel: ConnectionFile.Channel
    ) throws -> MessageSocket {
      let socket = try opened(kind)
      try socket.connect(file.address(of: channel))
      return socket
    }
    listener = try connected(.subscriber, .iopub)
    listener.subscribe()
    shell = try connected(.dealer, .shell)
    control = try connected(.dealer, .control)
    questions = try opened(.dealer)
    questionsAddress = file.address(of: .stdin)
    heart = try connected(.requester, .heartbeat)
    if hearsQuestions { try listenToQuestions() }
    // What a kernel tells is heard from the moment on in which the listener is known to it.
    repeat {
      ids = []
      send("kernel_info_request")
      _ = reply(patience: 200)
    } while told.last?.0 != "status idle"
  }

  deinit {
    if !said.hasEnded.load(ordering: .sequentiallyConsistent) {
      _ = control("shutdown_request")
      _ = hasEnded()
    }
    for socket in [shell, control, questions, listener, heart] { socket.close() }
    context.finish()
    try? FileManager.default.removeItem(atPath: folder)
  }

  var complaints: [String] { said.complaints.withLock { $0 } }
  var lastID: String { "m\(number)" }

  private func message(_ type: String, _ content: JSONValue) -> KernelMessage {
    number += 1
    ids.insert("m\(number)")
    return KernelMessage(
      header: ["msg_id": .string("m\(number)"), "msg_type": .string(type), "session": "front"],
      content: content)
  }

  func send(_ type: String, _ content: JSONValue = [:]) {
    told = []
    shell.send(wire.parts(of: message(type, content)))
  }

  private func next(_ socket: MessageSocket, milliseconds: Int = 240_000) -> KernelMessage? {
    guard socket.wait(milliseconds: milliseconds) == true, let parts = socket.receive() else {
      return nil
    }
    return try? reader.message(of: parts)
  }

  /// The next answer, and what was told until the kernel was idle again.
  ///
  /// - Parameter patience: How many milliseconds it is waited for what is told, on a busy machine.
  func reply(patience: Int = 30_000) -> KernelMessage? {
    let reply = next(shell)
    while let news = next(listener, milliseconds: reply == nil ? 100 : patience) {
      guard ids.contains(news.parent.text("msg_id") ?? "") else { continue }
      let isStatus = news.type == "status"
      told.append(
        (
          isStatus ? "status \(news.content.text("execution_state") ?? "")" : news.type,
          news.content
        ))
      if told.last?.0 == "status idle" { break }
    }
    return reply
  }

  /// Waits until something is told of what was asked last.
  func isTold(_ type: String) -> Bool {
    while let news = next(listener) {
      if news.type == type, news.parent.text("msg_id") == lastID { return true }
    }
    return false
  }

  func ask(
    _ type: String, _ content: JSONValue = [:], expectsReply: Bool = true
  ) -> KernelMessage? {
    send(type, content)
    return expectsReply ? reply() : nil
  }

  func execute(_ code: String, _ options: JSONValue = [:]) -> KernelMessage? {
    ask("execute_request", options.completed(by: ["code": .string(code)]))
  }

  func control(_ type: String, _ content: JSONValue = [:]) -> KernelMessage? {
    control.send(wire.parts(of: message(type, content)))
    return next(control)
  }

  func listenToQuestions() throws { try questions.connect(questionsAddress) }

  func question() -> KernelMessage? { next(questions) }

  func answer(_ text: String, to question: KernelMessage) {
    questions.send(wire.parts(of: message("input_reply", ["value": .string(text)])))
  }

  func beats() -> Bool {
    heart.send([Array("ping".utf8)])
    return heart.wait(milliseconds: 60_000) == true && heart.receive() == [Array("ping".utf8)]
  }

  /// Sends what is no message, one of another key, one that is cut off, and one twice.
  func sendDamaged() {
    let parts = wire.parts(of: message("kernel_info_request", [:]))
    let others = MessageWire(key: [1]).parts(of: message("kernel_info_request", [:]))
    for damaged in [[[1, 2, 3]], others, Array(parts.prefix(4)), parts, parts] {
      shell.send(damaged)
    }
    _ = reply()
  }

  /// Whether the kernel has ended, or does so soon.
  func hasEnded() -> Bool {
    for _ in 0..<6_000 {
      if said.hasEnded.load(ordering: .sequentiallyConsistent) { return true }
      usleep(10_000)
    }
    return false
  }
}
