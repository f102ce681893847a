/// How many networks were trained in a session, and how many were not, because what they come to was
/// kept.
package struct KeepCount: Equatable, Sendable {
  /// The trainings that were done.
  package var done = 0
  /// Those that were taken from what was kept.
  package var taken = 0

  /// None yet.
  package init() {}
}
