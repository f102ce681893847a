/// The places of a path less their mean, block by block of their numbers, so that they are never
/// there a second time.
struct CentredPath {
  /// How many numbers of each place are looked at together.
  private static let blockSize = 1024
  /// As many sums go side by side, and are added up in order.
  private typealias Lanes = SIMD8<Double>

  private let path: [[Float]]
  private let origin: [Float]
  private let width: Int
  /// How many blocks the numbers make.
  let blocks: Int

  /// - Parameter origin: What all places are seen from, which keeps small differences exact.
  init(_ path: [[Float]], origin: [Float]) {
    self.path = path
    self.origin = origin
    width = path.reduce(origin.count) { min($0, $1.count) }
    blocks = (width + Self.blockSize - 1) / Self.blockSize
  }

  /// The products of the centred places with each other, `[count, count]`: each of 8 lanes, which
  /// take the numbers in turn, in order; the lanes added from the first to the last.
  ///
  /// - Returns: Nil where it was told not to go on, asked before each block.
  func products(goesOn: (_ block: Int) -> Bool) -> [Double]? {
    let count = path.count
    let lanes = Self.blockSize / Lanes.scalarCount
    var centred = [Lanes](repeating: .zero, count: count * lanes)
    var sums = [Lanes](repeating: .zero, count: count * count)
    for block in 0..<blocks {
      guard goesOn(block) else { return nil }
      centre(block, into: &centred)
      for one in 0..<count {
        for other in 0...one {
          Self.add(
            centred.span.extracting(one * lanes..<(one + 1) * lanes),
            times: centred.span.extracting(other * lanes..<(other + 1) * lanes),
            to: &sums[one * count + other])
        }
      }
    }
    return (0..<count * count).map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: count)
      let lanes = sums[max(row, column) * count + min(row, column)]
      return lanes.indices.reduce(0) { $0 + lanes[$1] }
    }
  }

  /// The sums of the centred places, each times its factor: one sum for each list of factors.
  ///
  /// - Returns: Nil where it was told not to go on, asked before each block.
  func combined(_ factors: [[Double]], goesOn: (_ block: Int) -> Bool) -> [[Double]]? {
    let lanes = Self.blockSize / Lanes.scalarCount
    var centred = [Lanes](repeating: .zero, count: path.count * lanes)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: width), count: factors.count)
    for block in 0..<blocks {
      guard goesOn(block) else { return nil }
      centre(block, into: &centred)
      for (number, factors) in factors.enumerated() {
        for lane in 0..<lanes {
          var sum = Lanes.zero
          for place in path.indices { sum += factors[place] * centred[place * lanes + lane] }
          let first = block * Self.blockSize + lane * Lanes.scalarCount
          for index in 0..<max(0, min(Lanes.scalarCount, width - first)) {
            sums[number][first + index] = sum[index]
          }
        }
      }
    }
    return sums
  }

  /// How far a place lies from the origin along each direction.
  func distances(of place: Int, along directions: [[Double]]) -> [Double] {
    directions.map { direction in
      var sum = 0.0
      for index in 0..<width {
        sum += (Double(path[place][index]) - Double(origin[index])) * direction[index]
      }
      return sum
    }
  }

  /// Adds the products of two blocks, lane by lane.
  private static func add(_ one: Span<Lanes>, times other: Span<Lanes>, to sum: inout Lanes) {
    for index in one.indices { sum += one[index] * other[index] }
  }

  /// Writes a block of each place less the mean of all; 0 behind the last number.
  private func centre(_ block: Int, into centred: inout [Lanes]) {
    let lanes = Self.blockSize / Lanes.scalarCount
    for lane in 0..<lanes {
      let first = block * Self.blockSize + lane * Lanes.scalarCount
      var mean = Lanes.zero
      for (number, place) in path.enumerated() {
        let difference = difference(place, first)
        centred[number * lanes + lane] = difference
        mean += difference
      }
      mean /= Double(path.count)
      for number in path.indices { centred[number * lanes + lane] -= mean }
    }
  }

  /// Some numbers of a place less those of the origin, from one on; 0 behind the last.
  private func difference(_ place: [Float], _ first: Int) -> Lanes {
    var difference = Lanes.zero
    for index in 0..<max(0, min(Lanes.scalarCount, width - first)) {
      difference[index] = Double(place[first + index]) - Double(origin[first + index])
    }
    return difference
  }
}
