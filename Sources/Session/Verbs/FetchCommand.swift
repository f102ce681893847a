import Charts
import Commands
import Datasets
import Language
import Workbench

/// `fetch mnist`: downloads a data set, checks it, and puts it where `data` finds it.
enum FetchCommand {
  static let definition = CommandDefinition(
    verb: "fetch", family: .data, summary: "downloads a data set and checks it",
    forms: ["fetch mnist", "fetch mnist from=https://a.mirror/mnist/"], words: ["mnist"],
    options: [from.definition],
    touches: [.writes, .network], example: [])

  private static let from = CommandOption<String>.address(
    "from", standard: standardAddress, meaning: "the folder on a server that has the four files")

  static let verb = NotebookVerb(definition, action: run)

  /// A mirror of the original files, whose digests are published.
  static let standardAddress = "https://ossci-datasets.s3.amazonaws.com/mnist/"

  private static func run(
    _ session: inout NotebookSession, _ arguments: Arguments, _ control: RunControl
  ) throws(Diagnostic) -> NotebookSession.Outcome {
    try arguments.expect(atMost: 1)
    let value = try arguments.value(0, orSay: "fetch needs the name of a data set: fetch mnist")
    _ = try arguments.word(value, among: definition.words, what: "data set to fetch")
    let settings = session.settings
    guard let fetch = settings.fetch else {
      throw Diagnostic(
        "a lesson or script may not download files", at: arguments.command.range,
        hints: ["type fetch mnist at the prompt"])
    }
    var address = try arguments.value(of: from) ?? standardAddress
    if !address.hasSuffix("/") { address += "/" }
    let folder = "\(settings.userDataFolder)/mnist"
    for file in MNIST.files {
      let path = "\(folder)/\(file.compressedName)"
      if settings.files.exists(path) { continue }
      do {
        try fetch(
          address + file.compressedName, path, file.compressedByteCount, file.compressedSHA256,
          control)
      } catch {
        throw Diagnostic(
          error.problem, at: value.range,
          hints: ["the four files can also be put into a folder by hand: show session names them"])
      }
    }
    return .notebook(
      Document([.text("mnist is here: data mnist reads it")]), rerun: [])
  }
}
