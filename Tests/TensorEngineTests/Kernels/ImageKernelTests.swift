import TensorEngine
import Testing

@Suite("Convolutions and pooling")
struct ImageKernelTests {
  /// Windows over images of all kinds: one channel and many, tails of every vector width,
  /// windows as large as the image and larger, strides that skip pixels, and the pools of two by
  /// two that most networks have, which leave out a last row, a last column, or none.
  static let windows: [ImageWindow] =
    [
      ImageWindow(
        height: 9, width: 14, channels: 16, filters: 32, windowHeight: 3, windowWidth: 3),
      ImageWindow(
        height: 28, width: 28, channels: 1, filters: 8, windowHeight: 5, windowWidth: 5,
        padding: .same),
      ImageWindow(
        height: 5, width: 45, channels: 20, filters: 50, windowHeight: 3, windowWidth: 3,
        padding: .same),
    ]
    + [(2, 2, 1), (8, 6, 16), (9, 12, 20), (6, 5, 3), (11, 11, 33)].flatMap { size in
      (1...3).map {
        ImageWindow(
          height: size.0, width: size.1, channels: size.2, filters: 3, windowHeight: 2,
          windowWidth: 2, strideDown: $0, strideAcross: 2)
      }
    } + (0..<150).map { random(UInt64($0)) }

  private static func random(_ seed: UInt64) -> ImageWindow {
    var random = SplitMix(state: seed)
    func draw(_ range: ClosedRange<Int>) -> Int {
      range.lowerBound + Int(random.next() >> 33) % range.count
    }
    let padding = ImageWindow.Padding.allCases[draw(0...1)]
    let (height, width) = (draw(1...9), draw(1...18))
    let isInside = padding == .valid
    return ImageWindow(
      height: height, width: width, channels: draw(1...(seed % 5 == 0 ? 40 : 6)),
      filters: draw(1...(seed % 7 == 0 ? 50 : 9)),
      windowHeight: draw(1...(isInside ? min(5, height) : 5)),
      windowWidth: draw(1...(isInside ? min(5, width) : 5)),
      strideDown: draw(1...3), strideAcross: draw(1...3), padding: padding)
  }

  /// The window with as many filters as channels.
  static func pooling(_ window: ImageWindow) -> ImageWindow {
    ImageWindow(
      height: window.height, width: window.width, channels: window.channels,
      filters: window.channels, windowHeight: window.windowHeight,
      windowWidth: window.windowWidth, strideDown: window.strideDown,
      strideAcross: window.strideAcross, padding: window.top + window.left > 0 ? .same : .valid)
  }

  @Test("convolutions equal the plain loops bit for bit", arguments: fastPaths, Numbers.allCases)
  func convolutionsEqualPlain(path: ProcessorPath, numbers: Numbers) {
    for window in Self.windows {
      let slices = Self.slices(window, numbers)
      expectPlainBits(path, "\(window) \(numbers)", slices) { kernels, slices in
        Self.convolve(kernels, window, slices, examples: 2)
      }
    }
  }

  @Test("pooling equals the plain loops bit for bit", arguments: fastPaths, Numbers.allCases)
  func poolingEqualsPlain(path: ProcessorPath, numbers: Numbers) {
    for window in Self.windows.map(Self.pooling) {
      let images = 2 * window.inputCount
      let outputs = 2 * window.outputCount
      let slices = [images, outputs, images, images, outputs, images].enumerated().map {
        numbers.values($1, seed: UInt64($0))
      }
      expectPlainBits(path, "\(window) \(numbers)", slices) { kernels, slices in
        Self.pool(kernels, window, slices, examples: 2)
      }
    }
  }

  @Test(
    "give a range of examples, or rows of the kernel, the bits of the whole",
    arguments: Kernels.available.map(\.path))
  func ranges(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    for window in Self.windows.prefix(20) {
      let buffer = Buffer(Self.slices(window, .ordinary) + Self.slices(window, .ordinary))
      let (whole, parts) = (Array(buffer.slices[..<9]), Array(buffer.slices[9...]))
      let scratch = Buffer([[Float](repeating: 0, count: window.scratchCount)]).slices[0]
      Self.convolve(kernels, window, whole, examples: 2, scratch: scratch)
      let rows = window.kernelRows
      for example in [1, 0] {
        Self.convolve(
          kernels, window, parts, examples: 2, scratch: scratch, range: example..<example + 1,
          rows: example == 0 ? 0..<rows / 3 : rows / 3..<rows)
      }
      for index in 4..<9 { #expect(whole[index].array == parts[index].array, "\(window)") }
    }
  }

  @Test("a convolution is one chain of fused multiply-adds over the window")
  func isOneChain() throws {
    let kernels = try #require(Kernels.path(.plain))
    let window = ImageWindow(
      height: 4, width: 5, channels: 2, filters: 3, windowHeight: 3, windowWidth: 2,
      strideDown: 2, padding: .same)
    let buffer = Buffer(Self.slices(window, .ordinary))
    let (x, kernel, bias, y) =
      (buffer.slices[0], buffer.slices[1], buffer.slices[2], buffer.slices[4])
    Self.convolve(kernels, window, buffer.slices, examples: 2)
    var index = 0
    for example in 0..<2 {
      for oy in 0..<2 {
        for ox in 0..<5 {
          for f in 0..<3 {
            var sum = bias[f]
            for tap in 0..<12 {
              let (ky, kx, c) = (tap / 4, tap / 2 % 2, tap % 2)
              let (iy, ix) = (2 * oy + ky, ox + kx)
              if iy >= 4 { continue }
              let value = ix < 5 ? x[((example * 4 + iy) * 5 + ix) * 2 + c] : 0
              sum.addProduct(value, kernel[tap * 3 + f])
            }
            #expect(y[index] == max(sum, 0))
            index += 1
          }
        }
      }
    }
    #expect(index == 2 * window.outputCount)
  }

  @Test("the first of the greatest values is sent the gradient, as in Keras")
  func ties() {
    let window = ImageWindow(
      height: 2, width: 2, channels: 1, filters: 1, windowHeight: 2, windowWidth: 2)
    for kernels in Kernels.available {
      let buffer = Buffer([[1, 3, 3, 3], [5], [9, 9, 9, 9]])
      kernels.maxPoolingBackward(
        buffer.slices[0], gradient: buffer.slices[1], into: buffer.slices[2], window,
        examples: 0..<1)
      #expect(buffer.slices[2].array == [0, 5, 0, 0])
    }
  }

  /// Images, kernel, bias, gradient; outputs, the gradients by images and by kernel, outputs
  /// without a bias, and the gradient by the bias.
  static func slices(_ window: ImageWindow, _ numbers: Numbers) -> [[Float]] {
    let (images, outputs) = (2 * window.inputCount, 2 * window.outputCount)
    return [
      images, window.kernelCount, window.filters, outputs, outputs, images, window.kernelCount,
      outputs, window.filters,
    ].enumerated().map { numbers.values($1, seed: UInt64($0 + window.height)) }
  }

  static func convolve(
    _ kernels: Kernels, _ window: ImageWindow, _ slices: [FloatSlice], examples: Int,
    scratch: FloatSlice? = nil, range: Range<Int>? = nil, rows: Range<Int>? = nil
  ) {
    let own = [Float](repeating: .nan, count: scratch == nil ? window.scratchCount : 0)
    let scratch = scratch ?? Buffer([own]).slices[0]
    let range = range ?? 0..<examples
    kernels.convolution(
      slices[0], kernel: slices[1], bias: slices[2], into: slices[4], window, examples: range,
      rectified: true, scratch: scratch)
    kernels.convolution(
      slices[0], kernel: slices[1], bias: nil, into: slices[7], window, examples: range,
      scratch: scratch)
    kernels.convolutionByInput(
      gradient: slices[3], kernel: slices[1], into: slices[5], window, examples: range,
      scratch: scratch)
    kernels.convolutionByKernel(
      slices[0], gradient: slices[3], into: slices[6],
      bias: rows?.lowerBound == 0 || rows == nil ? slices[8] : nil, window, examples: examples,
      rows: rows ?? 0..<window.kernelRows, scratch: scratch)
  }

  static func pool(
    _ kernels: Kernels, _ window: ImageWindow, _ slices: [FloatSlice], examples: Int
  ) {
    let (x, dy, all) = (slices[0], slices[1], 0..<examples)
    kernels.maxPoolingBackward(x, gradient: dy, into: slices[2], window, examples: all)
    kernels.maxPoolingBackward(
      x, gradient: dy, into: slices[3], window, examples: all, rectified: true)
    kernels.maxPooling(x, into: slices[4], window, examples: all)
    kernels.averagePoolingBackward(gradient: dy, into: slices[5], window, examples: all)
    kernels.averagePooling(x, into: slices[1], window, examples: all)
  }
}
