import TensorEngine
import Testing

@Suite("Matrix product")
struct MatrixProductTests {
  static let forms: [MatrixProduct.Form] = [.plain, .firstTransposed, .secondTransposed]

  /// Rows, columns and depth: all small tails, and shapes that need several tiles and panels.
  static let shapes: [(Int, Int, Int)] =
    (0...70).map { ($0, 8, 3) } + (0...70).map { (3, $0, 5) } + (0...70).map { (7, 9, $0) }
    + (0...70).map { ($0, 1, 9) } + (0...70).map { (1, $0, 6) }
    + (1...19).map { (40, $0, 7) } + (0...10).map { (9, 8, $0) }
    + (0...10).map { (10, 1, $0) } + (0...18).map { ($0, 1, 8) }
    + [(25, 49, 30), (13, 97, 201), (37, 10, 385), (29, 1, 400), (1, 131, 65), (64, 64, 64)]
    + [(200, 390, 70), (100, 70, 1030), (3, 5, 2100)]

  @Test("gives a range of rows the bits of the whole", arguments: Kernels.available.map(\.path))
  func rowsAlone(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    for form in Self.forms {
      for columns in [1, 10, 70] {
        let product = MatrixProduct(form, rows: 45, columns: columns, depth: 33)
        let buffer = Buffer(Self.slices(product, .ordinary, seed: 9))
        let slices = buffer.slices
        let bias = MatrixProduct.Start.bias(slices[5])
        kernels.matrixProduct(slices[0], slices[1], into: slices[2], product, start: bias)
        for range in [0..<1, 1..<20, 20..<20, 20..<45] {
          kernels.matrixProduct(
            slices[0], slices[1], into: slices[3], product, start: bias, rows: range)
        }
        #expect(slices[2].array == slices[3].array)
      }
    }
  }

  /// Parts of every way that a product takes, and of one column or row.
  @Test("gives a part of wider matrices the bits of the whole", arguments: forms)
  func partsOfWiderMatrices(form: MatrixProduct.Form) throws {
    let plain = try #require(Kernels.path(.plain))
    for (rows, columns, depth) in [(9, 21, 7), (40, 37, 33), (210, 400, 70), (130, 300, 1050)] {
      let whole = MatrixProduct(form, rows: rows, columns: columns, depth: depth)
      let buffer = Buffer(Self.slices(whole, .ordinary, seed: 21))
      let slices = buffer.slices
      for start in [MatrixProduct.Start.zero, .bias(slices[5])] {
        plain.matrixProduct(slices[0], slices[1], into: slices[2], whole, start: start)
        for kernels in Kernels.available {
          for cut in [1, columns / 2, columns - 1] {
            for range in [0..<cut, cut..<columns] {
              Self.multiply(slices, whole, columns: range, start, kernels)
            }
            #expect(
              slices[2].array == slices[3].array,
              "\(kernels.path) \(form) \(rows) \(columns) \(depth), cut at \(cut)")
          }
        }
      }
    }
  }

  /// The columns of a product from and into the memory of the whole one.
  private static func multiply(
    _ slices: [FloatSlice], _ whole: MatrixProduct, columns: Range<Int>,
    _ start: MatrixProduct.Start, _ kernels: Kernels
  ) {
    let steps = MatrixProduct.Steps(
      first: whole.form == .firstTransposed ? whole.rows : whole.depth,
      second: whole.form == .secondTransposed ? whole.depth : whole.columns,
      result: whole.columns)
    let product = MatrixProduct(
      whole.form, rows: whole.rows, columns: columns.count, depth: whole.depth)
    let second = columns.lowerBound * (whole.form == .secondTransposed ? steps.second : 1)
    var own = start
    if case .bias(let bias) = start { own = .bias(bias[columns]) }
    kernels.matrixProduct(
      slices[0], slices[1][second..<slices[1].count],
      into: slices[3][columns.lowerBound..<slices[3].count], product, steps: steps,
      start: own)
  }

  /// Sizes on both sides of a block's depths and columns, and panels that are not full.
  @Test("takes stored sums up again in large products", arguments: Kernels.available.map(\.path))
  func largeProducts(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    let plain = try #require(Kernels.path(.plain))
    for (rows, columns, depth) in [(101, 301, 2049), (131, 1290, 513)] {
      for form in Self.forms {
        let product = MatrixProduct(form, rows: rows, columns: columns, depth: depth)
        let buffer = Buffer(Self.slices(product, .ordinary, seed: 12))
        let slices = buffer.slices
        plain.matrixProduct(
          slices[0], slices[1], into: slices[2], product, start: .bias(slices[5]))
        for range in [0..<3, 3..<rows] {
          kernels.matrixProduct(
            slices[0], slices[1], into: slices[3], product, start: .bias(slices[5]), rows: range)
        }
        #expect(slices[2].array == slices[3].array, "\(form) \(rows) \(columns) \(depth)")
        plain.matrixProduct(slices[0], slices[1], into: slices[2], product, start: .output)
        kernels.matrixProduct(slices[0], slices[1], into: slices[3], product, start: .output)
        #expect(slices[2].array == slices[3].array, "\(form) \(rows) \(columns) \(depth)")
      }
    }
  }

  /// The smallest products have ways of their own: all of up to 13 rows around each width.
  @Test("gives the smallest products the bits of the plain", arguments: forms)
  func smallestProducts(form: MatrixProduct.Form) throws {
    let plain = try #require(Kernels.path(.plain))
    for kernels in Kernels.available {
      for rows in 1...13 {
        for columns in [1, 2, 4, 7, 8, 9, 16, 17] {
          for depth in [1, 2, 8, 9, 16, 17] {
            let product = MatrixProduct(form, rows: rows, columns: columns, depth: depth)
            let buffer = Buffer(Self.slices(product, .ordinary, seed: 15))
            let slices = buffer.slices
            for start in [MatrixProduct.Start.zero, .output, .bias(slices[5])] {
              plain.matrixProduct(slices[0], slices[1], into: slices[2], product, start: start)
              kernels.matrixProduct(slices[0], slices[1], into: slices[3], product, start: start)
              #expect(slices[2].array == slices[3].array, "\(form) \(rows) \(columns) \(depth)")
            }
          }
        }
      }
    }
  }

  @Test("is one chain of fused multiply-adds over the ascending depth", arguments: forms)
  func isOneChain(form: MatrixProduct.Form) throws {
    let kernels = try #require(Kernels.path(.plain))
    let product = MatrixProduct(form, rows: 5, columns: 7, depth: 11)
    let buffer = Buffer(Self.slices(product, .ordinary, seed: 3))
    let (a, b, c) = (buffer.slices[0], buffer.slices[1], buffer.slices[2])
    let before = c.array
    kernels.matrixProduct(a, b, into: c, product, start: .output)
    for i in 0..<5 {
      for j in 0..<7 {
        var sum = before[i * 7 + j]
        for k in 0..<11 {
          let left = form == .firstTransposed ? a[k * 5 + i] : a[i * 11 + k]
          let right = form == .secondTransposed ? b[j * 11 + k] : b[k * 7 + j]
          sum.addProduct(left, right)
        }
        #expect(c[i * 7 + j] == sum)
      }
    }
  }

  /// A product of depth 1 is one multiply-add: 65,536 of them, of any bits and near cancellations.
  @Test("rounds each multiply-add once", arguments: Kernels.available.map(\.path))
  func roundsOnce(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    let product = MatrixProduct(rows: 256, columns: 256, depth: 1)
    for numbers in Numbers.allCases {
      let a = numbers.values(256, seed: 21)
      let b = numbers.values(256, seed: 22)
      let random = numbers.values(65_536, seed: 23)
      let c = random.indices.map { index in
        let opposite = -(a[index / 256] * b[index % 256])
        return index % 2 == 0 ? random[index] : opposite.nextUp
      }
      let buffer = Buffer([a, b, c])
      kernels.matrixProduct(
        buffer.slices[0], buffer.slices[1], into: buffer.slices[2], product, start: .output)
      let wrong = c.indices.first { index in
        let exact = c[index].addingProduct(a[index / 256], b[index % 256])
        let actual = buffer.slices[2][index]
        return exact.isNaN ? !actual.isNaN : exact.bitPattern != actual.bitPattern
      }
      #expect(wrong == nil, "\(numbers)")
    }
  }

  /// Sums in double that lie in the middle between two floats, or in the middle but for a bit
  /// that double has no room for, and sums that are smaller than a normal float.
  @Test("rounds once what lies between two floats", arguments: Kernels.available.map(\.path))
  func roundsMiddles(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    let product = MatrixProduct(rows: 256, columns: 256, depth: 1)
    let scales: [(Float, Float)] = [(1, 1), (0x1p-60, 1), (0x1p-60, 0x1p-66), (0x1p-70, 0x1p-78)]
    for (first, second) in scales {
      let units = (0..<256).map { Float(0x1p-24).nextUp(by: $0 % 5 - 2) * first }
      let factors = (0..<256).map {
        Float(1).nextUp(by: $0 / 16 - 8) * ($0 % 2 == 0 ? second : -second)
      }
      let c = Numbers.ordinary.values(65_536, seed: 31).map { value in
        (value.magnitude < 1 ? 1 : value) * first * second
      }
      let buffer = Buffer([units, factors, c])
      kernels.matrixProduct(
        buffer.slices[0], buffer.slices[1], into: buffer.slices[2], product, start: .output)
      let wrong = c.indices.first { index in
        let exact = c[index].addingProduct(units[index / 256], factors[index % 256])
        return exact.bitPattern != buffer.slices[2][index].bitPattern
      }
      #expect(wrong == nil, "\(first) \(second)")
    }
  }

  private static func slices(
    _ product: MatrixProduct, _ numbers: Numbers, seed: UInt64
  ) -> [[Float]] {
    let (rows, columns, depth) = (product.rows, product.columns, product.depth)
    let result = numbers.values(rows * columns, seed: seed &+ 2)
    return [
      numbers.values(rows * depth, seed: seed), numbers.values(depth * columns, seed: seed &+ 1),
      result, result, result, numbers.values(columns, seed: seed &+ 3),
    ]
  }
}

extension Float {
  /// The float so many steps away from zero, or towards it.
  fileprivate func nextUp(by steps: Int) -> Float {
    Float(bitPattern: UInt32(Int(bitPattern) + steps))
  }
}
