internal import JSON
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What Jupyter knows of a kernel, as it lies in a folder.
struct KernelSpec {
  static let file = "kernel.json"
  static let logo = "logo-svg.svg"

  let folder: String
  private let files: WorkingFolder

  /// Finds the folder.
  ///
  /// - Throws: `CallError` where another kernel is described there.
  init(in folder: String, _ files: WorkingFolder) throws {
    (self.folder, self.files) = (folder, files)
    guard isThere else { return }
    let known = try? JSONValue(reading: files.read("\(folder)/\(Self.file)"))
    guard known?["language"] == .string("overfit") else {
      throw CallError.otherKernel(path: "\(folder)/\(Self.file)")
    }
  }

  /// Whether the kernel is described there.
  var isThere: Bool { files.isTaken("\(folder)/\(Self.file)") }

  /// Writes it.
  ///
  /// - Parameter arguments: How the kernel is called, as far as the word `kernel`.
  func write(_ arguments: [String]) throws {
    try PageFolder.make(folder)
    try files.write(Array(Self.text(arguments).utf8), to: "\(folder)/\(Self.file)")
    try files.write(Array(Self.drawing.utf8), to: "\(folder)/\(Self.logo)")
  }

  /// Takes it away.
  func remove() {
    for name in [Self.file, Self.logo] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  static func text(_ arguments: [String]) -> String {
    let call = arguments + ["kernel", "run", "{connection_file}"]
    let description: JSONValue = [
      "argv": .array(call.map(JSONValue.string)), "display_name": "Overfit", "language": "overfit",
      "interrupt_mode": "signal", "metadata": ["debugger": false],
    ]
    return description.text + "\n"
  }

  /// A curve that is too wavy, and the line that would have done.
  private static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64">
    <rect width="64" height="64" rx="10" fill="#15171b"/>
    <path d="M6 46 58 18" stroke="#ff8b45" stroke-width="4" stroke-linecap="round"/>
    <path d="M6 46C14 12 18 58 26 36S36 10 42 30 52 44 58 18" fill="none" stroke="#4aa8e8" \
    stroke-width="4" stroke-linecap="round"/>
    </svg>

    """
}
