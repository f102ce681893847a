import Networks
import Synchronization
import TensorEngine
import Testing
import Tuning

@Suite("Independent trainings")
struct IndependentTrainingsTests {
  @Test("have the bits of each training alone, in the order asked for", arguments: [1, 2, 7])
  func sameBits(_ threads: Int) throws {
    // The first takes longest, so that the others are done before it.
    let trainers = try [(0.1, 60), (0.2, 1), (0.3, 1), (0.4, 7), (0.5, 1)].map {
      try Rings.trainer(Rings.variant(rate: $0.0, epochs: $0.1))
    }
    let outcomes = IndependentTrainings(pool: ThreadPool(threads: threads)).train(trainers)
    let together = try #require(outcomes)
    #expect(together.count == trainers.count)
    for (trainer, outcome) in zip(trainers, together) {
      #expect(try outcome.get() == trainer.run())
    }
  }

  @Test("keep to one thread each, even where a trainer has a pool of its own")
  func ownPools() throws {
    let pool = ThreadPool(threads: 2)
    let trainers = try (0..<6).map { _ in
      try Rings.trainer(Rings.variant(rate: 0.1), pool: pool)
    }
    let outcomes = try #require(IndependentTrainings(pool: pool).train(trainers))
    let alone = try Rings.trainer(Rings.variant(rate: 0.1)).run()
    for outcome in outcomes { #expect(try outcome.get() == alone) }
  }

  @Test("do not wait for each other when one asks for others", arguments: [1, 2, 7])
  func nested(_ threads: Int) throws {
    let pool = ThreadPool(threads: threads)
    let trainings = IndependentTrainings(pool: pool)
    let sums = trainings.outcomes(count: 9) { outer, _ in
      let inner = trainings.outcomes(count: 5) { index, _ in
        pool.run(chunks: 3) { _ in }
        return 10 * outer + index
      }
      return (inner ?? []).compactMap { try? $0.get() }.reduce(0, +)
    }
    let values = try #require(sums).map { try $0.get() }
    #expect(values == (0..<9).map { 50 * $0 + 10 })
  }

  @Test("stop all of them when interrupted, and leave nothing", arguments: [1, 2, 7])
  func interruption(_ threads: Int) throws {
    let asked = Atomic(0)
    let seen = Counts()
    let trainings = IndependentTrainings(
      pool: ThreadPool(threads: threads),
      isInterrupted: { asked.add(1, ordering: .relaxed).newValue > 200 },
      onDone: { seen.add($0) })
    let trainers = try (0..<20).map { _ in
      try Rings.trainer(Rings.variant(rate: 0.1, epochs: 10))
    }
    #expect(trainings.train(trainers) == nil)
    #expect(asked.load(ordering: .relaxed) < 20 * 40, "no training went on to its end")
    #expect(seen.sorted.count < 20)
  }

  @Test("report the first error by order", arguments: [1, 2, 7])
  func firstError(_ threads: Int) throws {
    let trainings = IndependentTrainings(pool: ThreadPool(threads: threads))
    for failing in [[0], [3, 4], [9, 2, 7], [11]] {
      #expect(throws: NetworkError.engine(.diverged(epoch: failing.min() ?? 0, step: 0, what: "")))
      {
        try trainings.results(count: 12) { (index, _) throws(NetworkError) in
          if failing.contains(index) {
            throw .engine(.diverged(epoch: index, step: 0, what: ""))
          }
          return index
        }
      }
    }
    #expect(try trainings.results(count: 4) { index, _ in index * index } == [0, 1, 4, 9])
    #expect(try trainings.results(count: 0) { index, _ in index } == [])
    #expect(try trainings.results(count: -5) { index, _ in index } == [])
  }

  @Test("count those that are done, each once, failures among them")
  func counting() throws {
    let seen = Counts()
    let trainers = try [
      Rings.trainer(Rings.variant(rate: 0.1)), Rings.trainer(Rings.wild()),
      Rings.trainer(Rings.variant(rate: 0.3)),
    ]
    let outcomes = try #require(
      IndependentTrainings(pool: ThreadPool(threads: 2), onDone: { seen.add($0) })
        .train(trainers))
    #expect(seen.sorted == [1, 2, 3])
    #expect(throws: NetworkError.self) { try outcomes[1].get() }
    #expect(throws: Never.self) { try outcomes[2].get() }
  }
}
