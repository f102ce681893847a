/// A kind of names that a session knows. Where one can stand is declared with the verb or with the
/// option that takes it; completion looks the names up.
package enum NameKind: Sendable {
  /// The verbs of the language.
  case verbs
  /// The networks made so far.
  case networks
  /// The layers of the network in hand, by their numbers.
  case layers
  /// The columns of the table in hand.
  case columns
  /// The classes of the data in hand.
  case classes
  /// The cells of the notebook, by their numbers.
  case cells
  /// Files and folders.
  case files
  /// The lessons of this machine.
  case lessons
  /// The words and options of the verb that is named before.
  case options
}
