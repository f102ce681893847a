import TensorEngine

/// What two threads gain: the time of an empty job, and of matrix products divided by rows.
enum ThreadTimes {
  private static func padded(_ text: String) -> String { KernelReport.padded(text, 11) }

  static func print() throws(EngineError) {
    let pool = ThreadPool(threads: 2)
    let empty = Stopwatch.nanoseconds { pool.run(chunks: 2) { _ in } }
    Swift.print("\nAn empty job for 2 threads takes \(KernelReport.time(empty)).")
    Swift.print(KernelReport.padded("", 24) + padded("1 thread") + padded("2 threads"))
    for size in [32, 48, 64, 96, 128, 256, 512] {
      let memory = try Workspace([
        .signed(size * size), .signed(size * size), .zeros(size * size),
      ])
      let line = [1, 2].map { chunks in
        padded(KernelReport.time(nanoseconds(size: size, chunks: chunks, pool, memory)))
      }
      Swift.print(KernelReport.padded("A B \(size) x \(size) x \(size)", 24) + line.joined())
    }
  }

  private static func nanoseconds(
    size: Int, chunks: Int, _ pool: ThreadPool, _ memory: Workspace
  ) -> Double {
    let kernels = Kernels.selected
    let product = MatrixProduct(rows: size, columns: size, depth: size)
    let (a, b, c) = (memory[0], memory[1], memory[2])
    return Stopwatch.nanoseconds {
      pool.run(chunks: chunks) { chunk in
        kernels.matrixProduct(
          a, b, into: c, product,
          rows: ThreadPool.range(ofChunk: chunk, of: chunks, count: size))
      }
    }
  }
}
