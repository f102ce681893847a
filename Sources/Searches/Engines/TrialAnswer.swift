import JSON

/// A trial that is to be trained elsewhere.
struct TrialRequest {
  /// What is different about it, as names and values that would be typed.
  let settings: [(name: String, value: String)]
  /// To which epochs it is trained, and judged there; nil for its end alone.
  let epochs: [Int]?
  /// How many trainings it has.
  let fits: Int

  func message(_ id: Int) -> JSONValue {
    .object([
      .init("op", "trial"), .init("id", .integer(id)),
      .init(
        "settings", .array(settings.map { .array([.string($0.name), .string($0.value)]) })),
      .init("epochs", epochs.map { .array($0.map { .integer($0) }) } ?? .null),
    ])
  }
}

/// What came of a trial that was trained elsewhere.
struct TrialAnswer {
  /// What it had come to, up to where it failed.
  let stages: [TrialStage]
  /// Why it came to nothing; nil where it did not.
  let failure: String?
  /// Whether it could not be trained at all for that.
  let isRefused: Bool

  /// Why there is none: the machine is not fit for the trial.
  struct Fault: Error {
    let node: String
    let reason: String
  }

  /// Reads the event of a result.
  ///
  /// - Parameters:
  ///   - start: What the notebook above the search must come to there.
  ///   - fits: How many figures a stage has.
  init(_ event: JSONValue, start: String, fits: Int) throws(Fault) {
    let node = event["node"]?.string ?? "unknown"
    let final = event["final"]
    let status = final?["status"]?.string
    guard let final, status == "complete" || status == "failed" else {
      let code = if case .integer(let code)? = event["status"] { "\(code)" } else { "unknown" }
      let reason = final?["reason"]?.string ?? event["message"]?.string
      throw Fault(node: node, reason: reason ?? "the trial ended with status \(code)")
    }
    failure = status == "failed" ? final["reason"]?.string ?? "" : nil
    isRefused = final["refusal"] == .bool(true)
    guard isRefused || final["start"]?.string == start else {
      throw Fault(node: node, reason: "what stands above the search came to something else there")
    }
    guard case .array(let values)? = final["scores"] else {
      throw Fault(node: node, reason: "it said nothing that a trial says")
    }
    stages = values.compactMap { TrialStage($0) }
    let isWhole = stages.count == values.count && (failure != nil || !stages.isEmpty)
    guard isWhole, stages.allSatisfy({ $0.judged.count == fits }) else {
      throw Fault(node: node, reason: "it said nothing that a trial says")
    }
  }
}

extension JSONValue {
  /// The text that it is; nil for anything else.
  var string: String? { if case .string(let text) = self { text } else { nil } }
}
