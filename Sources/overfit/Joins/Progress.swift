/// Where a long command stands. Shown on a terminal while it runs, and never a part of its result.
struct Progress: Equatable {
  enum Work: Equatable {
    /// No work yet: what comes next takes so many seconds on an ordinary machine.
    case effort(seconds: Double)
    case epochs(loss: Double, validationLoss: Double?)
    /// Epochs of networks that are trained side by side, so many of which are done.
    case networks(done: Int64, of: Int64, loss: Double?)
    /// Several networks, folds, or notebooks.
    case parts(noun: String)
    case bytes(file: String)
  }

  var work: Work
  var done: Int64
  /// nil where nobody knows.
  var total: Int64?
}
