internal import Session
internal import Workbench

/// What the news of any work have in common.
extension Progress {
  /// What is being done: "epoch".
  var name: String {
    switch self {
    case .effort, .trial: ""
    case .epoch: "epoch"
    case .trainings: "networks"
    case .part(_, _, let name), .bytes(_, _, let name): name
    }
  }

  /// How much of it is done: epochs, parts or bytes.
  var done: Int {
    switch self {
    case .effort, .trial: 0
    case .epoch(let epoch, _, _, _): epoch
    case .trainings(_, _, let epochs, _, _): epochs
    case .part(let part, _, _): part
    case .bytes(let received, _, _): received
    }
  }

  /// How much there is to do in all; nil where nobody knows.
  var total: Int? {
    switch self {
    case .effort, .trial: nil
    case .epoch(_, let epochs, _, _): epochs
    case .trainings(_, _, _, let epochs, _): epochs
    case .part(_, let parts, _): parts
    case .bytes(_, let total, _): total
    }
  }
}
