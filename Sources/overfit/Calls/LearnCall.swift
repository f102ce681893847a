internal import ArgumentParser

/// `overfit learn [LESSON]`
struct LearnCall: Call {
  static let configuration = CommandConfiguration(commandName: "learn")

  @OptionGroup var options: GlobalOptions
  @Argument var lesson: String?

  func validate() throws {
    if options.format == .json {
      throw ValidationError("a lesson is read as text: learn has no --format json")
    }
  }

  func perform(_ door: FrontDoor) throws(Complaint) -> ExitStatus {
    guard let lesson else {
      let list = door.house.lessonList(door.terminal.page(options, inputIndent: 0))
      StandardStream.output.send(Transcript.lines(list))
      return .success
    }
    return door.converse(try door.house.lesson(lesson))
  }
}
