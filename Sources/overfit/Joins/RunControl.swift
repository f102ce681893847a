/// How a running command talks with the outside.
struct RunControl {
  /// Asked at every step: true means to stop soon and in good order.
  var isInterrupted: () -> Bool
  /// Told as often as there is news; the terminal picks what it shows.
  var progress: (Progress) -> Void
}
