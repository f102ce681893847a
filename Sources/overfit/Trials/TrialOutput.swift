internal import JSON
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where the lines of a trial go: standard output, and a file of the person's.
final class TrialOutput {
  private let path: String?
  private let files: WorkingFolder
  private var text = ""

  /// - Parameter goesOn: Whether the file has lines of the same trial already, which stay.
  init(_ path: String?, _ files: WorkingFolder, goesOn: Bool) throws {
    self.path = path
    self.files = files
    guard let path else { return }
    if goesOn, files.exists(path) { text = String(decoding: try files.read(path), as: UTF8.self) }
    try files.write(Array(text.utf8), to: path)
  }

  func say(_ value: JSONValue) {
    StandardStream.output.sendLine(value.text)
    guard let path, let descriptor = Optional(open(path, O_WRONLY | O_APPEND | O_CLOEXEC)),
      descriptor >= 0
    else { return }
    StandardStream(descriptor: descriptor).sendLine(value.text)
    close(descriptor)
  }
}
