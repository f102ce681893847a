/// A setting, declared once: its name, what it takes, its default, what it does, and where it is
/// kept. What reads settings, refuses them, lists them in help, offers them and shows them asks the
/// declaration.
///
/// A class, since the checks before each of a search's trainings ask every declaration: what is only
/// read is pointed at, and its paths are not copied.
public final class Setting<Root: Sendable>: Sendable {
  /// A path that threads may share.
  public typealias Path<Value> = any WritableKeyPath<Root, Value> & Sendable

  /// Where a setting is kept, and what it takes.
  public enum Place: Sendable {
    /// A number within bounds.
    case number(Path<Double>, Bounds)
    /// A number, or nothing.
    case optionalNumber(Path<Double?>, Bounds)
    /// A list of numbers.
    case numbers(Path<[Double]>)
    /// A whole number.
    case count(Path<Int>, ClosedRange<Int>)
    /// A whole number, or nothing.
    case optionalCount(Path<Int?>, ClosedRange<Int>)
    /// A whole number; nil is the word `all`.
    case countOrAll(Path<Int?>, ClosedRange<Int>)
    /// Whether something is done.
    case flag(Path<Bool>)
    /// A quantity of an epoch that is watched.
    case monitor(Path<Monitor>)
    /// One of some words.
    case choice(WordChoice<Root>)
    /// How the first values of a parameter are drawn.
    case initializer(Path<Initializer>)
    /// The height and the width of a window: `3x3`; the example is a line that has one.
    case size(Path<WindowSize>, example: String)
    /// How far a window moves: `2`, or `2x1`.
    case stride(Path<WindowSize>)
    /// How far a window moves, or nothing.
    case optionalStride(Path<WindowSize?>)
    /// A name of the student's, or nothing.
    case name(Path<String?>)
    /// A value that has a reader of its own; the closure gives it as it is typed, nil where it is
    /// as usual.
    case written(@Sendable (Root) -> SettingValue?)
  }

  /// The name before the equals sign.
  public let name: String
  /// Where it is kept, and what it takes.
  public let place: Place
  /// How the default reads where the usual value does not say it.
  public let standard: String?
  /// What it does, in a few words; empty where its owner says it.
  public let meaning: String
  /// How help shows a value where the usual one would say little: "60" of a time that has to be
  /// given.
  public let example: String?
  /// What the engine takes of a whole number, where that is more than may be typed.
  public let engineRange: ClosedRange<Int>?
  /// Whether it can't be left out.
  public let isRequired: Bool
  /// Whether it is shown where it is as usual, too.
  public let isAlwaysShown: Bool
  /// How it stands without its name; nil for one that is typed as `name=value`.
  public let position: SettingPosition?
  /// What must hold for it to be given; nil for nothing.
  public let condition: SettingCondition<Root>?

  /// Declares a setting.
  public init(
    _ name: String, _ place: Place, standard: String? = nil, meaning: String = "",
    example: String? = nil, engineRange: ClosedRange<Int>? = nil, isRequired: Bool = false,
    isAlwaysShown: Bool = false, position: SettingPosition? = nil,
    condition: SettingCondition<Root>? = nil
  ) {
    self.name = name
    self.place = place
    self.standard = standard
    self.meaning = meaning
    self.example = example
    self.engineRange = engineRange
    self.isRequired = isRequired
    self.isAlwaysShown = isAlwaysShown || isRequired
    self.position = position
    self.condition = condition
  }

  /// What an error calls it.
  public var noun: String { position?.noun ?? name }

  /// The value as it is typed; nil for nothing.
  public func value(in root: Root) -> SettingValue? {
    switch place {
    case .number(let path, _): .number(root[keyPath: path])
    case .optionalNumber(let path, _): root[keyPath: path].map { .number($0) }
    case .numbers(let path): .numbers(root[keyPath: path])
    case .count(let path, _): .count(root[keyPath: path])
    case .optionalCount(let path, _): root[keyPath: path].map { .count($0) }
    case .countOrAll(let path, _): root[keyPath: path].map { .count($0) } ?? .word("all")
    case .flag(let path): .flag(root[keyPath: path])
    case .monitor(let path): .word(root[keyPath: path].rawValue)
    case .choice(let choice): .word(choice.word(root))
    case .initializer(let path): .word(root[keyPath: path].rawValue)
    case .size(let path, _): .word(root[keyPath: path].text)
    case .stride(let path): root[keyPath: path].settingValue
    case .optionalStride(let path): root[keyPath: path]?.settingValue
    case .name(let path): root[keyPath: path].map { .word($0) }
    case .written(let value): value(root)
    }
  }
}
