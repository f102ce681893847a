internal import JSON
internal import Language
internal import Session
internal import TerminalText

/// Cells that run without a student: each is printed behind "> ", its result under it.
struct UnattendedRun {
  private var conversation: any Conversation
  private let runner: Runner
  private let isText: Bool
  private var status = ExitStatus.success

  init(_ conversation: any Conversation, runner: Runner) {
    self.conversation = conversation
    self.runner = runner
    isText = runner.options.format == .text
  }

  /// Runs the cells of a file.
  mutating func run(_ cells: [SourceFile.ReadCell]) -> ExitStatus {
    defer { StandardStream.letGo() }
    for cell in cells {
      guard answer(cell.script.source, cell.script, expecting: cell.output) else { break }
    }
    return ended(status)
  }

  /// Runs the lines as they come; blank ones between cells are passed over.
  mutating func run(_ reader: any LineReader) -> ExitStatus {
    defer { StandardStream.letGo() }
    return ended(answers(reader))
  }

  /// Tells a program that reads the lines that they are all there.
  private func ended(_ status: ExitStatus) -> ExitStatus {
    if !isText { StandardStream.output.sendRows(JSONLine.end(status.end).text) }
    return status
  }

  private mutating func answers(_ reader: any LineReader) -> ExitStatus {
    if conversation.isLesson {
      StandardStream.output.sendRows(conversation.opening(runner.page).text)
    }
    let empty = conversation.gathering
    var lines = empty
    while true {
      switch reader.read(LineRequest(prompt: "")) {
      case .line(let line) where conversation.takesAnswers:
        guard answer(line) else { return status }
      case .line(let line):
        if lines.isEmpty, line.isAllWhite, !conversation.isLesson {
          continue
        }
        if lines.append(line) { continue }
        let (source, script) = (lines.source, lines.script)
        lines = empty
        guard answer(source, script) else { return status }
      case .end:
        // What is not complete by now gets its error.
        if !lines.isEmpty {
          _ = answer(lines.source)
        } else {
          part()
        }
        return status
      case .abandoned, .killed:
        return .interrupted
      }
    }
  }

  /// False where the rest is not to be run: after an error, unless the notebook expects that very
  /// error, or a lesson is walked.
  private mutating func answer(
    _ source: String, _ script: Script? = nil, expecting output: [String]? = nil
  ) -> Bool {
    StandardStream.hold()
    if isText, !source.isEmpty { StandardStream.output.send(Self.input(source)) }
    let reply = runner.submit(source, script, to: &conversation, inputIndent: isText ? 2 : 0)
    StandardStream.output.sendRows(reply.text)
    if let complaint = reply.complaint {
      FrontDoor.complain(complaint)
      status = .failure
      return false
    }
    if reply.wasInterrupted || Signals.isInterrupted { status = .interrupted }
    if reply.failed, output == nil || reply.standardOutput() != output, status == .success {
      status = .failure
    }
    if reply.next == .leave { part() }
    // What a student types in a walk may fail, and the lesson is where it was.
    let goesOn = status == .success || status == .failure && conversation.isLesson
    return goesOn && reply.next != .leave
  }

  /// Says what is said at the end.
  private func part() {
    if let parting = conversation.parting { StandardStream.output.sendRows(parting) }
  }

  /// The input as a transcript shows it: "> " before its first line, ". " before the others.
  private static func input(_ source: String) -> String {
    let source = source.cleaned(.text)
    guard source.utf8.contains(UInt8(ascii: "\n")) else { return "> \(source)\n" }
    let lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().map {
      ($0.offset == 0 ? "> " : ". ") + String(Substring($0.element)) + "\n"
    }
    .joined()
  }
}

extension ExitStatus {
  fileprivate var end: JSONLine.End {
    switch self {
    case .success: .success
    case .interrupted: .interrupted
    default: .failure
    }
  }
}

extension String {
  /// Whether there is nothing but white space in it.
  fileprivate var isAllWhite: Bool {
    // A plain character, whatever marks follow it, is none.
    if let first = utf8.first, (0x21..<0x7F).contains(first) { return false }
    return allSatisfy(\.isWhitespace)
  }
}
