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
    func changed<Rule: UpdateRule>(_ rule: Rule, _ make: (Rule) -> Optimizer)
      -> [(String, Optimizer)]
    {
      Rule.settings.map { setting in
        var rule = rule
        #expect(setting.change(&rule), "\(setting.name)")
        return (setting.name, make(rule))
      }
    }
    return switch optimizer {
    case .sgd(let rule): changed(rule) { .sgd($0) }
    case .rmsprop(let rule): changed(rule) { .rmsprop($0) }
    case .adam(let rule): changed(rule) { .adam($0) }
    case .adamw(let rule): changed(rule) { .adamw($0) }
    case .adagrad(let rule): changed(rule) { .adagrad($0) }
    case .adadelta(let rule): changed(rule) { .adadelta($0) }
    case .nadam(let rule): changed(rule) { .nadam($0) }
    }
  }

  @Test("the engine accepts what the declared bounds of an optimizer contain, and nothing else")
  func bounds() {
    func check<Rule: UpdateRule>(_ rule: Rule) {
      for setting in Rule.settings {
        guard case .number(let path, let bounds) = setting.place else { continue }
        for value in [-1, -1e-9, 0, 1e-9, 0.5, 1 - 1e-9, 1, 2, .infinity, .nan] {
          var rule = rule
          rule[keyPath: path] = value
          let isAccepted = (try? rule.validate()) != nil
          #expect(isAccepted == bounds.contains(value), "\(Rule.self) \(setting.name)=\(value)")
        }
      }
    }
    for kind in Optimizer.Kind.allCases { check(kind.optimizer().rule) }
  }
}

extension Setting {
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
