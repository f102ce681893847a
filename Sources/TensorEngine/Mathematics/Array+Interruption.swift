// What goes over many numbers and may be called off in between.

/// How many elements are worked on between two questions.
private let elementsTogether = 65_536

extension Array where Element == Double {
  /// As `map`, of work that may be called off.
  ///
  /// - Throws: `interrupted`.
  public func map(
    _ interruption: Interruption, _ transform: (Double) -> Double
  ) throws(EngineError) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(count)
    for first in stride(from: 0, to: count, by: elementsTogether) {
      try interruption.check()
      for index in first..<Swift.min(count, first + elementsTogether) {
        result.append(transform(self[index]))
      }
    }
    return result
  }

  /// A function of these elements and of others in the same places, as far as both reach.
  ///
  /// - Throws: `interrupted`.
  public func map(
    with other: [Double], _ interruption: Interruption, _ transform: (Double, Double) -> Double
  ) throws(EngineError) -> [Double] {
    let common = Swift.min(count, other.count)
    var result: [Double] = []
    result.reserveCapacity(common)
    for first in stride(from: 0, to: common, by: elementsTogether) {
      try interruption.check()
      for index in first..<Swift.min(common, first + elementsTogether) {
        result.append(transform(self[index], other[index]))
      }
    }
    return result
  }

  /// As `reduce`, of work that may be called off.
  ///
  /// - Throws: `interrupted`.
  public func reduce<Result>(
    _ interruption: Interruption, _ initial: Result, _ next: (Result, Double) -> Result
  ) throws(EngineError) -> Result {
    var result = initial
    for first in stride(from: 0, to: count, by: elementsTogether) {
      try interruption.check()
      for index in first..<Swift.min(count, first + elementsTogether) {
        result = next(result, self[index])
      }
    }
    return result
  }

  /// The elements in ascending order, equal ones in the order they had; none may be NaN.
  ///
  /// - Throws: `interrupted`.
  public func sorted(_ interruption: Interruption) throws(EngineError) -> [Double] {
    var sorted = self
    for first in stride(from: 0, to: count, by: elementsTogether) {
      try interruption.check()
      sorted[first..<Swift.min(count, first + elementsTogether)].sort()
    }
    var merged = sorted
    var width = elementsTogether
    while width < count {
      for first in stride(from: 0, to: count, by: 2 * width) {
        try Self.merge(
          sorted, first, Swift.min(count, first + width), Swift.min(count, first + 2 * width),
          into: &merged, interruption)
      }
      swap(&sorted, &merged)
      width *= 2
    }
    return sorted
  }

  /// Merges two sorted runs that follow each other: first ..< middle and middle ..< end.
  private static func merge(
    _ runs: [Double], _ first: Int, _ middle: Int, _ end: Int, into merged: inout [Double],
    _ interruption: Interruption
  ) throws(EngineError) {
    var (left, right) = (first, middle)
    for place in first..<end {
      if place % elementsTogether == 0 { try interruption.check() }
      if left < middle, right >= end || runs[left] <= runs[right] {
        merged[place] = runs[left]
        left += 1
      } else {
        merged[place] = runs[right]
        right += 1
      }
    }
  }
}
