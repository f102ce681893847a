import Language
import Networks
import Reports
import Workbench

/// Writes the checkpoints of a training between its epochs.
final class CheckpointKeeper {
  /// A checkpoint and what came of it.
  private struct Entry {
    let checkpoint: Checkpoint
    /// The best value so far.
    var best: Double?
    /// The epoch that is in the file, over the network's life.
    var epoch: Int?
  }

  private var entries: [Entry]
  private let state: SessionState
  private let files: WorkingFolder
  private let control: RunControl
  /// The network in hand as it is told of, with the epochs so far.
  private var hand: NetworkInHand
  private let settings: TrainingSettings
  /// The epochs of the run that were completed.
  private var epochs: Int
  /// Why a checkpoint could not be written.
  private(set) var failure: Diagnostic?

  /// - Parameters:
  ///   - hand: The network that is trained.
  ///   - unfinished: The run that the training goes on with, if it does.
  init(
    _ checkpoints: [Checkpoint], _ execution: Execution, _ hand: NetworkInHand,
    _ settings: TrainingSettings, after unfinished: UnfinishedRun?
  ) {
    entries = checkpoints.map { Entry(checkpoint: $0) }
    state = execution.state
    files = execution.settings.files
    control = execution.control
    self.hand = hand
    self.settings = settings.withoutBreak
    epochs = unfinished?.epochs ?? 0
    let earlier = Array(hand.history.records.suffix(epochs))
    for (index, entry) in entries.enumerated() {
      guard case .best(let monitor) = entry.checkpoint.occasion else { continue }
      entries[index].best = StopText.best(of: monitor, in: earlier)?.value
    }
  }

  var isNeeded: Bool { !entries.isEmpty }

  /// Refuses, before the first epoch, what the training does not measure and what can't be written.
  func check(_ trainer: Trainer) throws(Diagnostic) {
    for checkpoint in entries.map(\.checkpoint) {
      if case .best(let monitor) = checkpoint.occasion, !trainer.measures(monitor) {
        throw Wording.unmeasured(monitor, by: "best watches", at: checkpoint.range)
      }
      do throws(FileError) {
        try files.checkSaving(checkpoint.path)
      } catch {
        throw Wording.diagnostic(for: error, at: checkpoint.range)
      }
      guard !checkpoint.overwrites, let old = files.contentToReplace(at: checkpoint.path) else {
        continue
      }
      guard NetworkDocument.isCheckpoint(old) else {
        files.memory?.refuseRecording()
        throw Diagnostic(
          "\(checkpoint.path) is there already, and is no checkpoint", at: checkpoint.range,
          hints: ["every(1, \(checkpoint.path), overwrite=yes) writes over it"])
      }
    }
  }

  /// Writes what has to be written after an epoch.
  /// - Returns: Whether the training may go on.
  func keep(_ record: EpochRecord, _ moment: () -> TrainingControl.Moment) -> Bool {
    epochs += 1
    hand.history.records.append(record)
    let wanted = entries.indices.filter { isWanted($0, record) }
    guard !wanted.isEmpty else { return true }
    let moment = moment()
    var copy = hand
    copy.network = moment.network
    copy.settings = settings
    var document = SavedNetwork.document(of: copy, in: state)
    document.run = moment.run
    for index in wanted {
      do throws(Diagnostic) {
        // The epoch is one that is kept, and so is its file.
        try control.keeping { () throws(Diagnostic) in
          try write(document, entries[index].checkpoint)
        }
        entries[index].epoch = record.epoch
      } catch {
        failure = Diagnostic(
          error.message, at: error.range,
          hints: error.hints + [
            "it was to be written after epoch \(record.epoch); the network is as it was before"
          ])
        return false
      }
    }
    return true
  }

  private func isWanted(_ index: Int, _ record: EpochRecord) -> Bool {
    switch entries[index].checkpoint.occasion {
    case .every(let count): return epochs % count == 0
    case .best(let monitor):
      guard let value = monitor.value(of: record) else { return false }
      if let best = entries[index].best, !monitor.isBetter(value, than: best) { return false }
      entries[index].best = value
      return true
    }
  }

  private func write(
    _ document: NetworkDocument, _ checkpoint: Checkpoint
  ) throws(Diagnostic) {
    let bytes: [UInt8]
    do throws(NetworkFileError) {
      bytes = try document.encoded()
    } catch {
      throw Wording.diagnostic(for: error, file: checkpoint.path, at: checkpoint.range)
    }
    do throws(FileError) {
      // A replay keeps it in memory, and says the same.
      _ = try files.save(bytes, to: checkpoint.path)
    } catch {
      throw Wording.diagnostic(for: error, at: checkpoint.range)
    }
  }

  /// What came of each checkpoint.
  var reports: [CheckpointReport] {
    entries.map { entry in
      CheckpointReport(path: entry.checkpoint.path, outcome(of: entry))
    }
  }

  private func outcome(of entry: Entry) -> CheckpointReport.Kept {
    switch (entry.checkpoint.occasion, entry.epoch) {
    case (.every, let epoch?): return .saved(epoch: epoch)
    case (.every(let count), nil): return .tooShort(every: count)
    case (.best, nil): return .nothingBetter
    case (.best(let monitor), let epoch?):
      return entry.best.map { .savedBest(epoch: epoch, monitor, $0) } ?? .saved(epoch: epoch)
    }
  }
}

extension TrainingSettings {
  /// The settings without the step at which a run was broken off.
  fileprivate var withoutBreak: TrainingSettings {
    var settings = self
    settings.maximumSteps = nil
    return settings
  }
}
