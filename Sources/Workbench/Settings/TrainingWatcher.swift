package import Charts

/// Who looks at pictures of a training while it runs, and when. No result depends on it.
package struct TrainingWatcher: Sendable {
  /// Asked before every step, whether a picture is wanted now.
  package let isDue: @Sendable () -> Bool
  /// Shows a picture that was wanted.
  package let show: @Sendable (Document) -> Void

  /// Makes a watcher.
  package init(
    isDue: @escaping @Sendable () -> Bool, show: @escaping @Sendable (Document) -> Void
  ) {
    (self.isDue, self.show) = (isDue, show)
  }
}
