/// One block of memory for everything that a training plan touches, laid out before the first
/// step and filled with zeros. Every piece starts on a boundary of 64 bytes.
///
/// ```swift
/// var layout = Arena.Layout()
/// let weights = layout.floats(784 * 128)
/// let arena = try Arena(layout)
/// let slice = arena[weights]
/// ```
public final class Arena: @unchecked Sendable {
  /// A place for floats in a layout.
  public struct Floats: Sendable, Hashable {
    fileprivate let offset: Int
    /// The number of floats.
    public let count: Int
  }

  /// A place for `Int32` numbers in a layout.
  public struct Integers: Sendable, Hashable {
    fileprivate let offset: Int
    /// The number of integers.
    public let count: Int
  }

  /// The plan of an arena. It only counts; nothing is allocated yet.
  public struct Layout: Sendable {
    /// The size of the arena in bytes, at most `Int.max`.
    public private(set) var byteCount = 0

    /// Creates an empty layout.
    public init() {}

    /// Reserves a place for floats. A negative count reserves none.
    public mutating func floats(_ count: Int) -> Floats {
      Floats(offset: reserve(count), count: max(0, count))
    }

    /// Reserves a place for `Int32` numbers. A negative count reserves none.
    public mutating func integers(_ count: Int) -> Integers {
      Integers(offset: reserve(count), count: max(0, count))
    }

    private mutating func reserve(_ count: Int) -> Int {
      let offset = byteCount
      let (bytes, tooMany) = max(0, count).multipliedReportingOverflow(by: 4)
      let (padded, tooLong) = bytes.addingReportingOverflow(63)
      let (end, tooFar) = offset.addingReportingOverflow(padded & ~63)
      byteCount = tooMany || tooLong || tooFar ? Int.max : end
      return offset
    }
  }

  private let memory: UnsafeMutableRawPointer
  private let byteCount: Int

  /// Allocates the memory of a layout and fills it with zeros.
  /// - Parameter need: What it is for.
  /// - Throws: `memory` where the machine has not so much, or could not number it.
  public init(_ layout: Layout, for need: MemoryShortage.Need = .arena) throws(EngineError) {
    byteCount = layout.byteCount
    do throws(MemoryShortage) {
      guard byteCount < Int.max else {
        throw MemoryShortage(need: need, needed: .max, left: .max, limit: .max)
      }
      memory = try MemoryBudget.current.allocate(byteCount, for: need)
    } catch {
      throw .memory(error)
    }
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: max(64, byteCount))
  }

  deinit {
    MemoryBudget.free(memory)
  }

  /// The floats at a place of the layout that this arena was made from.
  public subscript(place: Floats) -> FloatSlice {
    precondition(place.offset + place.count * 4 <= byteCount, "a place of another arena")
    let base = (memory + place.offset).assumingMemoryBound(to: Float.self)
    return FloatSlice(base: base, count: place.count)
  }

  /// The integers at a place of the layout that this arena was made from.
  public subscript(place: Integers) -> IntegerSlice {
    precondition(place.offset + place.count * 4 <= byteCount, "a place of another arena")
    let base = (memory + place.offset).assumingMemoryBound(to: Int32.self)
    return IntegerSlice(base: base, count: place.count)
  }
}
