import TensorEngine

/// One part of a step that may be cut into chunks for several threads.
///
/// Chunks write to different outputs, and no sum is ever cut, so the bits are the same for any
/// number of chunks. It points at the operation, for a copy takes longer than a tiny network's
/// whole operation.
enum Region {
  case gather(UnsafePointer<GatherOperation>, first: Int)
  case forward(PlacedOperation)
  case forwardRun(UnsafePointer<OperationRun>)
  case backward(PlacedOperation)
  case update(UnsafePointer<UpdateOperation>, UnsafePointer<PreparedUpdate>)
  case stage(UnsafePointer<OwnedStage>, UnsafePointer<OwnedStage.Moment>)

  /// The most chunks of a region: two a thread, so that a thread that comes late or runs slowly
  /// leaves some to the others.
  static func chunks(threads: Int) -> Int { threads > 1 ? threads * 2 : 1 }

  /// How many chunks the region is cut into; one for each owner in a stage of theirs.
  func chunks(threads: Int) -> Int {
    if case .stage = self { threads } else { Self.chunks(threads: threads) }
  }

  /// The work of a chunk between two questions whether to go on: some milliseconds of it.
  private static let workTogether = 400_000_000
  /// From so much work on a region asks whether to go on.
  static let longWork = 2 * workTogether

  /// Into how many parts each chunk of much work is cut. Parameters are changed as one, and owners
  /// have little.
  func parts(work: Int, chunks: Int) -> Int {
    switch self {
    case .update, .stage: return 1
    default: break
    }
    return max(1, work / (chunks * Self.workTogether))
  }

  /// The work of the region, in floating-point operations of a matrix product.
  @inline(__always)
  func work(rows: Int) -> Int {
    switch self {
    case .gather(let operation, _): operation.pointee.work(rows: rows)
    case .forward(let operation): operation.forwardWork(rows: rows)
    case .forwardRun(let run): run.pointee.work(rows: rows)
    case .backward(let operation): operation.backwardWork(rows: rows)
    case .update(let operation, _): operation.pointee.work
    case .stage: .max
    }
  }

  @inline(__always)
  func run(_ context: PlanContext, chunk: Int, of chunks: Int) {
    let part = Part(index: chunk, count: chunks, cut: .rows)
    switch self {
    case .gather(let operation, let first): operation.pointee.run(context, first: first, part)
    case .forward(let operation): operation.forward(context, part)
    case .forwardRun(let run): run.pointee.forward(context, chunk: chunk, of: chunks)
    case .backward(let operation): operation.backward(context, part)
    case .stage(let stage, let moment):
      stage.pointee.run(context, moment.pointee, owner: chunk, of: chunks)
    case .update(let operation, let prepared):
      operation.pointee.run(context, prepared.pointee, chunk: chunk, of: chunks)
    }
  }
}

extension PlanContext {
  private struct Job {
    let context: PlanContext
    let region: Region
    let pool: Unmanaged<ThreadPool>
    let chunks: Int
    let parts: Int

    /// The parts of a chunk lie among those of the others: some operations work in the first alone.
    func run(chunk: Int) {
      var own = context
      own.scratch += chunk * own.scratchCount
      for part in 0..<parts {
        if parts > 1, pool._withUnsafeGuaranteedRef({ $0.interruption.isAsked() }) { return }
        region.run(own, chunk: part * chunks + chunk, of: chunks * parts)
      }
    }
  }

  /// Runs a region, on several threads where that pays.
  @inline(__always)
  func perform(_ region: Region) {
    guard let pool, region.work(rows: rows) >= threshold else {
      region.run(self, chunk: 0, of: 1)
      return
    }
    share(region, with: pool)
  }

  @inline(never)
  private func share(_ region: Region, with pool: Unmanaged<ThreadPool>) {
    // The plan keeps the pool alive; taking it out here would retain it at every region.
    pool._withUnsafeGuaranteedRef { pool in
      let chunks = region.chunks(threads: pool.threads)
      let job = Job(
        context: self, region: region, pool: Unmanaged.passUnretained(pool), chunks: chunks,
        parts: region.parts(work: region.work(rows: rows), chunks: chunks))
      withUnsafePointer(to: job) { pointer in
        pool.run(chunks: chunks, context: UnsafeRawPointer(pointer)) { context, chunk in
          context.assumingMemoryBound(to: Job.self).pointee.run(chunk: chunk)
        }
      }
    }
  }
}
