internal import ArgumentParser
internal import Searches
internal import Session
internal import Workbench

/// `overfit trial NOTEBOOK --set rate=0.01`: the last training of a notebook with other settings, for
/// programs that search by themselves.
struct TrialCall: Call {
  enum Resuming: String, ExpressibleByArgument, CaseIterable {
    case auto, never, must
  }

  static let configuration = CommandConfiguration(
    commandName: "trial", abstract: Handbook.meaning(of: "overfit trial NOTEBOOK"))

  @OptionGroup var global: GlobalOptionWords
  @Argument(help: ArgumentHelp(valueName: "notebook"), completion: .file()) var path: String
  @Option(name: .customLong("set"), help: .of("--set")) var changes: [String] = []
  @Option(help: .of("--config"), completion: .file()) var config: String?
  @Option(help: .of("--epochs")) var epochs: Int?
  @Option(help: .of("--by")) var by: String?
  @Option(
    name: .customLong("checkpoint-dir"), help: .of("--checkpoint-dir"), completion: .directory)
  var checkpointFolder: String?
  @Option(help: .of("--resume")) var resume = Resuming.auto
  @Option(name: .customLong("out"), help: .of("--out"), completion: .file()) var output: String?
  @Option(name: .customLong("time-limit"), help: .of("--time-limit")) var timeLimit: Int?
  @Flag(name: .customLong("print-metric"), help: .of("--print-metric")) var printsMetric = false
  @Flag(name: .customLong("exit-zero-on-stop"), help: .of("--exit-zero-on-stop"))
  var endsWellWhenStopped = false
  @Option(help: .of("--search")) var search: String?
  @Option(help: .of("--at")) var at: String?
  @Option(name: .customLong("expect-version"), help: .of("--expect-version"))
  var expectedVersion: String?
  @Option(name: .customLong("expect"), help: .of("--expect")) var expectedFiles: [String] = []

  func validate() throws {
    try checkSearch()
    if let epochs, !(1...1_000_000).contains(epochs) {
      throw ValidationError("--epochs must be from 1 to 1000000, not \(epochs)")
    }
    if let timeLimit, !(1...10_000_000).contains(timeLimit) {
      throw ValidationError("--time-limit must be from 1 to 10000000 seconds, not \(timeLimit)")
    }
    if resume == .must, checkpointFolder == nil {
      throw ValidationError("--resume must needs --checkpoint-dir FOLDER")
    }
  }

  /// What a trial of a search is told by the search's line, and what no other trial takes.
  private func checkSearch() throws {
    guard search != nil else {
      if at != nil || expectedVersion != nil || !expectedFiles.isEmpty {
        throw ValidationError("--at, --expect and --expect-version need --search LINE")
      }
      return
    }
    let others = [
      ("--epochs", epochs != nil), ("--by", by != nil), ("--config", config != nil),
      ("--checkpoint-dir", checkpointFolder != nil), ("--seed", options.seed != nil),
      ("--print-metric", printsMetric),
    ]
    if let (name, _) = others.first(where: { $0.1 }) {
      throw ValidationError("\(name) has no place beside --search, whose line says how it trains")
    }
  }

  func perform() throws -> ExitStatus {
    do {
      if let search { return try SentTrialRun(self, search).run() }
      return try TrialRun(self).run()
    } catch let error as OneTrial.Refusal {
      switch error {
      case .setting(let text): return Complaint.send(text, .badArguments)
      case .infeasible(let text): return Complaint.send(text, .infeasible)
      case .notebook(let text), .checkpoint(let text): return Complaint.send(text, .badData)
      }
    } catch let error as TrialFault {
      return Complaint.send(error.text, error.status)
    } catch let error as FileError {
      return Complaint.send("\(error.path): \(error.problem)", .fileTrouble)
    } catch {
      return Complaint.send(Complaint.message(of: error) ?? "\(error)", .badData)
    }
  }

  /// The settings of the file and of the call, the call's in the place of the file's.
  func parameters(_ files: WorkingFolder) throws -> [(name: String, value: String)] {
    var parameters = try config.map { try TrialConfiguration.parameters(of: $0, files) } ?? []
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw TrialFault("--set takes NAME=VALUE, and this is \(change)", .badArguments)
      }
      let name = String(parts[0])
      parameters.removeAll { $0.name == name }
      parameters.append((name, String(parts[1])))
    }
    return parameters
  }
}
