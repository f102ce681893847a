internal import ArgumentParser
internal import Workbench

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
