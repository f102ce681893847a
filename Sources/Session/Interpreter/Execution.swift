import Charts
import Language

/// One cell being run: the state so far, and what its commands need to do their work.
struct Execution {
  var state: SessionState
  let settings: SessionSettings
  let control: RunControl
  /// Whether a formula of the command at hand looked at the test split.
  let looks = TestLooks()
  /// How many `check` commands did not hold.
  var failedChecks = 0
  /// Set by a command that was interrupted and so gives no result.
  var interruption: String?
  /// Set by `stop`: the training that a rule watches ends here.
  var stopsTraining = false
  /// Whether this runs between two epochs of a training.
  var isWithinTraining = false
  /// Set by a training that was interrupted: the option that makes the command stop there again.
  var stoppedAtStep: Int?
}

/// The names that `let` and `for` gave values to, in the order they were first given.
struct Bindings: Sendable {
  private var entries: [(name: String, value: Quantity)] = []

  var names: [String] { entries.map(\.name) }

  func value(of name: String) -> Quantity? { entries.first { $0.name == name }?.value }

  /// Binds a name to a value, or frees it.
  mutating func set(_ name: String, to value: Quantity?) {
    let index = entries.firstIndex { $0.name == name }
    switch (index, value) {
    case (let index?, let value?): entries[index].value = value
    case (let index?, nil): entries.remove(at: index)
    case (nil, let value?): entries.append((name, value))
    case (nil, nil): break
    }
  }
}
