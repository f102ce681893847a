/// What a student has made of a step so far, in this walk or an earlier one, wherever they went in between.
package struct StepPast: Sendable, Equatable {
  /// The answers that were wrong, each once.
  package var wrong: [String] = []
  /// How many answers a question takes, where they are counted; nil for any number.
  package var most: Int?
  /// The line by which it was answered; nil where it was not.
  package var answer: String?
  /// Whether it is an exercise that was solved, and can be taken so again.
  package var isSolved = false
  /// Whether its answer, or its solution, was shown before the student had one.
  package var isShown = false

  /// Nothing yet.
  package init() {}

  /// Whether nothing that is typed is the student's own answer any more.
  var isClosed: Bool {
    guard let most, answer == nil else { return false }
    return isShown || wrong.count >= most
  }

  /// How many answers are left; nil where they are not counted.
  private var left: Int? { most.map { max(0, $0 - wrong.count) } }

  /// What stands under a question: the answer that was given, or how many are left.
  var standing: StepText? {
    if let answer { return .lines(["You have answered it: \(answer). The return key goes on."]) }
    if isClosed { return .lines([Self.closed]) }
    return left.map { .lines([$0 == 1 ? "One answer is left." : "It takes \($0) answers."]) }
  }

  /// What is said once no answer counts any more.
  static let closed =
    "It takes no more answers; the return key goes on, and the question stays open."

  /// The same after a wrong answer; one that was given before counts once.
  func after(wrong answer: String) -> StepPast {
    var past = self
    if !wrong.contains(answer) { past.wrong.append(answer) }
    return past
  }
}
