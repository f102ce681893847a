import Networks
import TensorEngine
import Testing

@Suite("Settings are declared once")
struct SettingTests {
  /// Settings of a training with one setting changed, named in the report.
  private struct Change {
    let name: String
    let settings: TrainingSettings
  }

  /// A change of each declared setting of a training.
  private static let changes: [Change] = TrainingSettings.settings.compactMap { setting in
    var settings = TrainingSettings.usual
    switch setting.name {
    case TrainingSetting.optimizer.name: settings.optimizer = .adam(Adam(learningRate: 0.01))
    case TrainingSetting.schedule.name: settings.rateControl = .plateau(Plateau())
    case TrainingSetting.loss.name: settings.loss = .hinge
    case TrainingSetting.classWeight.name: settings.classWeights = .given([1, 5])
    case TrainingSetting.stop.name:
      settings.earlyStopping = EarlyStopping(patience: 3)
      settings.targets = [StoppingTarget([.init(.accuracy, 0.9)])]
    default:
      guard setting.change(&settings) else { return nil }
    }
    return Change(name: setting.name, settings: settings)
  }

  /// The stored properties of a value, as text.
  private func properties(of value: Any) -> [String: String] {
    Dictionary(
      Mirror(reflecting: value).children.map { ($0.label ?? "", "\($0.value)") },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("every stored property of a training's settings is a declared one, but for the seed")
  func properties() {
    let usual = properties(of: TrainingSettings.usual)
    var changed: Set<String> = []
    for change in Self.changes {
      let properties = properties(of: change.settings)
      let names = properties.keys.filter { properties[$0] != usual[$0] }
      #expect(!names.isEmpty, "\(change.name)")
      changed.formUnion(names)
    }
    #expect(changed == Set(usual.keys).subtracting(["seed"]))
    #expect(Self.changes.map(\.name) == TrainingSettings.settings.map(\.name))
  }

  @Test("a declared setting that is not as usual is among those that are typed")
  func written() {
    for change in Self.changes {
      #expect(change.settings.written.contains { $0.name == change.name }, "\(change.name)")
    }
    #expect(
      TrainingSettings.usual.written.map(\.name) == ["epochs", "batch", "optimizer", "rate"])
  }

  @Test("every declared setting of a training comes back from a file")
  func files() throws {
    let network = try Samples.network([2], seed: 1, [Dense(units: 1)])
    for change in Self.changes {
      let document = NetworkDocument(network: network, settings: change.settings)
      let read = try NetworkDocument(reading: document.encoded())
      #expect(read.settings == change.settings, "\(change.name)")
    }
  }

  @Test("every declared setting of every optimizer comes back from a file")
  func optimizers() throws {
    let network = try Samples.network([2], seed: 1, [Dense(units: 1)])
    for kind in Optimizer.Kind.allCases {
      for (name, optimizer) in Self.optimizers(changing: kind.optimizer()) {
        #expect(optimizer != kind.optimizer(), "\(kind) \(name)")
        #expect(optimizer.written.map(\.name) == [name])
        let document = NetworkDocument(
          network: network, settings: TrainingSettings(optimizer: optimizer))
        let read = try NetworkDocument(reading: document.encoded())
        #expect(read.settings?.optimizer == optimizer, "\(kind) \(name)")
      }
    }
  }

  /// Each setting of an optimizer's own, changed alone.
  private static func optimizers(changing optimizer: Optimizer) -> [(String, Optimizer)] {
    func rules<Rule: UpdateRule>(_ rule: Rule) -> [(String, any UpdateRule)] {
      Rule.settings.map { setting in
        var rule = rule
        #expect(setting.change(&rule), "\(setting.name)")
        return (setting.name, rule)
      }
    }
    return rules(optimizer.rule).map { name, rule in
      var changed = optimizer
      changed.change { $0 = rule }
      return (name, changed)
    }
  }

  /// Everything that declares its settings, with settings that are accepted.
  private static let all: [any Configured] =
    Optimizer.Kind.allCases.map { $0.optimizer().rule }
    + RateCurve.Kind.allCases.filter { $0 != .piecewise }.map { $0.curve.formula }
    + [Plateau.usual, EarlyStopping.usual, TrainingSettings.usual]

  @Test("the engine accepts what the declared bounds contain, and nothing else")
  func bounds() {
    func check<Root: Configured>(_ root: Root) {
      for setting in Root.settings {
        for value in [-1, -1e-9, 0, 1e-9, 0.5, 1 - 1e-9, 1, 2, .infinity, .nan] {
          var root = root
          guard let bounds = setting.set(value, in: &root) else { continue }
          let error = Self.refusal(of: root)
          #expect(
            (error == nil) == bounds.contains(value), "\(Root.self) \(setting.name)=\(value)")
          guard let error else { continue }
          guard case .outOfRange(setting.name, bounds.valid, _) = error else {
            Issue.record("\(Root.self) \(setting.name)=\(value): \(error)")
            continue
          }
        }
      }
    }
    for root in Self.all { check(root) }
  }

  private static func refusal(of root: some Configured) -> EngineError? {
    do throws(EngineError) {
      try root.validate()
      return nil
    } catch { return error }
  }

  @Test("a whole number may be greater than what can be typed, up to what the engine bears")
  func counts() {
    #expect(Self.refusal(of: Plateau(patience: 1_000_000_000)) == nil)
    #expect(
      Self.refusal(of: Plateau(patience: 1_000_000_001))
        == .outOfRange(what: "patience", valid: "0 to 1000000000", actual: 1_000_000_001))
    #expect(
      Self.refusal(of: Plateau(cooldown: -1))
        == .outOfRange(what: "cooldown", valid: "0 to 1000000000", actual: -1))
    #expect(Self.refusal(of: EarlyStopping(patience: .max, startAfter: .max)) == nil)
    #expect(
      Self.refusal(of: TrainingSettings(epochs: 0, batchSize: .max, maximumSteps: .max)) == nil)
  }

  @Test("a refusal names the setting and its range")
  func refusals() {
    var smoothed = TrainingSettings()
    smoothed.labelSmoothing = 1
    var limited = TrainingSettings()
    limited.maxNorm = 0
    let cases: [(any Configured, String, String)] = [
      (Plateau(factor: 1), "factor", "more than 0 and less than 1"),
      (Plateau(minDelta: -1), "delta", "0 or more"),
      (Warmup(over: 1, from: 2), "from", "0 to 1"),
      (CosineRestarts(first: 1, timeFactor: 0.5), "t_mul", "1 or more"),
      (EarlyStopping(baseline: .infinity), "baseline", "a finite number"),
      (Adagrad(initialAccumulator: -1), "accumulator", "0 or more"),
      (AdamW(Adam(beta1: 1)), "beta1", "0 to less than 1"),
      (smoothed, "label_smoothing", "0 to less than 1"),
      (limited, "max_norm", "greater than 0"),
      (TrainingSettings(weightDecay: -1), "weight_decay", "0 or more"),
      (TrainingSettings(clipping: .globalNorm(0)), "global_clipnorm", "greater than 0"),
    ]
    for (root, name, range) in cases {
      guard case .outOfRange(name, range, _)? = Self.refusal(of: root) else {
        Issue.record("\(name) must be \(range): \(String(describing: Self.refusal(of: root)))")
        continue
      }
    }
  }
}

extension Setting {
  /// Sets a number, and returns what it has to be; nil for a setting of another kind.
  fileprivate func set(_ value: Double, in root: inout Root) -> Bounds? {
    switch place {
    case .number(let path, let bounds):
      root[keyPath: path] = value
      return bounds
    case .optionalNumber(let path, let bounds):
      root[keyPath: path] = value
      return bounds
    default: return nil
    }
  }

  /// Gives the setting a value that is allowed and not the usual one; false for one that has a
  /// reader of its own.
  func change(_ root: inout Root) -> Bool {
    switch place {
    case .number(let path, let bounds):
      guard let number = [0.25, 0.5, 2].first(where: { bounds.contains($0) }) else { return false }
      root[keyPath: path] = number
    case .optionalNumber(let path, let bounds):
      guard let number = [0.25, 0.5, 2].first(where: { bounds.contains($0) }) else { return false }
      root[keyPath: path] = number
    case .numbers(let path): root[keyPath: path] = [1, 2]
    case .count(let path, let range): root[keyPath: path] = range.lowerBound + 7
    case .optionalCount(let path, let range): root[keyPath: path] = range.lowerBound + 7
    case .countOrAll(let path, _): root[keyPath: path] = nil
    case .flag(let path): root[keyPath: path].toggle()
    case .monitor(let path): root[keyPath: path] = .accuracy
    case .choice(let choice):
      guard let word = choice.words.first(where: { $0 != choice.word(root) }) else { return false }
      choice.choose(&root, word)
    case .initializer(let path): root[keyPath: path] = .constant(0.1)
    case .size(let path, _): root[keyPath: path] = WindowSize(3, 2)
    case .stride(let path): root[keyPath: path] = WindowSize(2)
    case .optionalStride(let path): root[keyPath: path] = WindowSize(2, 1)
    case .name(let path): root[keyPath: path] = "mine"
    case .written: return false
    }
    return true
  }
}
