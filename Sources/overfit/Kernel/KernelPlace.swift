internal import ArgumentParser
internal import JSON
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where Jupyter looks for kernels, and which of these places is meant.
struct KernelPlace: ParsableArguments {
  @Flag(help: .of("--user")) var user = false
  @Flag(help: .of("--sys-prefix")) var sysPrefix = false
  @Option(help: .of("--prefix"), completion: .directory) var prefix: String?

  func validate() throws {
    if [user, sysPrefix, prefix != nil].filter({ $0 }).count > 1 {
      throw ValidationError("--user, --sys-prefix and --prefix exclude each other")
    }
    if prefix?.isEmpty == true { throw ValidationError("--prefix needs the name of a folder") }
  }

  /// The folder of the kernel's description.
  var folder: String { "\(data)/kernels/overfit" }

  private var data: String {
    if let prefix { return "\(prefix)/share/jupyter" }
    if sysPrefix {
      let active = Environment.value("VIRTUAL_ENV") ?? Environment.value("CONDA_PREFIX")
      return "\(active ?? Self.prefixOfProgram)/share/jupyter"
    }
    if let folder = Environment.value("JUPYTER_DATA_DIR") { return folder }
    let home = Environment.value("HOME") ?? "."
    #if os(macOS)
      return "\(home)/Library/Jupyter"
    #else
      let folder = Environment.value("XDG_DATA_HOME")
      return folder.map { "\($0)/jupyter" } ?? "\(home)/.local/share/jupyter"
    #endif
  }

  /// The folder above the one in which the program lies.
  private static var prefixOfProgram: String {
    let folders = OwnProgram.this().path.split(separator: "/").dropLast(2)
    return "/" + folders.joined(separator: "/")
  }
}

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
