/// A piece of an ``Arena``: a pointer and a length, trivially copyable.
///
/// The arena must outlive its slices, and whoever computes on several threads gives each of them
/// other elements to write; that is why the type promises `Sendable` unchecked.
@frozen
public struct ArenaSlice<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// The first element.
  public let base: UnsafeMutablePointer<Element>
  /// The number of elements.
  public let count: Int

  /// Creates a slice over memory that the caller keeps alive.
  @inlinable
  public init(base: UnsafeMutablePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  /// The element at an index in `0 ..< count`.
  @inlinable
  public subscript(index: Int) -> Element {
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
  public subscript(range: Range<Int>) -> ArenaSlice {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "range outside the slice")
    return ArenaSlice(base: base + range.lowerBound, count: range.count)
  }

  /// Puts the elements behind those of an array.
  @inlinable
  public func append(to elements: inout [Element]) {
    elements.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
  }

  /// A copy of the elements.
  @inlinable
  public var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Copies elements in; they must be exactly `count` many.
  @inlinable
  public func write(_ elements: [Element]) {
    precondition(elements.count == count, "a slice takes as many elements as it holds")
    elements.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { base.update(from: first, count: count) }
    }
  }

  /// Copies elements in, those from an index on; at least `count` must lie behind it.
  @inlinable
  public func write(_ elements: [Element], from first: Int) {
    precondition(first >= 0 && first + count <= elements.count, "too few elements")
    elements.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { base.update(from: start + first, count: count) }
    }
  }

  /// Copies the elements of another slice in, which must be exactly `count` many.
  @inlinable
  public func write(_ other: ArenaSlice) {
    precondition(other.count == count, "a slice takes as many elements as it holds")
    base.update(from: other.base, count: count)
  }
}

/// A piece of an ``Arena`` that holds floats: activations, weights, gradients.
public typealias FloatSlice = ArenaSlice<Float>

/// A piece of an ``Arena`` that holds whole numbers: of rows and of classes.
public typealias IntegerSlice = ArenaSlice<Int32>
