/// A value that all copies share until one of them is given another one: for what is large, goes with
/// every cell, and seldom changes.
package struct Shared<Value: Sendable>: Sendable {
  @usableFromInline
  final class Storage: Sendable {
    @usableFromInline let value: Value

    @inlinable
    init(_ value: Value) { self.value = value }
  }

  @usableFromInline var storage: Storage

  /// Shares a value from here on.
  @inlinable
  package init(_ value: Value) { storage = Storage(value) }

  /// The value; to change a part of it copies the whole once.
  @inlinable
  package var value: Value {
    get { storage.value }
    set { storage = Storage(newValue) }
  }

  /// Whether both are one storage, and so surely the same value.
  @inlinable
  package func isOne(with other: Shared) -> Bool { storage === other.storage }

  /// What is one for all that share the value: to know it again without holding it.
  package var identity: any AnyObject & Sendable { storage }
}
