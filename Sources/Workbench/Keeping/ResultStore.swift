/// Where results of trainings are kept beyond the life of a session, by names of 64 hexadecimal digits.
///
/// What it gives back is what it was given: whoever reads finds nothing where that is not sure.
package struct ResultStore: Sendable {
  /// What is kept under a name; nil where nothing is.
  package let read: @Sendable (_ name: String) -> [UInt8]?
  /// Keeps some bytes, as far as there is room for them.
  package let write: @Sendable (_ name: String, _ bytes: [UInt8]) -> Void

  /// Makes it of its two parts.
  package init(
    read: @escaping @Sendable (_ name: String) -> [UInt8]?,
    write: @escaping @Sendable (_ name: String, _ bytes: [UInt8]) -> Void
  ) {
    (self.read, self.write) = (read, write)
  }
}
