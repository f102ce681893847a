import Language
import Networks
import TensorEngine
import Workbench

extension FunctionCall {
  /// The rate of the last epoch's last step, or of a schedule after one or several times.
  func learningRate() throws(Diagnostic) -> Quantity {
    guard let first = arguments.first else { return .number(try lastRate()) }
    guard arguments.count == 2 else {
      throw Diagnostic("it is used as rate(cosine(rate=0.1, over=60), 30)", at: name.range)
    }
    let schedule = try ScheduleReader.schedule(first, evaluator)
    guard schedule.hasOwnRate else {
      throw Diagnostic(
        "a schedule in a formula needs its rate", at: first.range,
        hints: ["rate=0.1 within its parentheses"])
    }
    switch try evaluator.quantity(arguments[1]) {
    case .number(let time): return .number(schedule.rate(after: time, from: 0))
    case .matrix(let times):
      return .matrix(
        try working { interruption throws(EngineError) in
          try times.map(interruption) { schedule.rate(after: $0, from: 0) }
        })
    case let other:
      throw Diagnostic("numbers are expected, not \(other.kind)", at: arguments[1].range)
    }
  }

  private func lastRate() throws(Diagnostic) -> Double {
    guard let hand = state.network else {
      throw Diagnostic(
        "rate needs a network, and there is none", at: name.range,
        hints: ["network starts an empty one"])
    }
    guard let record = hand.history.last else {
      throw Wording.untrained(at: name.range)
    }
    return record.learningRate
  }
}
