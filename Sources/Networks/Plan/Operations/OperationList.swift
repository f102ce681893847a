/// The operations of a plan, side by side in memory of their own for as long as the list is kept.
struct OperationList: ~Copyable, @unchecked Sendable {
  /// Each operation begins a line of the cache.
  private static let alignment = 64

  private let memory: UnsafeMutableRawPointer
  private let placed: FlatList<PlacedOperation>

  init(_ operations: [any PlanOperation]) {
    let sizes = operations.map { operation in
      (operation.byteCount + Self.alignment - 1) / Self.alignment * Self.alignment
    }
    memory = .allocate(byteCount: sizes.reduce(0, +), alignment: Self.alignment)
    var place = memory
    placed = FlatList(
      zip(operations, sizes).map { operation, size in
        defer { place += size }
        return operation.copied(to: place)
      })
  }

  deinit {
    // Operations are plain bytes, so nothing else is left to do.
    memory.deallocate()
  }

  var base: UnsafePointer<PlacedOperation> { placed.base }

  @inline(__always)
  subscript(index: Int) -> PlacedOperation { placed[index] }
}

extension PlanOperation {
  fileprivate var byteCount: Int { MemoryLayout<Self>.size }

  fileprivate func copied(to memory: UnsafeMutableRawPointer) -> PlacedOperation {
    let place = memory.bindMemory(to: Self.self, capacity: 1)
    place.initialize(to: self)
    return Self.placed(UnsafePointer(place))
  }
}
