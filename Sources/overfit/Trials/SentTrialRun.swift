internal import JSON
internal import Searches
internal import Session
internal import Workbench

/// One trial of a search that was begun elsewhere: what it is behind the cells above the search, said in
/// one line of JSON.
struct SentTrialRun {
  private let call: TrialCall
  private let line: String
  private let epochs: [Int]?
  private let expected: [CellsAbove.File]
  private var settings: SessionSettings

  init(_ call: TrialCall, _ line: String) throws {
    (self.call, self.line) = (call, line)
    epochs = try call.at.map(Self.epochs)
    expected = try call.expectedFiles.map(Self.file)
    var options = call.options
    options.threads = options.threads ?? 1
    settings = SessionSettings(options)
    settings.program = .this()
  }

  func run() throws -> ExitStatus {
    Signals.endByAsking()
    Signals.beginCommand()
    defer { Signals.endCommand() }
    Signals.beginCell(seconds: call.timeLimit ?? 0)
    if let version = call.expectedVersion, version != Version.number {
      return refuse("the program is version \(Version.number), the study's is \(version)")
    }
    let control = RunControl(
      isInterrupted: { Signals.isInterrupted || Signals.isOutOfTime },
      isGivenUp: { Signals.isGivenUp })
    let notebook: TrialNotebook
    do {
      notebook = try self.notebook(control)
    } catch OneTrial.Refusal.notebook(let text) where !Signals.isInterrupted {
      return refuse(text)
    }
    if let difference = Self.difference(of: notebook.filesRead, from: expected) {
      return refuse(difference)
    }
    let trial = try SentTrial(
      notebook.execution(control), of: line, call.parameters(settings.files))
    return end(trial.result(at: epochs), start: trial.start)
  }

  /// The cells above the search, run as those of a file that reads what is expected of it.
  private func notebook(_ control: RunControl) throws -> TrialNotebook {
    let file = try SourceFile(call.path, files: settings.files)
    var own = settings
    own.grants.readable += expected.map(\.path)
    own = own.opened(call.path, by: .run)
    own.files.rights = own.files.rights.withoutWriting
    if let seed = file.seed { own.seed = seed }
    return try TrialNotebook(above: file, settings: own, control: control)
  }

  /// What is not as it was where the search began; nil where all is. A file may stand elsewhere.
  private static func difference(
    of files: [CellsAbove.File], from expected: [CellsAbove.File]
  ) -> String? {
    let name = { (path: String) in path.split(separator: "/").last.map(String.init) ?? path }
    for file in expected where !files.contains(where: { $0.digest == file.digest }) {
      guard let other = files.first(where: { name($0.path) == name(file.path) }) else {
        return "\(file.path) is not read here"
      }
      return "\(file.path) has other bytes here (sha256 \(other.digest))"
    }
    return nil
  }

  private func refuse(_ reason: String) -> ExitStatus {
    say([.init("status", "refused"), .init("reason", .string(reason))])
    return Complaint.send(reason, .badData)
  }

  private func end(_ result: SentTrial.Result, start: String) -> ExitStatus {
    let status = result.isInterrupted ? "stopped" : result.failure == nil ? "complete" : "failed"
    var members: [JSONValue.Member] = [.init("status", .string(status))]
    if let failure = result.failure { members.append(.init("reason", .string(failure))) }
    if result.isRefused { members.append(.init("refusal", true)) }
    members += [
      .init("scores", .array(result.stages.map(\.json))),
      .init("epochs", .integer(result.stages.last?.epoch ?? 0)),
      .init("start", .string(start)), .init("version", .string(Version.number)),
    ]
    say(members)
    if result.isInterrupted { return .interrupted }
    return result.failure.map { Complaint.send($0, .infeasible) } ?? .success
  }

  private func say(_ members: [JSONValue.Member]) {
    StandardStream.output.sendLine(JSONValue.object([.init("event", "final")] + members).text)
  }

  /// The epochs of `--at`, ascending.
  private static func epochs(_ text: String) throws -> [Int] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let epochs = words.compactMap { Int($0) }
    guard epochs.count == words.count, epochs.allSatisfy({ (1...1_000_000).contains($0) }),
      zip(epochs, epochs.dropFirst()).allSatisfy(<)
    else {
      throw TrialFault("--at takes epochs that go up, 1,3,9, and this is \(text)", .badArguments)
    }
    return epochs
  }

  /// The file of `--expect`, whose path may have a sign of equality in it.
  private static func file(_ text: String) throws -> CellsAbove.File {
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
      throw TrialFault("--expect takes PATH=SHA256, and this is \(text)", .badArguments)
    }
    let digest = text[text.index(after: sign)...]
    guard digest.count == 64, digest.allSatisfy(\.isHexDigit) else {
      throw TrialFault("--expect takes PATH=SHA256, and this is \(text)", .badArguments)
    }
    return CellsAbove.File(String(text[..<sign]), digest: digest.lowercased())
  }
}
