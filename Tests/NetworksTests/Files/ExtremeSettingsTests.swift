import JSON
import Networks
import TensorEngine
import Testing

/// What a file says is believed no more than what a student types: every number of it is set to
/// values that no one would save.
@Suite("Extreme settings in a network file")
struct ExtremeSettingsTests {
  private static let extremes: [JSONValue] = [
    -1, 0, 1, 4097, .integer(1 << 40), .integer(.max), .integer(.min), .number(-0.5),
    .number(1e308),
    .number(-1e308), "nan", "inf", "", [], .null, true,
  ]

  @Test("of a layer are refused or taken, and never trap", arguments: LayerSample.all)
  func layers(sample: LayerSample) throws {
    let network = try Samples.network(sample.input, sample.layer, Dense(units: 2))
    let examples = try Samples.examples(sample.input, count: 3, .values(width: 2))
    try forEachChange(of: "architecture", in: NetworkDocument(network: network)) { document in
      guard document.network.inputShape == sample.input else { return }
      _ = try? document.network.predict(examples)
      _ = try? Trainer(
        network: document.network, examples: examples, trainingRows: [0, 1, 2],
        settings: TrainingSettings(loss: .meanSquaredError)
      ).run()
    }
  }

  @Test("of a training are refused or taken, and never trap", arguments: Optimizer.Kind.allCases)
  func trainings(kind: Optimizer.Kind) throws {
    let examples = try Samples.examples([2], count: 4, .values(width: 1))
    let settings = TrainingSettings(
      optimizer: kind.optimizer(), loss: .meanSquaredError,
      earlyStopping: EarlyStopping(monitor: .loss))
    var moment: TrainingControl.Moment?
    let result = try Trainer(
      network: try Samples.network([2], Dense(units: 1)), examples: examples,
      trainingRows: [0, 1, 2], validationRows: [3], settings: settings
    ).run(
      control: TrainingControl(keeps: {
        moment = $1()
        return true
      }))
    let document = NetworkDocument(
      network: result.network, history: result.history, settings: settings,
      preparation: Preparation(
        data: "d", scaling: Preparation.Scaling(kind: "standard", shift: [0.5], scale: [2])),
      run: moment?.run)
    for note in ["training", "tensors", "history", "settings", "preparation", "run"] {
      try forEachChange(of: note, in: document) { document in
        var settings = document.settings ?? settings
        settings.epochs = min(settings.epochs, 2)
        _ = try? Trainer(
          network: document.network, examples: examples, trainingRows: [0, 1, 2],
          validationRows: [3], settings: settings
        ).run()
        _ = try? Trainer(
          network: document.network, examples: examples, trainingRows: [0, 1, 2],
          validationRows: [3], settings: settings, unfinished: document.run
        ).run()
      }
    }
  }

  /// Reads the document once for each value of a note and each extreme in its place.
  private func forEachChange(
    of note: String, in document: NetworkDocument, _ body: (NetworkDocument) throws -> Void
  ) throws {
    let file = try Safetensors(reading: document.encoded())
    let text = try #require(file.note(note))
    let value = try JSONValue(reading: text.utf8)
    var count = 0
    for changed in Self.extremes.flatMap({ value.changes(to: $0) }) {
      let notes = file.metadata.map {
        $0.name == note ? Safetensors.Note(note, changed.text) : $0
      }
      count += 1
      let bytes = try Safetensors(tensors: file.tensors, metadata: notes).encoded()
      guard let read = try? NetworkDocument(reading: bytes) else { continue }
      try body(read)
    }
    #expect(count > 10)
  }
}

extension JSONValue {
  /// The value with each of its leaves replaced by another, one at a time.
  fileprivate func changes(to other: JSONValue) -> [JSONValue] {
    switch self {
    case .object(let members):
      members.indices.flatMap { index in
        members[index].value.changes(to: other).map { value in
          var changed = members
          changed[index].value = value
          return .object(changed)
        }
      }
    case .array(let values):
      values.indices.flatMap { index in
        values[index].changes(to: other).map { value in
          var changed = values
          changed[index] = value
          return .array(changed)
        }
      }
    default: [other]
    }
  }
}
