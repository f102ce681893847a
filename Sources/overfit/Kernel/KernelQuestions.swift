internal import Jupyter
internal import Synchronization
internal import Workbench

/// Questions to the person at a front end of Jupyter: yes or no.
final class KernelQuestions: Sendable {
  /// Where the cell that runs asks; nil where none runs.
  private let desk = Mutex<KernelDesk?>(nil)

  /// Answers come to this cell from now on.
  func ask(at desk: KernelDesk?) {
    self.desk.withLock { $0 = desk }
  }

  /// What puts the questions of files.
  func consent() -> Consent {
    Consent { [self] question in says(yesTo: Asking.text(of: question)) }
  }

  /// Whether the answer to a question is yes; nil where nobody can be asked.
  func says(yesTo question: String) -> Bool? {
    guard let desk = desk.withLock({ $0 }), desk.takesAnswers else { return nil }
    let answer = desk.ask(question + " Type y or n: ", isCalledOff: { Signals.isInterrupted })
    return answer.map(Asking.isYes)
  }
}
