/// Whether a command has looked at the test split through a formula; one command, one look.
package final class TestLooks {
  /// Whether a formula of the command at hand asked for the test split.
  package var happened = false

  /// Has seen no look yet.
  package init() {}
}
