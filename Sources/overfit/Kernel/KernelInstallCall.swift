internal import ArgumentParser
internal import TerminalText
internal import Workbench

/// `overfit kernel install`
struct KernelInstallCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: Handbook.meaning(of: "overfit kernel install"))

  @OptionGroup var global: GlobalOptionWords
  @OptionGroup var place: KernelPlace

  func perform() throws -> ExitStatus {
    let spec = try KernelSpec(in: place.folder, WorkingFolder())
    try spec.write([OwnProgram.this().path] + handedOn)
    StandardStream.output.sendLine(
      "\(spec.folder.cleaned(.text)) is written: Jupyter has the kernel Overfit")
    return .success
  }

  /// What is said once, here, for every session of the kernel.
  private var handedOn: [String] {
    let options = self.options
    let numbers: [(String, String?)] = [
      ("--seed", options.seed.map { String($0) }),
      ("--threads", options.threads.map { String($0) }),
      ("--memory", options.memory.map { String($0) }),
    ]
    let folders = [
      ("--datasets", options.datasetFolders), ("--allow-read", options.readableFolders),
      ("--allow-write", options.writableFolders),
    ]
    return numbers.flatMap { name, value in value.map { [name, $0] } ?? [] }
      + folders.flatMap { name, paths in paths.flatMap { [name, $0] } }
  }
}
