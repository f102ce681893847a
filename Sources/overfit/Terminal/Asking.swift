internal import TensorEngine
internal import TerminalText
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Questions to the person at the terminal: yes or no.
enum Asking {
  /// What puts the questions of files; nil where nobody can answer.
  static func consent() -> Consent? {
    guard Terminal().readsKeys, Terminal().showsResults else { return nil }
    return Consent { isAllowed($0) }
  }

  private static func isAllowed(_ question: Consent.Question) -> Bool {
    says(yesTo: text(of: question))
  }

  /// What is asked about a file.
  static func text(of question: Consent.Question) -> String {
    let wish = question.action == .reading ? "read" : "write"
    let text = "\(question.holder) wants to \(wish) \(question.path)"
    return text.cleaned(.quoted) + "\nAllow it?"
  }

  /// What puts it to the person when their line takes more than a minute: at the nominal rate, as it
  /// would need `yes=yes` in a file, or on this machine, as far as its pace is known.
  ///
  /// - Parameter says: Puts a question, and tells whether the answer is yes.
  static func aboutWork(
    _ line: ProgressLine, says: @escaping @Sendable (String) -> Bool = { Asking.says(yesTo: $0) }
  ) -> WorkAllowance.Judge {
    { plan in
      guard plan.work > .mostUnasked || line.seconds(of: plan) > 60 else { return .unasked }
      line.erase()
      let text = "this is \(Wording.text(of: plan))\n\(line.time(of: plan))"
      let isAllowed = says(text + "\nDo it?")
      return isAllowed ? .granted : .declined
    }
  }

  private static func says(yesTo question: String) -> Bool {
    // What was typed before the question is no answer to it.
    StandardInput.forgetTyped()
    StandardStream.letGo()
    StandardStream.output.send(question + " Type y or n: ")
    var line: [UInt8] = []
    while !Signals.isInterrupted {
      guard StandardInput.wait() else { continue }
      var byte: UInt8 = 0
      guard let count = StandardInput.take(&byte, limit: 1) else { continue }
      guard count > 0, byte != UInt8(ascii: "\n") else { break }
      line.append(byte)
    }
    return !Signals.isInterrupted && isYes(String(decoding: line, as: UTF8.self))
  }

  /// Whether an answer is a yes.
  static func isYes(_ answer: String) -> Bool { ["y", "yes"].contains(answer.trimmedAnswer) }
}

extension String {
  /// Without the white space around it, in lower case.
  fileprivate var trimmedAnswer: String {
    let start = drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { start[...$0].lowercased() } ?? ""
  }
}
