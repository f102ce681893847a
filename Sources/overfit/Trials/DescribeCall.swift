internal import ArgumentParser
internal import JSON
internal import Searches

/// `overfit describe`
struct DescribeCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: Handbook.meaning(of: "overfit describe"))

  @OptionGroup var global: GlobalOptionWords

  func perform() -> ExitStatus {
    StandardStream.output.sendLine(TrialSettings.description.text)
    return .success
  }
}
