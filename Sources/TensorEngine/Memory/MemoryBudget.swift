internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// How much memory a cell may take, and how much of it is held already.
///
/// What grows with an input or a setting is reckoned from sizes alone and asked for with
/// ``require(_:for:)`` before it is allocated, so that what is refused on one machine is refused on
/// every other. Only where the budget has room and the machine has not do two runs differ; that
/// is noted in ``shortageElsewhere``, and whoever runs the cell makes no result of it.
///
/// A program that uses the libraries alone has no budget: ``current`` is then without a limit.
public final class MemoryBudget: Sendable {
  /// The budget of the work at hand; the work that it does on other threads takes it along.
  @TaskLocal public static var current = MemoryBudget(limit: .max)

  /// What a session may hold unless it says otherwise: 1 GiB.
  package static let usual = 1 << 30
  /// The least that is asked of the machine before it is allocated.
  private static let largeBlock = 1 << 20
  /// What must be left of the machine's memory beside a large block, for Swift's own small
  /// allocations, which end the program where they fail.
  private static let reserve = 64 << 20

  /// The most bytes that may be held at a time.
  public let limit: Int
  private let counts: Mutex<Counts>

  private struct Counts {
    var held: Int
    var shortage: MemoryShortage?
  }

  /// A budget of so many bytes, of which some are held.
  public init(limit: Int, held: Int = 0) {
    self.limit = limit
    counts = Mutex(Counts(held: held))
  }

  /// How many bytes are held.
  public var held: Int {
    get { counts.withLock { $0.held } }
    set { counts.withLock { $0.held = newValue } }
  }

  /// How many bytes are left.
  public var left: Int { max(0, limit - held) }

  /// The first time that there was too little of something else than the budget; nil while there was
  /// enough.
  package var shortageElsewhere: MemoryShortage? { counts.withLock { $0.shortage } }

  /// Whether so many bytes more can be allocated; none are yet.
  ///
  /// - Throws: `MemoryShortage` where they pass the budget, or where the machine has not as many.
  public func require(_ bytes: Int, for need: MemoryShortage.Need) throws(MemoryShortage) {
    let left = left
    guard bytes <= left else {
      throw MemoryShortage(need: need, needed: bytes, left: left, limit: limit)
    }
    guard bytes < Self.largeBlock || Self.machineHas(bytes) else { throw noted(bytes, need) }
  }

  /// Whether the budget may become so many bytes, of which some are held.
  ///
  /// - Parameter most: What whose commands these are may ask for; nil where that is any number.
  /// - Throws: `MemoryShortage` of the machine or of the rights.
  package func requireRaising(to bytes: Int, most: Int?) throws(MemoryShortage) {
    if let most, bytes > most { throw noted(bytes, .budget, most, .rights) }
    guard bytes <= Self.physicalBytes, Self.machineHas(bytes - held) else {
      throw noted(bytes, .budget)
    }
  }

  /// The memory that the machine is built with, in bytes.
  private static let physicalBytes = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))

  /// Memory for so many bytes at a boundary of 64, for the caller to free with ``free(_:)``.
  ///
  /// - Throws: `MemoryShortage` where the machine has not as many.
  func allocate(_ bytes: Int, for need: MemoryShortage.Need) throws(MemoryShortage)
    -> UnsafeMutableRawPointer
  {
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, 64, max(64, bytes)) == 0, let memory else {
      throw noted(bytes, need)
    }
    return memory
  }

  /// Gives back what ``allocate(_:for:)`` gave.
  static func free(_ memory: UnsafeMutableRawPointer) {
    #if canImport(Darwin)
      Darwin.free(memory)
    #elseif canImport(Musl)
      Musl.free(memory)
    #else
      Glibc.free(memory)
    #endif
  }

  private func noted(
    _ bytes: Int, _ need: MemoryShortage.Need, _ limit: Int? = nil,
    _ cause: MemoryShortage.Cause = .machine
  ) -> MemoryShortage {
    let shortage = MemoryShortage(
      need: need, needed: bytes, left: left, limit: limit ?? self.limit, cause: cause)
    counts.withLock { $0.shortage = $0.shortage ?? shortage }
    return shortage
  }

  /// Whether the machine would give a block of so many bytes now, and the reserve beside it. It is
  /// asked for address space, which takes no memory until it is written to.
  private static func machineHas(_ bytes: Int) -> Bool {
    let (size, isTooMuch) = bytes.addingReportingOverflow(reserve)
    guard !isTooMuch else { return false }
    let place = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
    guard let place, place != MAP_FAILED else { return false }
    munmap(place, size)
    return true
  }
}

extension MemoryBudget {
  /// The bytes of an array of so many elements in so many rows, columns, …; `Int.max` where they
  /// are more than can be counted.
  public static func bytes<Element>(of _: Element.Type, _ counts: Int...) -> Int {
    counts.reduce(MemoryLayout<Element>.stride) { product, count in
      let (bytes, isTooMuch) = product.multipliedReportingOverflow(by: max(0, count))
      return isTooMuch ? .max : bytes
    }
  }

  /// The sum of some numbers of bytes; `Int.max` where they are more than can be counted.
  public static func sum(_ bytes: Int...) -> Int {
    bytes.reduce(0) { sum, count in
      let (total, isTooMuch) = sum.addingReportingOverflow(count)
      return isTooMuch ? .max : total
    }
  }
}
