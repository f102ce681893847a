internal import ArgumentParser
internal import Jupyter
internal import Session
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `overfit kernel run CONNECTION`
struct KernelRunCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Handbook.meaning(of: "overfit kernel run"))

  @OptionGroup var global: GlobalOptionWords
  @Argument(help: ArgumentHelp(valueName: "connection"), completion: .file()) var path: String

  func perform() throws -> ExitStatus {
    let settings = SessionSettings(options)
    let bytes = try settings.files.read(path)
    Signals.heedInterrupts()
    do throws(ConnectionFault) {
      let kernel = try Kernel(
        ConnectionFile(reading: bytes), NotebookKernel(settings), in: surroundings())
      kernel.run()
      return .success
    } catch {
      throw CallError.noKernel(path: path, error)
    }
  }

  private func surroundings() -> KernelSurroundings {
    // Who started it is told apart from whoever takes over what is left of them.
    let parent = getppid()
    let isWatched = Environment.value("JPY_PARENT_PID") != nil
    return KernelSurroundings(
      clock: { WallClock.now }, complaint: { Complaint.send($0) }, interrupt: { raise(SIGINT) },
      isLeftAlone: { isWatched && getppid() != parent },
      giveUp: { _exit(ExitStatus.success.rawValue) })
  }
}
