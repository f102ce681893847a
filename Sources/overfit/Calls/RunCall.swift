internal import ArgumentParser

/// `overfit run FILE`
struct RunCall: Call {
  static let configuration = CommandConfiguration(commandName: "run")

  @OptionGroup var options: GlobalOptions
  @Argument var file: String

  func perform(_ door: FrontDoor) throws(Complaint) -> ExitStatus {
    let cells = try door.house.cells(ofFile: file)
    var transcript = Transcript(door.house.notebookOfStrangers(), runner: door.runner)
    return transcript.run(cells)
  }
}
