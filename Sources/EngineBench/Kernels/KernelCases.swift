import TensorEngine

extension KernelCase {
  /// The cases in the order of the table.
  static let all = products + elementwise + optimizers + steps

  private static let products = [
    product(10, 8, 2), product(10, 8, 8), product(8, 8, 10, .firstTransposed),
    product(10, 8, 8, .secondTransposed), product(10, 1, 8), product(8, 8, 8),
    product(16, 16, 16), product(32, 32, 32), product(64, 64, 64), product(128, 128, 128),
    product(256, 256, 256), product(512, 512, 512), product(128, 128, 784),
    product(784, 128, 128, .firstTransposed), product(128, 10, 128),
    product(128, 10, 128, .firstTransposed), product(128, 128, 10, .secondTransposed),
    product(256, 256, 256, .secondTransposed), product(128, 1, 128), product(1, 128, 784),
    product(32, 64, 64), product(64, 64, 32, .firstTransposed),
    product(32, 64, 64, .secondTransposed), product(128, 512, 784),
    product(784, 512, 128, .firstTransposed), product(128, 512, 512, .secondTransposed),
  ]

  private static let elementwise = [
    unary("exp") { $0.exponential($1, into: $2) },
    unary("log") { $0.logarithm($1, into: $2) },
    unary("sigmoid") { $0.sigmoid($1, into: $2) },
    unary("tanh") { $0.tanh($1, into: $2) },
    unary("relu") { $0.relu($1, into: $2) },
    unary("leaky relu") { $0.leakyRelu($1, slope: 0.2, into: $2) },
    unary("elu") { $0.elu($1, into: $2) },
    unary("elu backward") { $0.eluBackward($1, gradient: $1, into: $2) },
    unary("selu") { $0.selu($1, into: $2) },
    unary("selu backward") { $0.seluBackward($1, gradient: $1, into: $2) },
    unary("gelu") { $0.gelu($1, into: $2) },
    unary("gelu backward") { $0.geluBackward($1, gradient: $1, into: $2) },
    unary("swish") { $0.swish($1, into: $2) },
    unary("swish backward") { $0.swishBackward($1, gradient: $1, into: $2) },
    unary("softplus") { $0.softplus($1, into: $2) },
    unary("softplus backward") { $0.softplusBackward($1, gradient: $1, into: $2) },
    normalization("moments") { kernels, memory, columns in
      kernels.columnMoments(of: memory[0], mean: memory[2], variance: memory[3], columns)
    },
    normalization("normalize") { kernels, memory, columns in
      kernels.normalize(
        memory[0], mean: memory[2], factor: memory[3], shift: memory[4], into: memory[1], columns)
    },
    normalization("normalize sums") { kernels, memory, columns in
      kernels.normalizeSums(
        memory[0], gradient: memory[1], mean: memory[2], sums: memory[3], products: memory[4],
        columns)
    },
    normalization("normalize backward") { kernels, memory, columns in
      kernels.normalizeBackward(
        memory[0], gradient: memory[1], mean: memory[2], factor: memory[3], centre: memory[4],
        slope: memory[5], into: memory[6], columns)
    },
    dropout("dropout") { kernels, memory in
      kernels.dropout(
        memory[0], rectified: memory[0], mask: memory[1], into: memory[2], rate: 0.3,
        stream: RandomStream(seed: 1, name: "mask"))
    },
    dropout("dropout backward") { kernels, memory in
      kernels.dropoutBackward(
        rectified: memory[0], mask: memory[1], gradient: memory[3], into: memory[2])
    },
    unary("uniforms") { kernels, _, y in
      kernels.uniforms(y, in: -1..<1, stream: RandomStream(seed: 1, name: "mask"))
    },
    unary("normals") { kernels, _, y in
      kernels.normals(y, stream: RandomStream(seed: 1, name: "mask"))
    },
    KernelCase(
      name: "gather 128 x 784 bytes", work: .elements(128 * 784),
      operands: [.zeros(128 * 784), .zeros(1), .positive(1)],
      run: { kernels, memory in
        Workspace.images.withInputRows {
          kernels.gather(
            rows: memory.rows, of: $0, into: memory[0],
            scaling: ScalingSlices(shift: memory[1], scale: memory[2]))
        }
      }),
    KernelCase(
      name: "softmax 128 x 10", work: .elements(1280), operands: [.signed(1280), .zeros(1280)],
      run: { $0.softmax($1[0], into: $1[1], rows: 128, columns: 10) }),
    KernelCase(
      name: "cross-entropy 128 x 10", work: .elements(1280),
      operands: [.signed(1280), .zeros(128), .zeros(1280)],
      run: {
        $0.softmaxCrossEntropy(
          logits: $1[0], classes: $1.classes, losses: $1[1], gradient: $1[2], rows: 128,
          columns: 10, scale: 0.01)
      }),
    KernelCase(
      name: "cross-entropy of targets 128 x 10", work: .elements(1280),
      operands: [.signed(1280), .positive(1280), .zeros(128), .zeros(1280)],
      run: {
        $0.softmaxCrossEntropy(
          logits: $1[0], targets: $1[1], losses: $1[2], gradient: $1[3], rows: 128, columns: 10,
          scale: 0.01)
      }),
    loss("absolute error") { kernels, m in
      kernels.absoluteError(m[0], targets: m[1], losses: m[2], gradient: m[3], scale: 0.01)
    },
    loss("hinge") { kernels, m in
      kernels.hinge(m[0], targets: m[1], losses: m[2], gradient: m[3], scale: 0.01)
    },
    KernelCase(
      name: "scaled rows 128 x 10", work: .elements(1280),
      operands: [.signed(1280), .positive(128)],
      run: { $0.scaleRows($1[0], by: $1[1], rows: 128, columns: 10) }),
    KernelCase(
      name: "limited columns 784 x 128", work: .elements(784 * 128),
      operands: [.signed(784 * 128), .zeros(1)],
      run: { $0.limitColumns(of: $1[0], rows: 784, columns: 128, to: 3) }),
    unary("affine") { $0.affine($1, times: 0.9, plus: 0.05, into: $2) },
    KernelCase(
      name: "column sums 128 x 128", work: .elements(16384),
      operands: [.signed(16384), .zeros(128)],
      run: { $0.columnSums(of: $1[0], into: $1[1], rows: 128, columns: 128) }),
    KernelCase(
      name: "momentum", work: .elements(4096),
      operands: [.signed(4096), .zeros(4096), .signed(4096)],
      run: { $0.momentum($1[0], velocity: $1[1], gradient: $1[2], rate: 0.1, momentum: 0.9) }),
    KernelCase(
      name: "adam", work: .elements(4096),
      operands: [.signed(4096), .signed(4096), .positive(4096), .signed(4096)],
      run: {
        $0.adam($1[0], mean: $1[1], variance: $1[2], gradient: $1[3], DenseStep.adamStep)
      }),
    KernelCase(
      name: "sum", work: .elements(4096), operands: [.signed(4096), .zeros(1)],
      run: { $1[1][0] = $0.sum($1[0]) }),
  ]

  private static let steps = [
    DenseStep(sizes: [2, 8, 8, 1], batch: 10, usesAdam: false).kernelCase,
    DenseStep(sizes: [784, 128, 10], batch: 128, usesAdam: true).kernelCase,
  ]

  private static func product(
    _ rows: Int, _ columns: Int, _ depth: Int, _ form: MatrixProduct.Form = .plain
  ) -> KernelCase {
    let product = MatrixProduct(form, rows: rows, columns: columns, depth: depth)
    let sign = form == .firstTransposed ? "At B" : form == .secondTransposed ? "A Bt" : "A B"
    return KernelCase(
      name: "\(sign) \(rows) x \(columns) x \(depth)",
      work: .multiplyAdds(rows * columns * depth),
      operands: [.signed(rows * depth), .signed(depth * columns), .zeros(rows * columns)],
      run: { $0.matrixProduct($1[0], $1[1], into: $1[2], product) })
  }

  private static func loss(
    _ name: String, _ run: @escaping @Sendable (Kernels, Workspace) -> Void
  ) -> KernelCase {
    KernelCase(
      name: name, work: .elements(4096),
      operands: [.signed(4096), .positive(4096), .zeros(4096), .zeros(4096)], run: run)
  }

  private static func normalization(
    _ name: String, _ run: @escaping @Sendable (Kernels, Workspace, MatrixColumns) -> Void
  ) -> KernelCase {
    let (rows, columns) = (128, 512)
    let matrix = Operand.signed(rows * columns)
    let vector = Operand.signed(columns)
    return KernelCase(
      name: "\(name) \(rows) x \(columns)", work: .elements(rows * columns),
      operands: [matrix, matrix, vector, vector, vector, vector, .zeros(rows * columns)],
      run: { run($0, $1, MatrixColumns(rows: rows, columns: columns)) })
  }

  private static func dropout(
    _ name: String, _ run: @escaping @Sendable (Kernels, Workspace) -> Void
  ) -> KernelCase {
    KernelCase(
      name: name, work: .elements(4096),
      operands: [.signed(4096), .positive(4096), .zeros(4096), .signed(4096)], run: run)
  }

  private static func unary(
    _ name: String, _ run: @escaping @Sendable (Kernels, FloatSlice, FloatSlice) -> Void
  ) -> KernelCase {
    KernelCase(
      name: name, work: .elements(4096), operands: [.positive(4096), .zeros(4096)],
      run: { run($0, $1[0], $1[1]) })
  }
}
