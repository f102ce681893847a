import Foundation
import Synchronization
import TensorEngine
import Testing

@Suite("Thread pool")
struct ThreadPoolTests {
  /// Each chunk counts how often it ran.
  private final class Counts: Sendable {
    private let memory: [Atomic2]

    final class Atomic2: Sendable {
      let value = Atomic<Int>(0)
    }

    init(_ count: Int) {
      memory = (0..<count).map { _ in Atomic2() }
    }

    func add(_ chunk: Int) { memory[chunk].value.add(1, ordering: .relaxed) }
    var all: [Int] { memory.map { $0.value.load(ordering: .relaxed) } }
  }

  @Test("runs each chunk of each job once", arguments: [1, 2, 3, 7])
  func stress(threads: Int) {
    let pool = ThreadPool(threads: threads)
    for job in 0..<3000 {
      let counts = Counts(job % 23)
      pool.run(chunks: job % 23) { counts.add($0) }
      #expect(counts.all.allSatisfy { $0 == 1 })
    }
  }

  @Test("wakes its workers after a rest", arguments: [2, 7])
  func rest(threads: Int) {
    let pool = ThreadPool(threads: threads)
    for _ in 0..<20 {
      usleep(2000)
      let counts = Counts(100)
      pool.run(chunks: 100) { counts.add($0) }
      #expect(counts.all.allSatisfy { $0 == 1 })
    }
  }

  @Test("does more chunks than a ticket can count")
  func manyChunks() {
    let counts = Counts(70_000)
    ThreadPool(threads: 2).run(chunks: 70_000) { counts.add($0) }
    #expect(counts.all.allSatisfy { $0 == 1 })
  }

  @Test("does nothing for no chunks")
  func noChunks() {
    let counts = Counts(1)
    ThreadPool(threads: 3).run(chunks: 0) { counts.add($0) }
    ThreadPool(threads: -1).run(chunks: -5) { counts.add($0) }
    #expect(counts.all == [0])
  }

  @Test("lets a job start jobs, and two threads use one pool")
  func nested() {
    let pool = ThreadPool(threads: 3)
    let other = ThreadPool(threads: 2)
    let counts = Counts(400)
    for _ in 0..<50 {
      other.run(chunks: 4) { outer in
        pool.run(chunks: 10) { middle in
          pool.run(chunks: 10) { counts.add(outer * 100 + middle * 10 + $0) }
        }
      }
    }
    #expect(counts.all.allSatisfy { $0 == 50 })
  }

  @Test("of one thread stays on the calling thread")
  func single() {
    let caller = UInt(bitPattern: pthread_self().hashValue)
    let strangers = Atomic<Int>(0)
    ThreadPool(threads: 1).run(chunks: 100) { _ in
      if UInt(bitPattern: pthread_self().hashValue) != caller {
        strangers.add(1, ordering: .relaxed)
      }
    }
    #expect(strangers.load(ordering: .relaxed) == 0)
  }

  @Test("can be made and dropped many times")
  func lifetimes() {
    for round in 0..<100 {
      let counts = Counts(5)
      let pool = ThreadPool(threads: 1 + round % 4)
      if round % 2 == 0 { pool.run(chunks: 5) { counts.add($0) } }
      #expect(counts.all.allSatisfy { $0 == (round % 2 == 0 ? 1 : 0) })
    }
  }

  @Test("divides rows evenly and completely", arguments: [0, 1, 6, 7, 100])
  func ranges(count: Int) {
    for chunks in 1...9 {
      let ranges = (0..<chunks).map { ThreadPool.range(ofChunk: $0, of: chunks, count: count) }
      #expect(Array(ranges.joined()) == Array(0..<count))
      let sizes = ranges.map(\.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
  }

  @Test("gives a product the same bits on any number of threads", arguments: [1, 2, 3, 7])
  func product(threads: Int) {
    let product = MatrixProduct(.secondTransposed, rows: 61, columns: 70, depth: 33)
    let buffer = Buffer([
      Numbers.ordinary.values(61 * 33, seed: 1), Numbers.ordinary.values(70 * 33, seed: 2),
      [Float](repeating: 0, count: 61 * 70), [Float](repeating: 0, count: 61 * 70),
    ])
    let (a, b, whole, parts) = (
      buffer.slices[0], buffer.slices[1], buffer.slices[2], buffer.slices[3]
    )
    let kernels = Kernels.selected
    kernels.matrixProduct(a, b, into: whole, product)
    ThreadPool(threads: threads).run(chunks: threads) { chunk in
      kernels.matrixProduct(
        a, b, into: parts, product,
        rows: ThreadPool.range(ofChunk: chunk, of: threads, count: 61))
    }
    #expect(whole.array == parts.array)
  }
}
