@testable import TensorEngine

extension KernelCase {
  /// Products in each form, from each start, and of a range of rows: rows, columns and depth.
  static let products = MatrixProductTests.forms.map { form in
    KernelCase(
      "product \(form)", shapes: MatrixProductTests.shapes.map { [$0.0, $0.1, $0.2] },
      lengths: { shape in
        let (rows, columns, depth) = (shape[0], shape[1], shape[2])
        return [rows * depth, depth * columns, columns] + [Int](repeating: rows * columns, count: 4)
      },
      run: { kernels, slices, shape in
        let product = MatrixProduct(form, rows: shape[0], columns: shape[1], depth: shape[2])
        let (a, b, bias) = (slices[0], slices[1], slices[2])
        kernels.matrixProduct(a, b, into: slices[3], product)
        kernels.matrixProduct(a, b, into: slices[4], product, start: .output)
        kernels.matrixProduct(a, b, into: slices[5], product, start: .bias(bias))
        kernels.matrixProduct(
          a, b, into: slices[6], product, start: .bias(bias),
          rows: shape[0] / 3..<shape[0] - shape[0] / 4)
      })
  }

  /// The gradients of a dense layer with a kernel `[rows, columns]`; depth is the rows of its batch.
  static let denseGradients = KernelCase(
    "dense gradients", shapes: MatrixProductTests.shapes.map { [$0.0, $0.1, $0.2] },
    lengths: { [$0[2] * $0[0], $0[2] * $0[1], $0[0] * $0[1], $0[1]] },
    run: { kernels, slices, shape in
      let memory = slices[0].base
      let product = PreparedProduct(
        MatrixProduct(.firstTransposed, rows: shape[0], columns: shape[1], depth: shape[2]),
        first: 0, second: slices[1].base - memory, result: slices[2].base - memory)
      withUnsafePointer(to: product) {
        kernels.denseGradients(
          $0, in: memory, depth: shape[2], sums: slices[3].base - memory)
      }
    })

  /// What has class numbers or targets beside the rows. A row has at least one column.
  static let classes = [
    KernelCase(
      "softmax cross-entropy", shapes: matrices.filter { $0[1] > 0 },
      lengths: { [$0[0] * $0[1], $0[0] * $0[1], $0[0], $0[0]] },
      run: { kernels, slices, shape in
        kernels.softmaxCrossEntropy(
          logits: slices[0], classes: slices[3].integers(below: shape[1]), losses: slices[2],
          gradient: slices[1], rows: shape[0], columns: shape[1], scale: 0.3)
        kernels.softmaxCrossEntropy(
          logits: slices[0], classes: slices[3].integers(below: shape[1]), losses: slices[2],
          gradient: slices[0], rows: shape[0], columns: shape[1], scale: 0.3)
      }),
    KernelCase(
      "softmax cross-entropy of targets", shapes: matrices,
      lengths: { [$0[0] * $0[1], $0[0] * $0[1], $0[0], $0[0] * $0[1]] },
      run: { kernels, slices, shape in
        kernels.softmaxCrossEntropy(
          logits: slices[0], targets: slices[1], losses: slices[2], gradient: slices[3],
          rows: shape[0], columns: shape[1], scale: 0.3)
      }),
    KernelCase(
      "greatest columns", shapes: matrices.filter { $0[1] > 0 },
      lengths: { [$0[0] * $0[1], $0[0]] },
      run: { kernels, slices, shape in
        kernels.greatestColumns(
          of: slices[0], into: slices[1].integers(below: 1), rows: shape[0], columns: shape[1])
      }),
    KernelCase(
      "correct classes", shapes: matrices.filter { $0[1] > 0 },
      lengths: { [$0[0] * $0[1], $0[0], 1] },
      run: { kernels, slices, shape in
        let count = kernels.countCorrect(
          scores: slices[0], classes: slices[1].integers(below: shape[1]), rows: shape[0],
          columns: shape[1])
        slices[2][0] = Float(count)
      }),
    KernelCase(
      "correct decisions", shapes: sizes, lengths: { [$0[0], $0[0], 1] },
      run: { kernels, slices, _ in
        let count = kernels.countCorrect(scores: slices[0], targets: slices[1], threshold: 0.5)
        slices[2][0] = Float(count)
      }),
  ]

  /// Rows of bytes and floats, out of order, with no, one and one scaling for each feature.
  static let gathers = [true, false].flatMap { isBytes in
    [0, 1, 2].map { scaling in
      KernelCase(
        "gather \(isBytes ? "bytes" : "floats") \(["unscaled", "scaled", "scaled each"][scaling])",
        shapes: matrices,
        lengths: { shape in
          let source = shape[0] * shape[1]
          return [source, source, shape[0]] + [
            scaling < 2 ? 1 : shape[1], scaling < 2 ? 1 : shape[1],
          ]
        },
        run: { kernels, slices, shape in
          let source = UnsafeRawPointer(slices[0].base)
          let values: InputRows.Values =
            isBytes
            ? .bytes(source.assumingMemoryBound(to: UInt8.self))
            : .floats(source.assumingMemoryBound(to: Float.self))
          kernels.gather(
            rows: slices[2].integers(below: shape[0]),
            of: InputRows(values: values, rowCount: shape[0], featureCount: shape[1]),
            into: slices[1],
            scaling: scaling == 0 ? nil : ScalingSlices(shift: slices[3], scale: slices[4]))
        })
    }
  }

  /// From places at the start, in the middle and at the end of a block and of a stream.
  private static let places: [UInt64] = [
    0, 1, 2, 3, 63, 0x3_ffff_fffe, 0xffff_ffff_ffff_fff0,
  ]

  private static func random(
    _ name: String, _ run: @escaping @Sendable (Kernels, FloatSlice, UInt64) -> Void
  ) -> KernelCase {
    KernelCase(
      name, shapes: sizes, lengths: { [Int](repeating: $0[0], count: places.count) },
      run: { kernels, slices, _ in
        for (slice, place) in zip(slices, places) { run(kernels, slice, place) }
      })
  }

  private static func dropout(
    _ name: String,
    _ run: @escaping @Sendable (Kernels, FloatSlice, FloatSlice, FloatSlice, UInt64) -> Void
  ) -> KernelCase {
    KernelCase(
      name, shapes: sizes, lengths: { [Int](repeating: $0[0], count: 3 * places.count) },
      run: { kernels, slices, _ in
        for (index, place) in places.enumerated() {
          run(kernels, slices[3 * index], slices[3 * index + 1], slices[3 * index + 2], place)
        }
      })
  }

  private static let stream = RandomStream(seed: 7, name: "dropout 1/step 41")

  static let random = [
    random("random words") { kernels, slice, place in
      slice.base.withMemoryRebound(to: UInt32.self, capacity: slice.count) {
        kernels.randomWords(
          of: stream, from: place, into: UnsafeMutableBufferPointer(start: $0, count: slice.count))
      }
    },
    dropout("dropout") { kernels, x, mask, y, place in
      kernels.dropout(x, mask: mask, into: y, rate: 0.3, stream: stream, from: place)
    },
    dropout("dropout of a relu in place") { kernels, x, mask, y, place in
      kernels.dropout(
        x, rectified: x, mask: mask, into: y, rate: 0.3, stream: stream, from: place)
    },
    dropout("dropout of a relu, over what went in") { kernels, x, mask, y, place in
      kernels.dropout(
        x, rectified: y, mask: mask, into: x, rate: 0.3, stream: stream, from: place)
    },
    random("uniforms") { $0.uniforms($1, in: -0.1..<0.3, stream: stream, from: $2) },
    random("normals") { $0.normals($1, deviation: 0.7, stream: stream, from: $2) },
  ]
}
