import Synchronization

/// Numbers told by several threads.
final class Counts: Sendable {
  private let numbers = Mutex<[Int]>([])

  func add(_ number: Int) { numbers.withLock { $0.append(number) } }

  var sorted: [Int] { numbers.withLock { $0.sorted() } }
}
