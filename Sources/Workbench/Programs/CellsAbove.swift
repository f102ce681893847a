/// What stands above the line that runs, as a script that leads to the same data and network.
package struct CellsAbove: Equatable, Sendable {
  /// A file that these cells have read.
  package struct File: Equatable, Sendable {
    /// Its path from the folder in which the program was started where it is below that, else from the
    /// root.
    package let path: String
    /// Its SHA-256 digest, in hexadecimal digits.
    package let digest: String

    /// A file with its digest.
    package init(_ path: String, digest: String) { (self.path, self.digest) = (path, digest) }
  }

  /// The script, a statement a line.
  package let script: String
  /// What it reads, in the order of the first reading.
  package let files: [File]
  /// Why the script would not lead there; nil where it does.
  package let obstacle: String?

  /// Makes it of its parts.
  package init(script: String, files: [File], obstacle: String?) {
    (self.script, self.files, self.obstacle) = (script, files, obstacle)
  }
}
