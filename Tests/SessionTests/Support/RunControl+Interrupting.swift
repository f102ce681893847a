import Synchronization
import Workbench

extension RunControl {
  /// A control that turns to interrupted at the poll of this number, counted from 1.
  static func interrupting(atPoll poll: Int) -> RunControl {
    let polls = PollCount()
    return RunControl(isInterrupted: { polls.next() >= poll })
  }
}

private final class PollCount: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
