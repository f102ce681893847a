internal import CKernels
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What the threads of a pool share: the job, the chunks that are left, and a place to sleep.
///
/// The job is claimed chunk by chunk by exchanging one word: by the caller from the first chunk
/// on, by the workers from the last one back. So on two threads the same one works on the same
/// part of the memory job after job, and finds it in its cache. A worker that wakes late may read
/// the function and the context while the next job is being written; both are therefore atomic
/// words, and they are used only after a claim proves that they belong together.
final class TicketBoard: @unchecked Sendable {
  static let maximumChunks = 0xffff
  private static let spins = 2000

  /// Generation of the job, the end of the chunks that are left and the first of them: 32, 16 and
  /// 16 bits.
  private let word = Atomic<UInt64>(0)
  private let finished = Atomic<Int>(0)
  private let function = Atomic<UInt>(0)
  private let context = Atomic<UInt>(0)
  private let isTaken = Atomic<Bool>(false)
  private let isClosed = Atomic<Bool>(false)
  private let sleepers = Atomic<Int>(0)
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Takes the board for one job; false when another job has it.
  func open() -> Bool {
    isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
  }

  func reopen() {
    isTaken.store(false, ordering: .releasing)
  }

  /// Posts a job, helps with it and returns when all its chunks are done.
  func work(chunks: Int, context: UnsafeRawPointer, body: @escaping ThreadPool.Body) {
    finished.store(0, ordering: .relaxed)
    function.store(unsafeBitCast(body, to: UInt.self), ordering: .relaxed)
    self.context.store(UInt(bitPattern: context), ordering: .relaxed)
    let generation = (word.load(ordering: .relaxed) >> 32) &+ 1
    word.store(generation << 32 | UInt64(chunks) << 16, ordering: .sequentiallyConsistent)
    wake()
    drain(fromEnd: false)
    var turns = 0
    while finished.load(ordering: .acquiring) != chunks {
      turns += 1
      if turns < Self.spins { kernel_spin_hint() } else { sched_yield() }
    }
  }

  /// The life of a worker: one job after the other until the board is closed.
  func serve() {
    while !isClosed.load(ordering: .acquiring) {
      let seen = word.load(ordering: .acquiring) >> 32
      drain(fromEnd: true)
      var turns = 0
      while turns < Self.spins, isIdle(since: seen) {
        kernel_spin_hint()
        turns += 1
      }
      if turns == Self.spins { sleep(since: seen) }
    }
  }

  /// Sends all workers home.
  func close() {
    isClosed.store(true, ordering: .sequentiallyConsistent)
    pthread_mutex_lock(mutex)
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  private func drain(fromEnd: Bool) {
    while true {
      let ticket = word.load(ordering: .acquiring)
      let first = ticket & 0xffff
      let end = (ticket >> 16) & 0xffff
      if first >= end { return }
      let chunk = fromEnd ? end - 1 : first
      let rest = fromEnd ? ticket - 0x1_0000 : ticket + 1
      let body = function.load(ordering: .relaxed)
      let argument = context.load(ordering: .relaxed)
      let claim = word.compareExchange(
        expected: ticket, desired: rest, ordering: .acquiringAndReleasing)
      guard claim.exchanged else { continue }
      if let argument = UnsafeRawPointer(bitPattern: argument) {
        unsafeBitCast(body, to: ThreadPool.Body.self)(argument, Int(chunk))
      }
      finished.add(1, ordering: .releasing)
    }
  }

  private func isIdle(since generation: UInt64) -> Bool {
    word.load(ordering: .sequentiallyConsistent) >> 32 == generation
      && !isClosed.load(ordering: .sequentiallyConsistent)
  }

  private func wake() {
    guard sleepers.load(ordering: .sequentiallyConsistent) > 0 else { return }
    pthread_mutex_lock(mutex)
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  private func sleep(since generation: UInt64) {
    pthread_mutex_lock(mutex)
    sleepers.add(1, ordering: .sequentiallyConsistent)
    while isIdle(since: generation) { pthread_cond_wait(condition, mutex) }
    sleepers.subtract(1, ordering: .sequentiallyConsistent)
    pthread_mutex_unlock(mutex)
  }
}
