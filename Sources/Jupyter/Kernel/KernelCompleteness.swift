/// Whether a text can be run as it is.
package enum KernelCompleteness: Equatable, Sendable {
  /// It can.
  case complete
  /// More lines are needed, which begin with these blanks.
  case incomplete(indent: String)
  /// It can't be made right by more lines.
  case invalid
}
