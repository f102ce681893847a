import CKernels

@testable import TensorEngine

extension KernelCase {
  /// Convolutions and pooling. A shape has the sizes of the image, its channels and filters, the
  /// sides of the window, its strides and the padding before the image.
  static let windows = [
    window("convolution") { table, g, x in
      table.convolution(&g, x.image, x.kernel, x.bias, x.output, 0, images, 0, x.scratch)
      table.convolution(&g, x.image, x.kernel, nil, x.other, 1, images, 1, x.scratch)
    },
    window("convolution by input") { table, g, x in
      table.convolution_by_input(&g, x.output, x.kernel, x.image, 0, images, x.scratch)
      table.convolution_by_input(&g, x.output, x.kernel, x.image, 1, images, x.scratch)
    },
    window("convolution by kernel") { table, g, x in
      let rows = g.window_height * g.window_width * g.channels
      table.convolution_by_kernel(
        &g, x.image, x.output, x.kernel, x.bias, images, 0, rows, x.scratch)
      table.convolution_by_kernel(
        &g, x.image, x.other, x.kernel, nil, images, rows / 3, rows - rows / 4, x.scratch)
    },
    window("max pooling", isPooling: true) { table, g, x in
      table.max_pooling(&g, x.image, x.output, 0, images)
    },
    window("max pooling backward", isPooling: true) { table, g, x in
      table.max_pooling_backward(&g, x.image, x.output, x.gradient, 0, images, 0)
      table.max_pooling_backward(&g, x.image, x.output, x.gradient, 1, images, 1)
    },
    window("average pooling", isPooling: true) { table, g, x in
      table.average_pooling(&g, x.image, x.output, 0, images)
    },
    window("average pooling backward", isPooling: true) { table, g, x in
      table.average_pooling_backward(&g, x.output, x.gradient, 0, images)
    },
  ]

  private static let images = 2

  /// The slices of a case as the kernels take them.
  private struct Operands {
    let image, gradient, kernel, bias, output, other, scratch: UnsafeMutablePointer<Float>

    init(_ slices: [FloatSlice]) {
      let bases = slices.map(\.base)
      (image, gradient, kernel, bias) = (bases[0], bases[1], bases[2], bases[3])
      (output, other, scratch) = (bases[4], bases[5], bases[6])
    }
  }

  private static func window(
    _ name: String, isPooling: Bool = false,
    _ run: @escaping @Sendable (KernelTable, inout WindowArguments, Operands) -> Void
  ) -> KernelCase {
    KernelCase(
      name, shapes: windowShapes,
      lengths: { shape in
        var g = arguments(shape, isPooling: isPooling)
        let image = images * g.height * g.width * g.channels
        let output = images * g.out_height * g.out_width * g.filters
        let kernel = g.window_height * g.window_width * g.channels * g.filters
        return [image, image, kernel, g.filters, output, output, convolution_scratch(&g)]
      },
      run: { kernels, slices, shape in
        var g = arguments(shape, isPooling: isPooling)
        run(kernels.table.pointee, &g, Operands(slices))
        // What is left in the scratch memory is the path's own affair.
        kernels.fill(slices[6], with: 0)
      })
  }

  private static func arguments(_ s: [Int], isPooling: Bool) -> WindowArguments {
    var g = WindowArguments()
    (g.height, g.width, g.channels) = (s[0], s[1], isPooling ? s[3] : s[2])
    (g.filters, g.window_height, g.window_width) = (s[3], s[4], s[5])
    (g.stride_y, g.stride_x, g.top, g.left) = (s[6], s[7], s[8], s[9])
    g.out_height = max(0, (s[0] + 2 * s[8] - s[4]) / s[6] + 1)
    g.out_width = max(0, (s[1] + 2 * s[9] - s[5]) / s[7] + 1)
    return g
  }

  /// All numbers of channels and filters up to 70, all small images and windows, some larger.
  private static let windowShapes: [[Int]] =
    (1...70).map { [2, 3, 1, $0, 2, 2, 1, 1, 0, 0] }
    + (1...70).map { [3, 2, $0, 2, 2, 2, 1, 1, 1, 1] }
    + (1...40).map { [2, $0, 2, 5, 2, min(3, $0), 1, 2, 1, 0] }
    + [1, 2, 3].flatMap { window in
      [1, 2, 3].flatMap { stride in
        [0, window / 2].map { [5, 7, 3, 4, window, window, stride, stride, $0, $0] }
      }
    }
    + [[9, 10, 16, 32, 3, 3, 1, 1, 0, 0], [12, 11, 1, 16, 5, 3, 2, 1, 2, 1]]
}
