/// Asks once in a while, of all the times that it is asked itself, whether the work at hand is called
/// off: so cheap that a loop over examples can ask it at each of them. Work of few elements asks not at
/// all.
public struct InterruptionWatch {
  @usableFromInline static let together = 4096

  @usableFromInline let interruption: Interruption
  @usableFromInline var left = InterruptionWatch.together

  /// Watches the work at hand.
  @inlinable
  public init(_ interruption: Interruption = .current) { self.interruption = interruption }

  /// Whether the work is to end, as far as that was asked.
  ///
  /// - Parameter weight: How many elements of the work lie between two questions.
  @inlinable
  public mutating func isAsked(weight: Int = 1) -> Bool {
    left -= weight
    guard left <= 0 else { return false }
    if interruption.isAsked() { return true }
    left = Self.together
    return false
  }

  /// Ends work that was called off.
  ///
  /// - Throws: `interrupted`.
  @inlinable
  public mutating func check(weight: Int = 1) throws(EngineError) {
    if isAsked(weight: weight) { throw .interrupted }
  }
}

extension Collection {
  /// As `map`, of work that may be called off: what is left then is `rest`.
  @inlinable
  public func mapUntilCalledOff<Value>(
    else rest: @autoclosure () -> Value, _ transform: (Element) -> Value
  ) -> [Value] {
    var watch = InterruptionWatch()
    var values: [Value] = []
    values.reserveCapacity(count)
    for element in self {
      if watch.isAsked() {
        return values + [Value](repeating: rest(), count: count - values.count)
      }
      values.append(transform(element))
    }
    return values
  }
}

extension Collection {
  /// As `map`, of work that may be called off.
  ///
  /// - Throws: What is given, where the work is called off.
  @inlinable
  public func map<Value, Failure>(
    orThrow failure: @autoclosure () -> Failure, _ transform: (Element) -> Value
  ) throws(Failure) -> [Value] {
    var watch = InterruptionWatch()
    var values: [Value] = []
    values.reserveCapacity(count)
    for element in self {
      if watch.isAsked() { throw failure() }
      values.append(transform(element))
    }
    return values
  }
}

extension Array where Element: Comparable {
  /// As `sorted`, of work that may be called off: what is left then is in any order.
  @inlinable
  public func sortedUntilCalledOff() -> [Element] {
    let together = 65_536
    guard count > together else { return sorted() }
    var (sorted, merged) = (self, self)
    for first in stride(from: 0, to: count, by: together) {
      if Interruption.current.isAsked() { return self }
      sorted[first..<Swift.min(count, first + together)].sort()
    }
    var width = together
    while width < count {
      for first in stride(from: 0, to: count, by: 2 * width) {
        let (middle, end) = (Swift.min(count, first + width), Swift.min(count, first + 2 * width))
        guard Self.merge(sorted, first, middle, end, into: &merged) else { return self }
      }
      swap(&sorted, &merged)
      width *= 2
    }
    return sorted
  }

  /// Merges two sorted runs that follow each other; false where that was called off.
  @inlinable
  static func merge(
    _ runs: [Element], _ first: Int, _ middle: Int, _ end: Int, into merged: inout [Element]
  ) -> Bool {
    var watch = InterruptionWatch()
    var (left, right) = (first, middle)
    for place in first..<end {
      if watch.isAsked() { return false }
      if left < middle, right >= end || !(runs[right] < runs[left]) {
        merged[place] = runs[left]
        left += 1
      } else {
        merged[place] = runs[right]
        right += 1
      }
    }
    return true
  }
}
