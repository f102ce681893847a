import Language
package import Networks
package import TensorEngine
import Tuning
import Workbench

extension OneTrial {
  /// Trains it, from the beginning or from a checkpoint.
  ///
  /// - Parameters:
  ///   - checkpoint: The bytes of a checkpoint of the same settings; nil to begin.
  ///   - onBegin: Told after which epoch it begins, before the first step.
  ///   - onEpoch: Told of every epoch, with what going on from there needs; false ends the training.
  package func run(
    from checkpoint: [UInt8]?, pool: ThreadPool, isInterrupted: @escaping () -> Bool,
    onBegin: (Int) -> Void, onEpoch: @escaping (EpochRecord, [UInt8]) -> Bool
  ) throws(Refusal) -> Result {
    var hand = start
    var unfinished: UnfinishedRun?
    if let checkpoint { (hand, unfinished) = try restored(from: checkpoint) }
    onBegin(unfinished?.epochs ?? 0)
    hand.learn(from: data)
    let trainer = Trainer(
      network: hand.network, examples: data.examples, trainingRows: data.rows(of: .training),
      validationRows: data.rows(of: .validation), settings: settings, unfinished: unfinished,
      pool: pool)
    var story = hand
    let control = TrainingControl(
      isInterrupted: isInterrupted,
      keeps: { record, moment in
        story.history.records.append(record)
        let moment = moment()
        var copy = story
        copy.network = moment.network
        copy.settings = self.settings
        var document = SavedNetwork.document(of: copy, in: self.state)
        document.run = moment.run
        return onEpoch(record, (try? document.encoded()) ?? [])
      })
    let result: TrainingResult
    do throws(NetworkError) {
      result = try trainer.run(control: control)
    } catch {
      throw .infeasible(
        Wording.diagnostic(for: error, in: nil, at: SourceRange(0, 0)).message)
    }
    return try summary(of: result, story.history, pool)
  }

  private func restored(
    from bytes: [UInt8]
  ) throws(Refusal) -> (NetworkInHand, UnfinishedRun) {
    let document: NetworkDocument
    do throws(NetworkFileError) {
      document = try NetworkDocument(reading: bytes)
    } catch {
      throw .checkpoint(
        Wording.diagnostic(for: error, file: "the checkpoint", at: SourceRange(0, 0)).message)
    }
    var theirs = document.settings
    theirs?.epochs = settings.epochs
    guard let run = document.run, theirs == settings,
      document.network.summaries.map(\.text) == start.network.summaries.map(\.text)
    else {
      throw .checkpoint("the checkpoint is of other settings, or of another notebook")
    }
    return (
      NetworkInHand(
        network: document.network, history: document.history, settings: settings,
        preparation: document.preparation), run
    )
  }

  private func summary(
    of result: TrainingResult, _ history: History, _ pool: ThreadPool
  ) throws(Refusal) -> Result {
    let (network, rows) = (result.network, data.rows(of: .validation))
    let objective: Double?
    do throws(NetworkError) {
      let evaluation = try network.evaluate(data.examples, rows: rows, pool: pool)
      var hand = start
      hand.network = network
      objective = try criterion.value(
        of: network, evaluation, on: data.examples, rows: rows,
        positive: data.positiveClass(for: hand), pool: pool)
    } catch {
      throw .infeasible(
        Wording.diagnostic(for: error, in: nil, at: SourceRange(0, 0)).message)
    }
    var isStopped = false
    if case .interrupted = result.outcome { isStopped = true }
    let judged = history.records.filter { $0.validationDataLoss != nil }
    let best = judged.min { $0.validationDataLoss ?? 0 < $1.validationDataLoss ?? 0 }
    let bytes = try? Safetensors(tensors: network.namedParameters).encoded()
    return Result(
      wasStopped: isStopped, objective: objective, epochs: history.records.count,
      bestEpoch: result.restoredEpoch ?? best?.epoch,
      weights: bytes.flatMap { ContentDigest(ofFile: $0) }?.hexadecimal ?? "")
  }
}
