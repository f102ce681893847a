import TensorEngine

/// Matrix products C = A·B whose operands stay in cache, by rows on the threads.
enum ProductWorkload {
  private static let sizes: [(m: Int, k: Int, n: Int)] =
    [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048].map { ($0, $0, $0) } + [(128, 784, 128)]

  static func measure(threads: Int) throws -> [Measurement] {
    let pool = threads > 1 ? ThreadPool(threads: threads) : nil
    return try sizes.map { size in
      Measurement(
        workload: .products, threads: threads, metric: "gemm_\(size.m)x\(size.k)x\(size.n)",
        values: try rates(size, pool), unit: "GFLOP/s")
    }
  }

  private static func rates(
    _ size: (m: Int, k: Int, n: Int), _ pool: ThreadPool?
  ) throws -> [Double] {
    let memory = try Workspace([
      .positive(size.m * size.k), .positive(size.k * size.n), .zeros(size.m * size.n),
    ])
    let operations = 2.0 * Double(size.m) * Double(size.k) * Double(size.n)
    let calls = size.n > 16 ? 1 + Int(2e9 / (operations + 100_000)) : 20_000
    nonisolated(unsafe) let floats = memory[0].base
    let product = PreparedProduct(
      MatrixProduct(rows: size.m, columns: size.n, depth: size.k), first: 0,
      second: memory[1].base - floats, result: memory[2].base - floats)
    let kernels = Kernels.selected
    // As in training: a small product never leaves its thread.
    let shared = operations >= 500_000 ? pool : nil
    let rates = (0..<8).map { _ in
      operations * Double(calls) / 1e9
        / Stopwatch.seconds { () throws(Never) in
          withUnsafePointer(to: product) { product in
            guard let shared else {
              for _ in 0..<calls {
                kernels.multiply(product, in: floats, rows: 0..<size.m, depth: size.k)
              }
              return
            }
            nonisolated(unsafe) let product = product
            let chunks = shared.threads * 2
            for _ in 0..<calls {
              shared.run(chunks: chunks) { chunk in
                kernels.multiply(
                  product, in: floats,
                  rows: ThreadPool.range(ofChunk: chunk, of: chunks, count: size.m),
                  depth: size.k)
              }
            }
          }
        }
    }
    return Array(rates.dropFirst())
  }
}
