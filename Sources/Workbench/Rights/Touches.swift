/// What a verb touches beyond the notebook. Each verb declares it, and the door to files and servers
/// opens no further, whoever types the verb: one that declares nothing touches nothing.
package struct Touches: OptionSet, Hashable, Sendable {
  /// A bit for each thing.
  package let rawValue: Int

  /// Makes a set of its bits.
  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Reads files.
  package static let reads = Touches(rawValue: 1)
  /// Writes files.
  package static let writes = Touches(rawValue: 2)
  /// Contacts a server.
  package static let network = Touches(rawValue: 4)
  /// Starts a program: where the person says so, and for no file.
  package static let programs = Touches(rawValue: 8)

  /// Everything: what the program itself does between two verbs.
  package static let everything: Touches = [.reads, .writes, .network, .programs]
}
