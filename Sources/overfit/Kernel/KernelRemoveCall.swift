internal import ArgumentParser
internal import TerminalText
internal import Workbench

/// `overfit kernel remove`
struct KernelRemoveCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: Handbook.meaning(of: "overfit kernel remove"))

  @OptionGroup var global: GlobalOptionWords
  @OptionGroup var place: KernelPlace

  func perform() throws -> ExitStatus {
    let spec = try KernelSpec(in: place.folder, WorkingFolder())
    guard spec.isThere else { throw CallError.noKernelThere(path: spec.folder) }
    spec.remove()
    StandardStream.output.sendLine("\(spec.folder.cleaned(.text)) is taken away")
    return .success
  }
}
