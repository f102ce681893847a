import CAllocationCounter
import Networks
import TensorEngine
import Testing

/// The proof by counting: between two steps of a training nothing is allocated, and nothing is
/// retained but what it is stopped by.
///
/// It is counted in a process of its own, where no other test runs. What does not belong to the
/// training could only add to a count, so the smallest of several is taken.
@Suite("A training step", .enabled(if: allocation_counter_is_available()))
struct AllocationTests {
  @Test("allocates nothing and retains no layer, loss or optimizer, for all of them")
  func nothing() async {
    await #expect(processExitsWith: .success) {
      try StepCount.expectNothing(pool: nil)
    }
  }

  @Test("allocates nothing on two threads")
  func threads() async {
    await #expect(processExitsWith: .success) {
      try StepCount.expectNothing(pool: ThreadPool(threads: 2))
    }
  }

  @Test("allocates nothing where all is shared among owners")
  func owners() async {
    await #expect(processExitsWith: .success) {
      try StepCount.expectNothing(pool: ThreadPool(threads: 2, threshold: 0))
    }
  }

  @Test("would be seen to allocate and to retain")
  func control() async {
    await #expect(processExitsWith: .success) {
      let network = try Samples.network([2], Dense(units: 1, activation: .sigmoid))
      let trainer = Trainer(
        network: network, examples: try Samples.circles(points: 200),
        trainingRows: Samples.rows(0..<200), settings: TrainingSettings(batchSize: 2))
      var kept: [[Int]] = []
      let allocating = try StepCount.ofSteps(trainer) { kept = [[kept.count]] }
      #expect(allocating.allocations >= StepCount.steps)
      let box = Box()
      let retaining = try StepCount.ofSteps(trainer) { Box.last = box }
      #expect(retaining.allocations == 0)
      #expect(!allocation_counter_counts_references() || retaining.references >= StepCount.steps)
    }
  }
}

/// Something that is retained wherever it is kept.
private final class Box: Sendable {
  nonisolated(unsafe) static var last: Box?
}
