/// This program itself, for programs that call it.
package struct OwnProgram: Equatable, Sendable {
  /// Where it stands.
  package let path: String
  /// Its version, by which another one is told from it.
  package let version: String
  /// The folder in which it was started.
  package let folder: String
  /// The variables by which it finds data.
  package let variables: [String: String]

  /// Makes it of its parts.
  package init(
    path: String, version: String, folder: String, variables: [String: String] = [:]
  ) {
    (self.path, self.version, self.folder) = (path, version, folder)
    self.variables = variables
  }
}
