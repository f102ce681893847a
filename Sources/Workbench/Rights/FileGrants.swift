/// What the person allows files on the command line.
package struct FileGrants: Equatable, Sendable {
  /// The folders of `--allow-read`.
  package var readable: [String]
  /// The folders of `--allow-write`.
  package var writable: [String]

  /// Makes grants; without arguments nothing is allowed.
  package init(readable: [String] = [], writable: [String] = []) {
    self.readable = readable
    self.writable = writable
  }
}
