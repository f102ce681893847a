import TensorEngine

/// What a slice of a case holds before the first call.
enum Operand: Sendable {
  /// So many numbers between -1 and 1.
  case signed(Int)
  /// So many numbers between 0 and 1.
  case positive(Int)
  case zeros(Int)

  var count: Int {
    switch self {
    case .signed(let count), .positive(let count), .zeros(let count): count
    }
  }

  func values(_ stream: RandomStream) -> [Float] {
    switch self {
    case .signed(let count): stream.uniforms(count: count).map { 2 * $0 - 1 }
    case .positive(let count): stream.uniforms(count: count)
    case .zeros(let count): [Float](repeating: 0, count: count)
    }
  }
}

/// The memory of one case.
final class Workspace {
  /// Class numbers 0 … 9 over and over.
  let classes: IntegerSlice
  /// 128 rows of the images, out of order.
  let rows: IntegerSlice
  private let slices: [FloatSlice]
  private let arena: Arena

  init(_ operands: [Operand]) throws(EngineError) {
    var layout = Arena.Layout()
    let places = operands.map { layout.floats($0.count) }
    let classPlace = layout.integers(256)
    let rowPlace = layout.integers(128)
    arena = try Arena(layout)
    classes = arena[classPlace]
    classes.write((0..<256).map { $0 % 10 })
    rows = arena[rowPlace]
    rows.write((0..<128).map { $0 * 1571 % Int32(Self.images.count) })
    var slices: [FloatSlice] = []
    for (index, operand) in operands.enumerated() {
      slices.append(arena[places[index]])
      slices[index].write(
        operand.values(RandomStream(seed: 1, name: "operand ").numbered(index)))
    }
    self.slices = slices
  }

  /// 10,000 grey images of 28 x 28 bytes.
  static let images: Examples = {
    let count = 10_000
    let words = RandomStream(seed: 1, name: "images").words(count: count * 784)
    do {
      return try Examples(
        inputShape: [28, 28], inputs: .bytes(words.map { UInt8($0 >> 24) }),
        targets: .classes([Int32](repeating: 0, count: count), count: 1))
    } catch {
      fatalError("the images do not fit their targets: \(error)")
    }
  }()

  subscript(index: Int) -> FloatSlice { slices[index] }

  /// All floats, with one NaN for all.
  var bits: [UInt32] {
    slices.flatMap { $0.array.map { $0.isNaN ? 0x7fc0_0000 : $0.bitPattern } }
  }
}
