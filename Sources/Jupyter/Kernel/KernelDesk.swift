package import JSON
import Synchronization

/// What a cell that runs can show and ask, as the answer to the request that it comes of.
package final class KernelDesk: Sendable {
  private let voice: KernelVoice
  private let request: KernelMessage
  private let isSilent: Bool
  /// Whether somebody answers questions.
  package let takesAnswers: Bool
  private let shown = Mutex(Shown())

  private struct Shown {
    var outputs: [JSONValue] = []
    /// How many lines of progress were shown in this cell.
    var displays = 0
    /// Whether a line of progress is shown now.
    var hasProgress = false
    /// Whether what is shown is to go with the next output.
    var isToClear = false
  }

  init(_ voice: KernelVoice, _ request: KernelMessage, isSilent: Bool) {
    (self.voice, self.request, self.isSilent) = (voice, request, isSilent)
    takesAnswers = request.content.flag("allow_stdin") ?? false
  }

  /// Shows an output of a cell, as a notebook of Jupyter holds it.
  package func show(_ output: JSONValue) {
    guard !isSilent else { return }
    shown.withLock { shown in
      takeProgressAway(&shown)
      if shown.isToClear { clear(waits: true, &shown) }
      shown.outputs.append(output)
      publish(output)
    }
  }

  /// Shows how far the work is, in a line that is gone with the next output.
  package func show(progress line: String) {
    guard !isSilent else { return }
    shown.withLock { shown in
      if !shown.hasProgress { shown.displays += 1 }
      let name = "progress.\(request.header.text("msg_id") ?? "").\(shown.displays)"
      let content: JSONValue = [
        "data": ["text/plain": .string(line)], "metadata": [:],
        "transient": ["display_id": .string(name)],
      ]
      let type = shown.hasProgress ? "update_display_data" : "display_data"
      shown.hasProgress = true
      voice.publish(type, content, parent: request.header)
    }
  }

  /// The end of the cell: nothing is left of its progress.
  func end() {
    shown.withLock { shown in
      takeProgressAway(&shown)
      if shown.isToClear { clear(waits: false, &shown) }
    }
  }

  /// A line of progress can't be taken away alone, so all goes, and what was shown besides comes again.
  private func takeProgressAway(_ shown: inout Shown) {
    guard shown.hasProgress else { return }
    shown.hasProgress = false
    shown.isToClear = shown.outputs.isEmpty
    guard !shown.outputs.isEmpty else { return }
    clear(waits: true, &shown)
    for output in shown.outputs { publish(output) }
  }

  private func clear(waits: Bool, _ shown: inout Shown) {
    shown.isToClear = false
    voice.publish("clear_output", ["wait": .bool(waits)], parent: request.header)
  }

  private func publish(_ output: JSONValue) {
    guard case .object(let members) = output, let type = output.text("output_type") else { return }
    voice.publish(
      type, .object(members.filter { $0.name != "output_type" }.map(Self.joined)),
      parent: request.header)
  }

  /// A file has texts as lists of lines, and a message has them whole.
  private static func joined(_ member: JSONValue.Member) -> JSONValue.Member {
    guard member.name == "data", case .object(let forms) = member.value else { return member }
    return .init("data", .object(forms.map { .init($0.name, joined($0.value)) }))
  }

  private static func joined(_ text: JSONValue) -> JSONValue {
    guard case .array(let lines) = text else { return text }
    return .string(
      lines.map { line in if case .string(let line) = line { line } else { "" } }.joined())
  }

  /// Asks the person for a line; nil where nobody answers, or the cell is to stop.
  ///
  /// - Parameter isCalledOff: Asked some times a second whether to go on waiting.
  package func ask(_ question: String, isCalledOff: () -> Bool) -> String? {
    guard takesAnswers else { return nil }
    let socket = voice.sockets.questions
    // What was said before the question is no answer to it.
    while socket.wait(milliseconds: 0) == true { _ = voice.heard(socket) }
    shown.withLock { takeProgressAway(&$0) }
    var isAsked = false
    while !isCalledOff() {
      // A front end opens its sockets one after the other: its ear for questions may be the last.
      isAsked =
        isAsked
        || voice.send(
          "input_request", ["prompt": .string(question), "password": false], to: request,
          over: socket)
      guard let isThere = socket.wait(milliseconds: 100) else { return nil }
      guard isThere, let answer = voice.heard(socket), answer.type == "input_reply" else {
        continue
      }
      return answer.content.text("value") ?? ""
    }
    return nil
  }
}
