internal import ArgumentParser

/// `overfit replay [--update] PATH...`
struct ReplayCall: Call {
  static let configuration = CommandConfiguration(commandName: "replay")

  @OptionGroup var options: GlobalOptions
  @Flag var update = false
  @Argument(help: ArgumentHelp(valueName: "path")) var paths: [String]

  func perform(_ door: FrontDoor) throws(Complaint) -> ExitStatus {
    var status = ExitStatus.success
    let runner = door.runner
    try runner.run { control throws(Complaint) in
      try door.house.replay(paths, update: update, control: control) { report in
        runner.makeRoom()
        StandardStream.output.send(Transcript.lines(report.text))
        if report.differs, !update { status = .failure }
      }
    }
    return Signals.isInterrupted ? .interrupted : status
  }
}
