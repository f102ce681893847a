/// A fixed list in its own memory, which is read without retaining anything.
struct FlatList<Element: Sendable>: ~Copyable, @unchecked Sendable {
  private let storage: UnsafeMutableBufferPointer<Element>

  init(_ elements: [Element]) {
    storage = .allocate(capacity: elements.count)
    _ = storage.initialize(from: elements)
  }

  deinit {
    storage.deinitialize()
    storage.deallocate()
  }

  var count: Int { storage.count }

  /// The first element, for as long as the list is kept.
  var base: UnsafePointer<Element> {
    guard let base = storage.baseAddress else {
      preconditionFailure("allocated memory has an address")
    }
    return UnsafePointer(base)
  }

  subscript(index: Int) -> Element { storage[index] }

  /// Where an element lies, for as long as the list is kept.
  @inline(__always)
  func pointer(_ index: Int) -> UnsafePointer<Element> { base + index }
}
