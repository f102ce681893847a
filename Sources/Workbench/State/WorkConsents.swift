import Synchronization
package import TensorEngine

/// What the person said to the work of a cell's statements.
package final class WorkConsents: Sendable {
  private struct Answers {
    var allowed: Set<Int> = []
    var isDeclined = false
  }

  private let answers = Mutex(Answers())

  /// Nobody was asked yet.
  package init() {}

  /// Where the statements begin whose work was allowed, in the order of their places.
  package var places: [Int] { answers.withLock { $0.allowed.sorted() } }

  /// Whether work was declined.
  package var isDeclined: Bool { answers.withLock { $0.isDeclined } }

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
