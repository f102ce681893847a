import Synchronization

/// The person's answers to what a file asks for. A question is asked once in a session.
package final class Consent: Sendable {
  /// What a file wants.
  package struct Question: Hashable, Sendable {
    /// The file whose command it is.
    package let holder: String
    /// What it wants to do.
    package let action: FileAction
    /// The real path of what it wants, which is asked about together with what is in it.
    package let path: String
  }

  private let ask: @Sendable (Question) -> Bool?
  private let answers = Mutex<[Question: Bool]>([:])

  /// Makes it of what puts a question to the person and waits for the answer; nil where nobody could be
  /// asked, which is no answer.
  package init(_ ask: @escaping @Sendable (Question) -> Bool?) {
    self.ask = ask
  }

  /// The answer to a question, or to the same about a folder around it; it is asked if it must be.
  func allows(_ question: Question) -> Bool {
    if let answer = answer(to: question) { return answer }
    guard let answer = ask(question) else { return false }
    answers.withLock { $0[question] = answer }
    return answer
  }

  /// The answer, as far as it was given.
  func answer(to question: Question) -> Bool? {
    answers.withLock { answers in
      if let answer = answers[question] { return answer }
      var parts = PathWalk.parts(of: question.path)
      while parts.popLast() != nil {
        let around = Question(
          holder: question.holder, action: question.action, path: PathWalk.path(of: parts))
        if answers[around] == true { return true }
      }
      return nil
    }
  }
}
