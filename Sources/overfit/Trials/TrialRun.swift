internal import JSON
internal import Networks
internal import Searches
internal import Session
internal import Tuning
internal import Workbench

/// A trial under way: what it says line by line, and what it keeps.
struct TrialRun {
  private let call: TrialCall
  private let parameters: [(name: String, value: String)]
  private var settings: SessionSettings
  /// The door to the two places that the person names.
  private let files: WorkingFolder
  private let clock = Stopwatch()

  init(_ call: TrialCall) throws {
    self.call = call
    var options = call.options
    // The data of all trials is the same: a seed is for first weights and shuffles alone.
    (options.threads, options.seed) = (options.threads ?? 1, nil)
    settings = SessionSettings(options)
    files = settings.files
    parameters = try call.parameters(files)
  }

  func run() throws -> ExitStatus {
    Signals.endByAsking()
    Signals.beginCommand()
    defer { Signals.endCommand() }
    Signals.beginCell(seconds: call.timeLimit ?? 0)
    let folder = try call.checkpointFolder.map { try CheckpointFolder($0, files) }
    let control = RunControl(
      isInterrupted: { Signals.isInterrupted || Signals.isOutOfTime },
      isGivenUp: { Signals.isGivenUp })
    let trial = try trial(control)
    let checkpoint = try self.checkpoint(in: folder)
    let report = try TrialOutput(call.output, files, goesOn: checkpoint != nil)
    var fault: (any Error)?
    var last = 0
    let result: OneTrial.Result
    do {
      result = try trial.run(
        from: checkpoint, pool: settings.pool, isInterrupted: control.isInterrupted,
        onBegin: { epoch in
          last = epoch
          report.say(start(trial, resumedFrom: epoch))
        },
        onEpoch: { record, bytes in
          do {
            try folder?.keep(bytes, described: state(trial, record))
          } catch { fault = error }
          last = record.epoch
          report.say(line(of: record))
          return fault == nil
        })
    } catch {
      if case .infeasible = error {
        report.say([
          "event": "final", "status": "diverged", "objective": .null,
          "metric": .string(metric(trial)), "mode": .string(mode(trial)),
          "epochs": .integer(last),
        ])
      }
      throw error
    }
    if let fault { throw fault }
    return end(result, trial, report, keeps: folder != nil)
  }

  /// The trial; of one whose network can't be built the one line says so.
  private func trial(_ control: RunControl) throws -> OneTrial {
    let execution = try notebook(control).execution(control)
    do throws(OneTrial.Refusal) {
      return try OneTrial(execution, parameters, epochs: call.epochs, by: call.by)
    } catch {
      if case .infeasible = error {
        try TrialOutput(call.output, files, goesOn: false).say(
          ["event": "final", "status": "infeasible", "objective": .null])
      }
      throw error
    }
  }

  private func notebook(_ control: RunControl) throws -> TrialNotebook {
    let file = try SourceFile(call.path, files: files)
    var own = settings.opened(call.path, by: .run)
    own.files.rights = own.files.rights.withoutWriting
    if let seed = file.seed { own.seed = seed }
    return try TrialNotebook(file, settings: own, seed: call.options.seed, control: control)
  }

  private func checkpoint(in folder: CheckpointFolder?) throws -> [UInt8]? {
    guard let folder, call.resume != .never else { return nil }
    let bytes = try folder.state()
    if bytes == nil, call.resume == .must {
      throw TrialFault("\(folder.path): there is no checkpoint to resume", .badData)
    }
    return bytes
  }

  private func end(
    _ result: OneTrial.Result, _ trial: OneTrial, _ report: TrialOutput, keeps: Bool
  ) -> ExitStatus {
    let stopped = result.wasStopped
    report.say(
      .object([
        .init("event", .string(stopped ? "stopped" : "final")),
        .init("status", .string(stopped ? "stopped" : "complete")),
        .init("objective", result.objective.map { .number($0) } ?? .null),
        .init("metric", .string(metric(trial))), .init("mode", .string(mode(trial))),
        .init("epochs", .integer(result.epochs)),
        .init("best_epoch", result.bestEpoch.map { .integer($0) } ?? .null),
        .init("weights_sha256", .string(result.weights)),
      ]))
    if call.printsMetric, let objective = result.objective {
      StandardStream.error.sendLine("objective=\(Self.fixed(objective))")
    }
    guard stopped else { return .success }
    if call.endsWellWhenStopped { return .success }
    return keeps ? .goesOn : .interrupted
  }

  private func metric(_ trial: OneTrial) -> String { "val_\(trial.criterion.rawValue)" }
  private func mode(_ trial: OneTrial) -> String { trial.criterion.isLessBetter ? "min" : "max" }

  private func settingsValue(_ trial: OneTrial) -> JSONValue {
    .object(
      trial.changes.map { change in
        let number = Double(change.value).map { JSONValue.number($0) }
        let whole = Int(change.value).map { JSONValue.integer($0) }
        return .init(change.name, whole ?? number ?? .string(change.value))
      })
  }

  private func start(_ trial: OneTrial, resumedFrom epoch: Int) -> JSONValue {
    .object([
      .init("event", "start"), .init("schema", 1), .init("trial", .string(call.path)),
      .init("seed", .string("\(call.options.seed ?? settings.seed)")),
      .init("params", settingsValue(trial)), .init("resumed_from", .integer(epoch)),
    ])
  }

  private func line(of record: EpochRecord) -> JSONValue {
    let number = { (value: Double?) -> JSONValue in value.map { .number($0) } ?? .null }
    return .object([
      .init("event", "epoch"), .init("epoch", .integer(record.epoch)),
      .init("step", .integer(record.step)), .init("loss", .number(record.dataLoss)),
      .init("accuracy", number(record.accuracy)),
      .init("val_loss", number(record.validationDataLoss)),
      .init("val_accuracy", number(record.validationAccuracy)),
      .init("val_error", number(record.validationAccuracy.map { 1 - $0 })),
      .init("lr", .number(record.learningRate)), .init("secs", .number(clock.seconds)),
    ])
  }

  private func state(_ trial: OneTrial, _ record: EpochRecord) -> JSONValue {
    .object([
      .init("schema", 1), .init("epoch", .integer(record.epoch)),
      .init("step", .integer(record.step)), .init("params", settingsValue(trial)),
      .init("seed", .string("\(call.options.seed ?? settings.seed)")),
      .init("loss", .number(record.dataLoss)),
      .init("val_loss", record.validationDataLoss.map { .number($0) } ?? .null),
    ])
  }

  /// A number with six digits behind the point, for patterns that know no exponent.
  private static func fixed(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e12 else { return "nan" }
    let millionths = Int((number.magnitude * 1e6).rounded())
    let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    return "\(number < 0 ? "-" : "")\(whole).\(String(1_000_000 + rest).dropFirst())"
  }
}
