internal import Session
internal import Workbench

/// How a running command is watched and stopped.
struct RunControl {
  var isInterrupted: @Sendable () -> Bool
  var progress: @Sendable (Progress) -> Void

  /// The same for the rooms behind.
  var forSession: Workbench.RunControl {
    let progress = progress
    return Workbench.RunControl(
      isInterrupted: isInterrupted, report: { progress(Progress($0)) })
  }
}

extension Progress {
  /// News of the session as the progress line shows them.
  init(_ news: Workbench.Progress) {
    switch news {
    case .effort(let seconds):
      self.init(work: .effort(seconds: seconds), done: 0, total: nil)
    case .epoch(let epoch, let epochs, let loss, let validationLoss):
      self.init(
        work: .epochs(loss: loss, validationLoss: validationLoss), done: Int64(epoch),
        total: Int64(epochs))
    case .trainings(let networks, let all, let epochs, let allEpochs, let loss):
      self.init(
        work: .networks(done: Int64(networks), of: Int64(all), loss: loss), done: Int64(epochs),
        total: Int64(allEpochs))
    case .part(let part, let parts, let noun):
      self.init(work: .parts(noun: noun), done: Int64(part), total: Int64(parts))
    case .bytes(let received, let total, let name):
      self.init(work: .bytes(file: name), done: Int64(received), total: total.map(Int64.init))
    }
  }
}
