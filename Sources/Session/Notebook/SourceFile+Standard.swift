import Commands
package import Workbench

extension SourceFile {
  /// Reads a file for a session that knows every command.
  /// - Throws: `FileError` if it can't be read, `NotebookError` if it is no notebook.
  package init(_ path: String, files: WorkingFolder) throws {
    try self.init(path, files: files, forms: Vocabulary.standard.table.forms)
  }
}
