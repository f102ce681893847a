import Synchronization
package import TensorEngine

/// What the person said to the work of a cell's statements, and how many trainings it was.
package final class WorkConsents: Sendable {
  private struct Answers {
    var allowed: Set<Int> = []
    var isDeclined = false
    var fits = 0
  }

  private let answers = Mutex(Answers())

  /// Nobody was asked yet.
  package init() {}

  /// Where the statements begin whose work was allowed, in the order of their places.
  package var places: [Int] { answers.withLock { $0.allowed.sorted() } }

  /// Whether work was declined.
  package var isDeclined: Bool { answers.withLock { $0.isDeclined } }

  /// How many trainings were begun.
  package var fits: Int { answers.withLock { $0.fits } }

  /// Notes that so many trainings begin.
  package func note(fits: Int) { answers.withLock { $0.fits += fits } }

  /// Whether the work of the statement at a place was allowed before.
  package func contains(_ place: Int) -> Bool { answers.withLock { $0.allowed.contains(place) } }

  /// Takes note of what came of an allowance.
  package func note(_ allowance: WorkAllowance, at place: Int) {
    let (wasAllowed, wasDeclined) = (allowance.wasAllowed, allowance.wasDeclined)
    answers.withLock { answers in
      if wasAllowed { answers.allowed.insert(place) }
      if wasDeclined { answers.isDeclined = true }
    }
  }
}
