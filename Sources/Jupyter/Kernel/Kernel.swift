import JSON
import Synchronization

/// A kernel: takes requests from front ends, and answers them until it is told to end.
package final class Kernel<Language: KernelLanguage> {
  /// How long it is waited for messages that were sent together with one that failed.
  private static var queueMilliseconds: Int { 20 }

  private var language: Language
  private var record = CellRecord()
  private let surroundings: KernelSurroundings
  let voice: KernelVoice
  private let ports: JSONValue

  /// Opens the sockets of a kernel.
  package init(
    _ file: ConnectionFile, _ language: Language, in surroundings: KernelSurroundings
  ) throws(ConnectionFault) {
    self.language = language
    self.surroundings = surroundings
    voice = KernelVoice(
      try KernelSockets(file), key: file.key, clock: surroundings.clock,
      complaint: surroundings.complaint)
    ports = .object(
      ConnectionFile.Channel.allCases.map {
        .init("\($0.rawValue)_port", .integer(file.ports[$0] ?? 0))
      })
  }

  private var shell: MessageSocket { voice.sockets.shell }

  /// Takes requests until it is told to end.
  package func run() {
    let sockets = voice.sockets
    if !SocketThread.start({ Heartbeat.serve(sockets.heartbeat) }) { sockets.heartbeat.close() }
    let control = KernelControl(voice, language.information, surroundings)
    guard SocketThread.start({ control.serve() }) else {
      sockets.control.close()
      return sockets.close()
    }
    voice.publish(status: "starting", parent: [:])
    while let isThere = shell.wait(milliseconds: 60_000) {
      guard isThere, let message = voice.heard(shell) else { continue }
      if answer(message) { break }
    }
    sockets.close()
    control.isDone.store(true, ordering: .sequentiallyConsistent)
  }

  /// Answers a message; whether the kernel is to end.
  private func answer(_ message: KernelMessage) -> Bool {
    voice.publish(status: "busy", parent: message.header)
    defer { voice.publish(status: "idle", parent: message.header) }
    if message.type == "comm_open" {
      let name = message.content["comm_id"] ?? .null
      voice.publish("comm_close", ["comm_id": name, "data": [:]], parent: message.header)
    }
    guard message.isRequest else { return false }
    switch message.type {
    case "execute_request": execute(message)
    case "shutdown_request":
      reply(["restart": .bool(message.content.flag("restart") ?? false)], to: message)
      return true
    default: if let content = content(answering: message) { reply(content, to: message) }
    }
    return false
  }

  private func reply(_ content: JSONValue, to request: KernelMessage) {
    let status: JSONValue = ["status": "ok"]
    voice.send(request.replyType, content.completed(by: status), to: request, over: shell)
  }

  /// The answer to what changes nothing; nil for what is not known.
  private func content(answering request: KernelMessage) -> JSONValue? {
    let content = request.content
    let code = content.text("code") ?? ""
    let point = content.number("cursor_pos") ?? code.unicodeScalars.count
    let offset = CodePoints.offset(of: point, in: code)
    switch request.type {
    case "kernel_info_request": return language.information
    case "connect_request": return ports
    case "comm_info_request": return ["comms": [:]]
    case "history_request": return ["history": record.entries(for: content)]
    case "complete_request":
      let found = language.completions(of: code, at: offset)
      return [
        "matches": .array(found.words.map(JSONValue.string)), "metadata": [:],
        "cursor_start": .integer(CodePoints.point(of: found.start, in: code)),
        "cursor_end": .integer(CodePoints.point(of: offset, in: code)),
      ]
    case "inspect_request":
      let help = language.help(on: code, at: offset)
      return [
        "found": .bool(help != nil), "metadata": [:],
        "data": help.map { ["text/plain": .string($0)] } ?? [:],
      ]
    case "is_complete_request":
      switch language.completeness(of: code) {
      case .complete: return ["status": "complete"]
      case .incomplete(let indent): return ["status": "incomplete", "indent": .string(indent)]
      case .invalid: return ["status": "invalid"]
      }
    case "interrupt_request": return [:]
    default: return nil
    }
  }
}

// What is run.
extension Kernel {
  private func execute(_ request: KernelMessage) {
    let content = request.content
    guard let code = content.text("code") else {
      let mistake = KernelMistake(name: "Request", value: "code is missing", lines: [])
      voice.send(
        request.replyType, mistake.content.completed(by: ["status": "error"]), to: request,
        over: shell)
      return
    }
    let isSilent = content.flag("silent") ?? false
    let number = JSONValue.integer(record.next)
    if !isSilent {
      voice.publish(
        "execute_input", ["code": .string(code), "execution_count": number],
        parent: request.header)
    }
    let desk = KernelDesk(voice, request, isSilent: isSilent)
    let outcome = language.run(code, desk)
    desk.end()
    if !isSilent, content.flag("store_history") ?? true, !code.allSatisfy(\.isWhitespace) {
      record.append(code)
    }
    let stops = outcome.mistake != nil && content.flag("stop_on_error") ?? true
    // They came before the answer, so whoever sent them did not know of the mistake.
    let queue = stops ? queued() : []
    voice.send(
      request.replyType, self.content(of: outcome, request, number), to: request, over: shell)
    for message in queue { abort(message) }
  }

  private func content(
    of outcome: KernelOutcome, _ request: KernelMessage, _ number: JSONValue
  ) -> JSONValue {
    if let mistake = outcome.mistake {
      return mistake.content.completed(by: [
        "status": "error", "execution_count": number, "payload": [], "user_expressions": [:],
      ])
    }
    let payload: JSONValue = ["source": "ask_exit", "keepkernel": false]
    return [
      "status": "ok", "execution_count": number, "payload": outcome.leaves ? [payload] : [],
      "user_expressions": values(of: request.content["user_expressions"]),
    ]
  }

  /// What the expressions of a request are worth.
  private func values(of expressions: JSONValue?) -> JSONValue {
    guard case .object(let members)? = expressions else { return [:] }
    return .object(
      members.map { member in
        guard case .string(let text) = member.value else { return .init(member.name, [:]) }
        switch language.value(of: text) {
        case .success(let forms):
          return .init(member.name, ["status": "ok", "data": forms, "metadata": [:]])
        case .failure(let mistake):
          return .init(member.name, mistake.content.completed(by: ["status": "error"]))
        }
      })
  }

  /// The messages that came while a cell ran.
  private func queued() -> [KernelMessage] {
    var messages: [KernelMessage] = []
    while messages.count < 10_000, shell.wait(milliseconds: Self.queueMilliseconds) == true {
      if let message = voice.heard(shell) { messages.append(message) }
    }
    return messages
  }

  /// Runs nothing that was to run behind a mistake, and answers the rest.
  private func abort(_ message: KernelMessage) {
    guard message.type == "execute_request" else {
      if answer(message) { voice.sockets.context.end() }
      return
    }
    voice.publish(status: "busy", parent: message.header)
    voice.send(message.replyType, ["status": "aborted"], to: message, over: shell)
    voice.publish(status: "idle", parent: message.header)
  }
}
