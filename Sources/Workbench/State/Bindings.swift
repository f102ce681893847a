import TensorEngine

/// The names that `let` and `for` gave values to, in the order they were first given.
///
/// A tree of the bits of a name's hash, two of them a branch. What is changed shares all but the
/// branches on the way to the name with what it was before, so that each cell of a long notebook can
/// keep the names as they were after it.
package struct Bindings: Sendable {
  private var content: Content

  /// Begins without names.
  package init() { content = Self.nothing }

  private static let nothing = Content(
    root: .empty, namesEver: 0, origin: .empty, bytesGrown: 0)

  /// The names that have a value, in the order in which they were first given.
  package var names: [String] {
    var entries: [Entry] = []
    content.root.collect(into: &entries)
    return entries.sorted { $0.place < $1.place }.map(\.name)
  }

  /// The value of a name; nil for one that has none.
  package func value(of name: String) -> Quantity? { entry(of: name)?.value }

  /// Binds a name to a value, or frees it.
  package mutating func set(_ name: String, to value: Quantity?) {
    guard let value else {
      guard entry(of: name) != nil else { return }
      content = Content(
        root: content.root.removing(name, hash: Self.hash(of: name), bit: 0),
        namesEver: content.namesEver, origin: nil, bytesGrown: 0)
      return
    }
    let new = Entry(name: name, value: value, place: content.namesEver, hash: Self.hash(of: name))
    var growth = Growth()
    let root = content.root.setting(new, bit: 0, &growth)
    content = Content(
      root: root, namesEver: content.namesEver + (growth.isNewName ? 1 : 0), origin: content.root,
      bytesGrown: growth.bytes)
  }

  /// The bytes of names, values and branches that other bindings do not share.
  package func bytes(notIn other: Bindings) -> Int {
    if content === other.content { return 0 }
    if let origin = content.origin, origin.isOne(with: other.content.root) {
      return content.bytesGrown
    }
    return content.root.bytes(notIn: other.content.root, bit: 0)
  }

  private func entry(of name: String) -> Entry? {
    content.root.entry(of: name, hash: Self.hash(of: name), bit: 0)
  }

  /// FNV-1a of the UTF-8 bytes (Fowler, Noll and Vo), its bits mixed once more.
  private static func hash(of name: String) -> UInt64 {
    let sum = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return (sum ^ sum >> 32) &* 0x9e37_79b9_7f4a_7c15
  }
}

extension Bindings {
  /// The names, and what the last of them has added: most cells bind one, and ask for its bytes.
  private final class Content: Sendable {
    let root: Node
    let namesEver: Int
    /// The names before the last one was bound; nil where one was freed instead.
    let origin: Node?
    /// The bytes that the names hold beyond those.
    let bytesGrown: Int

    init(root: Node, namesEver: Int, origin: Node?, bytesGrown: Int) {
      self.root = root
      self.namesEver = namesEver
      self.origin = origin
      self.bytesGrown = bytesGrown
    }
  }

  /// What binding a name has made.
  private struct Growth {
    var isNewName = true
    var bytes = 0
  }

  /// A name with its value, and with those of the same hash.
  private final class Entry: Sendable {
    let name: String
    let value: Quantity
    /// Which of the names it was, in the order in which they were given.
    let place: Int
    let hash: UInt64
    let next: Entry?

    init(name: String, value: Quantity, place: Int, hash: UInt64, next: Entry? = nil) {
      self.name = name
      self.value = value
      self.place = place
      self.hash = hash
      self.next = next
    }

    /// The entries of this hash without one of them.
    func without(_ name: String) -> Entry? {
      if self.name == name { return next }
      return Entry(
        name: self.name, value: value, place: place, hash: hash, next: next?.without(name))
    }

    /// It among the entries of its hash, in the place of one of its name.
    func among(_ others: Entry, isNew: inout Bool) -> Entry {
      let old = sequence(first: others, next: \.next).first { $0.name == name }
      isNew = old == nil
      return Entry(
        name: name, value: value, place: old?.place ?? place, hash: hash, next: others.without(name)
      )
    }

    var byteCount: Int {
      let own = 112 + (name.utf8.count > 15 ? name.utf8.count + 32 : 0)
      return own + value.byteCount + (next?.byteCount ?? 0)
    }
  }

  /// Four parts of the names, by the next two bits of their hashes.
  private struct Parts: Sendable {
    private var first = Node.empty
    private var second = Node.empty
    private var third = Node.empty
    private var fourth = Node.empty

    /// The part of a hash that is shifted to these bits.
    subscript(bits: UInt64) -> Node {
      get {
        switch bits & 3 {
        case 0: first
        case 1: second
        case 2: third
        default: fourth
        }
      }
      set {
        switch bits & 3 {
        case 0: first = newValue
        case 1: second = newValue
        case 2: third = newValue
        default: fourth = newValue
        }
      }
    }

    /// The one entry, or nothing, where that is all there is of them; nil for what stays a branch.
    var only: Node? {
      let all = [first, second, third, fourth].filter { !$0.isOne(with: .empty) }
      switch (all.count, all.first) {
      case (0, _): return .empty
      case (1, .entry(let entry)?): return .entry(entry)
      default: return nil
      }
    }
  }

  private final class Branch: Sendable {
    static let byteCount = 64
    let parts: Parts

    init(_ parts: Parts) {
      self.parts = parts
    }
  }

  private enum Node: Sendable {
    case empty
    case entry(Entry)
    case branch(Branch)

    func isOne(with other: Node) -> Bool {
      switch (self, other) {
      case (.empty, .empty): true
      case (.entry(let entry), .entry(let old)): entry === old
      case (.branch(let branch), .branch(let old)): branch === old
      default: false
      }
    }

    func collect(into entries: inout [Entry]) {
      switch self {
      case .empty: break
      case .entry(let entry):
        for entry in sequence(first: entry, next: \.next) { entries.append(entry) }
      case .branch(let branch):
        for bits in 0..<4 as Range<UInt64> { branch.parts[bits].collect(into: &entries) }
      }
    }

    func entry(of name: String, hash: UInt64, bit: UInt64) -> Entry? {
      var (node, bits) = (self, hash >> bit)
      while case .branch(let branch) = node {
        node = branch.parts[bits]
        bits >>= 2
      }
      guard case .entry(let entry) = node, entry.hash == hash else { return nil }
      return sequence(first: entry, next: \.next).first { $0.name == name }
    }

    /// It with an entry, which is new unless one of its name is there.
    func setting(_ entry: Entry, bit: UInt64, _ growth: inout Growth) -> Node {
      switch self {
      case .empty:
        growth.bytes += entry.byteCount
        return .entry(entry)
      case .entry(let old) where old.hash == entry.hash:
        let changed = entry.among(old, isNew: &growth.isNewName)
        growth.bytes += changed.byteCount
        return .entry(changed)
      case .entry(let old):
        var parts = Parts()
        parts[old.hash >> bit] = self
        return Node.branch(Branch(parts)).setting(entry, bit: bit, &growth)
      case .branch(let branch):
        growth.bytes += Branch.byteCount
        var parts = branch.parts
        let part = parts[entry.hash >> bit]
        parts[entry.hash >> bit] = part.setting(entry, bit: bit + 2, &growth)
        return .branch(Branch(parts))
      }
    }

    func removing(_ name: String, hash: UInt64, bit: UInt64) -> Node {
      switch self {
      case .empty: return self
      case .entry(let entry):
        guard entry.hash == hash else { return self }
        return entry.without(name).map { .entry($0) } ?? .empty
      case .branch(let branch):
        var parts = branch.parts
        parts[hash >> bit] = parts[hash >> bit].removing(name, hash: hash, bit: bit + 2)
        return parts.only ?? .branch(Branch(parts))
      }
    }

    func bytes(notIn other: Node, bit: UInt64) -> Int {
      switch (self, other) {
      case (.empty, _): return 0
      case (.entry(let entry), _):
        let same = other.entry(of: entry.name, hash: entry.hash, bit: bit)
        return same === entry ? 0 : entry.byteCount
      case (.branch(let branch), .branch(let old)):
        if branch === old { return 0 }
        return (0..<4).reduce(Branch.byteCount) { bytes, bits in
          bytes + branch.parts[bits].bytes(notIn: old.parts[bits], bit: bit + 2)
        }
      case (.branch(let branch), _):
        return (0..<4).reduce(Branch.byteCount) { bytes, bits in
          bytes + branch.parts[bits].bytes(notIn: other, bit: bit + 2)
        }
      }
    }
  }
}

extension Quantity {
  /// The bytes of its numbers or of its text, without what a value itself takes.
  package var byteCount: Int {
    switch self {
    case .number, .truth: 0
    case .matrix(let matrix): MemoryBudget.bytes(of: Double.self, matrix.elements.count) + 32
    case .word(let text): text.utf8.count > 15 ? text.utf8.count + 32 : 0
    }
  }
}
