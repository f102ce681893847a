internal import ArgumentParser

/// `overfit run FILE`
struct RunCall: Call {
  static let configuration = CommandConfiguration(commandName: "run")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp(valueName: "file")) var path: String

  func perform(_ door: FrontDoor) throws(Complaint) -> ExitStatus {
    let file = try door.house.file(path)
    var transcript = Transcript(door.house.notebook(for: file), runner: door.runner)
    return transcript.run(file.cells)
  }
}
