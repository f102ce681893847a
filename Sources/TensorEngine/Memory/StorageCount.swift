/// The bytes that some values hold, each storage counted once however many of the values share it.
///
/// They follow from sizes: what a storage has beyond its elements is counted as 32 bytes, and an
/// empty one as nothing.
package struct StorageCount: Sendable {
  private var places: Set<UInt> = []
  private var storages: [(place: UInt, bytes: Int)] = []

  /// Begins with nothing.
  package init() {}

  /// How many bytes there are.
  package var byteCount: Int { storages.reduce(0) { $0 + $1.bytes } }

  /// How many bytes there are that the other values do not hold, which must be alive.
  package func bytes(notIn other: StorageCount) -> Int {
    storages.reduce(0) { other.places.contains($1.place) ? $0 : $0 + $1.bytes }
  }

  /// Counts the elements of an array, but not what they point to.
  package mutating func add<Element>(_ elements: [Element]) {
    guard !elements.isEmpty else { return }
    let place = elements.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    guard places.insert(place).inserted else { return }
    storages.append((place, elements.count * MemoryLayout<Element>.stride + 32))
  }

  /// Counts an array of texts, and those of its texts that are too long to stand in it.
  package mutating func add(texts: [String]) {
    guard !texts.isEmpty else { return }
    let place = texts.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    guard places.insert(place).inserted else { return }
    let bytes = texts.reduce(32) { $0 + 16 + ($1.utf8.count > 15 ? $1.utf8.count + 32 : 0) }
    storages.append((place, bytes))
  }
}

extension StorageCount {
  /// Counts the numbers of some tensors.
  package mutating func add(numbersOf tensors: [Tensor]) {
    for tensor in tensors { add(tensor.elements) }
  }

  /// Counts inputs and targets.
  package mutating func add(_ examples: Examples) {
    switch examples.inputs {
    case .floats(let values): add(values)
    case .doubles(let values): add(values)
    case .bytes(let values): add(values)
    }
    switch examples.targets {
    case .classes(let classes, _): add(classes)
    case .values(let values, _): add(values)
    }
    add(examples.prepared)
  }
}
