package import Workbench

extension NotebookSession {
  /// Begins an empty notebook that knows every command.
  package init(settings: SessionSettings) {
    self.init(settings: settings, vocabulary: .standard)
  }
}
