extension RandomStream {
  /// How many words are drawn at once.
  private static let drawnAtOnce = 1024

  /// The numbers `0 ..< count` in random order, every order equally likely.
  ///
  /// What ``shuffle(_:)`` makes of the numbers in ascending order; at most `Int32.max` of them.
  public func permutation(count: Int) -> [Int32] {
    var numbers = Array(0..<Int32(clamping: max(0, count)))
    numbers.withUnsafeMutableBufferPointer { shuffle($0) }
    return numbers
  }

  /// Brings elements into random order, every order equally likely.
  ///
  /// Fisher and Yates' shuffle from the last place down. The places are drawn without bias by
  /// Lemire's multiplication ("Fast Random Integer Generation in an Interval", 2019). There may
  /// be `UInt32.max` elements at most.
  public func shuffle(_ elements: UnsafeMutableBufferPointer<Int32>) {
    guard let base = elements.baseAddress, elements.count > 1 else { return }
    let capacity = min(Self.drawnAtOnce, elements.count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) { words in
      var first: UInt64 = 0
      var next = capacity
      func draw() -> UInt32 {
        if next == capacity {
          Kernels.selected.randomWords(of: self, from: first, into: words)
          first += UInt64(capacity)
          next = 0
        }
        next += 1
        return words[next - 1]
      }
      for place in stride(from: elements.count - 1, to: 0, by: -1) {
        if next == capacity, first > 0, Interruption.current.isAsked() { return }
        let bound = UInt32(truncatingIfNeeded: place + 1)
        var product = UInt64(draw()) &* UInt64(bound)
        // The remainder is below the bound, so that most draws need no division.
        if UInt32(truncatingIfNeeded: product) < bound {
          let rejected = (0 &- bound) % bound
          while UInt32(truncatingIfNeeded: product) < rejected {
            product = UInt64(draw()) &* UInt64(bound)
          }
        }
        let other = Int(product >> 32)
        (base[place], base[other]) = (base[other], base[place])
      }
    }
  }
}
