import TensorEngine
import Testing

@Suite("Gathering rows")
struct DataKernelTests {
  @Test("gives each row as the examples show it", arguments: Kernels.available.map(\.path))
  func showsRows(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    let bytes = (0..<60).map { UInt8($0 * 4) }
    let scaling = try FeatureScaling(
      shift: (0..<20).map { Float($0) }, scale: (0..<20).map { 1 / Float($0 + 3) })
    let examples = try Examples(
      inputShape: [4, 5], inputs: .bytes(bytes), targets: .classes([0, 1, 0], count: 2),
      scaling: scaling)
    let buffer = Buffer([[Float](repeating: 0, count: 40), scaling.shift, scaling.scale])
    let numbers = Classes([2, 0])
    examples.withInputRows { rows in
      kernels.gather(
        rows: numbers.slice, of: rows, into: buffer.slices[0],
        scaling: ScalingSlices(scaling, shift: buffer.slices[1], scale: buffer.slices[2]))
    }
    #expect(buffer.slices[0].array == examples.input(at: 2) + examples.input(at: 0))
  }

  @Test("brings targets along", arguments: Kernels.available.map(\.path))
  func targets(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    let rows = Classes([2, 0])
    let classes = Classes([5, 6, 1])
    let batch = Classes([0, 0])
    let buffer = Buffer([[1, 2, 3, 4, 5, 6], [0, 0, 0, 0], [0, 0], [9, 9, 9, 9, 9, 9]])
    kernels.gather(rows: rows.slice, ofClasses: classes.slice, into: batch.slice)
    #expect(batch.slice.array == [1, 5])
    kernels.gather(rows: rows.slice, ofClasses: classes.slice, into: buffer.slices[2])
    #expect(buffer.slices[2].array == [1, 5])
    kernels.gather(rows: rows.slice, ofValues: buffer.slices[0], width: 2, into: buffer.slices[1])
    #expect(buffer.slices[1].array == [5, 6, 1, 2])
    kernels.oneHot(rows.slice, into: buffer.slices[3], columns: 3)
    #expect(buffer.slices[3].array == [0, 0, 1, 1, 0, 0])
  }
}

@Suite("Dropout masks")
struct DropoutMaskTests {
  @Test("drop the share of the rate and scale the rest", arguments: [0, 0.2, 0.5, 0.999])
  func share(rate: Double) {
    let count = 100_000
    let buffer = Buffer([[Float]](repeating: [Float](repeating: 5, count: count), count: 3))
    let stream = RandomStream(seed: 1, name: "dropout")
    Kernels.selected.dropout(
      buffer.slices[0], mask: buffer.slices[1], into: buffer.slices[2], rate: rate, stream: stream)
    let mask = buffer.slices[1].array
    #expect(buffer.slices[2].array == mask.map { 5 * $0 })
    let kept = mask.filter { $0 != 0 }
    #expect(kept.allSatisfy { $0 == Float(1 / (1 - rate)) })
    // Four standard deviations of a binomial distribution.
    let bound = 4 * (Double(count) * rate * (1 - rate)).squareRoot()
    #expect(abs(Double(count - kept.count) - Double(count) * rate) <= bound)
  }

  @Test("have the bits of the whole when a piece is made alone")
  func pieces() {
    let stream = RandomStream(seed: 1, name: "dropout")
    let buffer = Buffer([[Float]](repeating: [Float](repeating: 5, count: 400), count: 4))
    let (x, whole, pieces, y) = (
      buffer.slices[0], buffer.slices[1], buffer.slices[2], buffer.slices[3]
    )
    Kernels.selected.dropout(x, mask: whole, into: y, rate: 0.4, stream: stream, from: 5)
    let expected = y.array
    for range in [0..<33, 33..<34, 34..<35, 35..<400] {
      Kernels.selected.dropout(
        x[range], mask: pieces[range], into: y[range], rate: 0.4, stream: stream,
        from: 5 + UInt64(range.lowerBound))
    }
    #expect(whole.array == pieces.array)
    #expect(y.array == expected)
  }

  @Test("do a relu along as it is done alone, both ways", arguments: Kernels.available.map(\.path))
  func rectified(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    let stream = RandomStream(seed: 1, name: "dropout")
    let (values, gradients) = (
      Numbers.ordinary.values(333, seed: 5), Numbers.ordinary.values(333, seed: 6)
    )
    let buffer = Buffer([values, values, values, gradients, values, gradients])
    let (x, mask, y, dy) = (buffer.slices[0], buffer.slices[1], buffer.slices[2], buffer.slices[3])
    let (alone, dx) = (buffer.slices[4], buffer.slices[5])
    kernels.dropout(x, rectified: x, mask: mask, into: y, rate: 0.3, stream: stream)
    kernels.relu(alone, into: alone)
    #expect(x.array == alone.array)
    kernels.dropoutBackward(rectified: x, mask: mask, gradient: dy, into: dy)
    kernels.multiply(dx, mask, into: dx)
    kernels.reluBackward(output: alone, gradient: dx, into: dx)
    #expect(dy.array == dx.array)
    kernels.multiply(alone, mask, into: alone)
    #expect(y.array == alone.array)
  }
}
