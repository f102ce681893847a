import TensorEngine

/// Operations that follow each other and run together, a few examples at a time, so that what one
/// of them puts out is still near when the next one reads it.
struct OperationRun: @unchecked Sendable {
  /// The first of the operations.
  let first: UnsafePointer<PlacedOperation>
  let count: Int
  /// The values that the operations read and write for one example.
  let floats: Int

  /// The floats that are worked on together, 512 KiB of them.
  private static let nearFloats = 131_072

  /// Divides the operations of a plan, which lie in its memory too: images are passed on from one
  /// operation to the next.
  static func all(
    _ base: UnsafePointer<PlacedOperation>, _ operations: ArraySlice<any PlanOperation>
  )
    -> [OperationRun]
  {
    var runs: [OperationRun] = []
    var isOpen = false
    for index in operations.indices {
      let floats = operations[index].imageFloats
      if isOpen, let floats, let last = runs.popLast() {
        runs.append(
          OperationRun(first: last.first, count: last.count + 1, floats: last.floats + floats))
      } else {
        runs.append(OperationRun(first: base + index, count: 1, floats: floats ?? 0))
      }
      isOpen = floats != nil
    }
    return runs
  }

  func work(rows: Int) -> Int {
    var work = 0
    for index in 0..<count { work += first[index].forwardWork(rows: rows) }
    return work
  }

  func forward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    let parts = max(1, context.rows * floats / (Self.nearFloats * chunks))
    for part in 0..<parts {
      for index in 0..<count {
        first[index].forward(
          context, Part(index: chunk * parts + part, count: chunks * parts, cut: .rows))
      }
    }
  }
}
