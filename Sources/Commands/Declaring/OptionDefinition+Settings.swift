package import Networks
import Workbench

extension OptionDefinition {
  /// The option that a setting is typed as.
  ///
  /// - Parameters:
  ///   - kind: What values it takes, for a setting that has a reader of its own.
  ///   - standard: How the default reads where it follows from something else.
  package init<Root: Configured>(
    _ setting: Setting<Root>, kind: Kind? = nil, standard: String? = nil
  ) {
    let usual = setting.value(in: Root.usual).map { SettingsText.text(of: $0) }
    self.init(
      name: setting.name, kind: kind ?? Kind(setting.place),
      standard: standard ?? setting.standard ?? usual, meaning: setting.meaning)
  }
}

extension OptionDefinition.Kind {
  fileprivate init<Root>(_ place: Setting<Root>.Place) {
    switch place {
    case .number(_, let bounds), .optionalNumber(_, let bounds): self = .number(bounds)
    case .count(_, let range), .optionalCount(_, let range): self = .count(range)
    case .countOrAll: self = .countOrAll
    case .flag: self = .yesOrNo
    case .monitor: self = .choice(Monitor.allCases.map(\.rawValue))
    case .choice(let choice): self = .choice(choice.words)
    case .initializer: self = .call(Initializer.words)
    case .size, .stride, .optionalStride: self = .size
    case .numbers, .name, .written: self = .word
    }
  }
}

extension CommandOption {
  /// The option that a setting with a reader of its own is typed as.
  package init<Root: Configured>(
    _ setting: Setting<Root>, _ kind: OptionDefinition.Kind, read: @escaping Read
  ) {
    self.init(OptionDefinition(setting, kind: kind), read: read)
  }
}
