/// A piece of an ``Arena`` that holds `Int32` numbers: a pointer and a length, trivially copyable.
/// The same promises hold as for ``FloatSlice``. It carries row numbers and class numbers.
public struct IntegerSlice: @unchecked Sendable {
  /// The first element.
  public let base: UnsafeMutablePointer<Int32>
  /// The number of elements.
  public let count: Int

  /// Creates a slice over memory that the caller keeps alive.
  @inlinable
  public init(base: UnsafeMutablePointer<Int32>, count: Int) {
    self.base = base
    self.count = count
  }

  /// The element at an index in `0 ..< count`.
  @inlinable
  public subscript(index: Int) -> Int32 {
    get {
      precondition(index >= 0 && index < count, "index outside the slice")
      return base[index]
    }
    nonmutating set {
      precondition(index >= 0 && index < count, "index outside the slice")
      base[index] = newValue
    }
  }

  /// The piece of this slice with the elements of a range inside `0 ..< count`.
  @inlinable
  public subscript(range: Range<Int>) -> IntegerSlice {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the slice")
    return IntegerSlice(base: base + range.lowerBound, count: range.count)
  }

  /// A copy of the elements.
  public var array: [Int32] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Copies elements in; they must be exactly `count` many.
  public func write(_ elements: [Int32]) {
    precondition(elements.count == count, "a slice takes as many elements as it holds")
    elements.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { base.update(from: first, count: count) }
    }
  }
}
