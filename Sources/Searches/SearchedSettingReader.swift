import Charts
import Commands
import Formulas
import Language
import Networks
import Tuning
import Workbench

/// Reads what one setting of a search may be: `0.01,0.1`, `4..64`, `0.0001..1 log`.
struct SearchedSettingReader {
  private let maker: VariantMaker
  private let fixed: [Option]
  private let draws: Bool
  private let arguments: Arguments

  /// - Parameter draws: Whether numbers may be drawn from the whole of a range.
  init(_ maker: VariantMaker, fixed: [Option], draws: Bool, _ arguments: Arguments) {
    self.maker = maker
    self.fixed = fixed
    self.draws = draws
    self.arguments = arguments
  }

  /// A setting with all it may be, each value read once so that none can fail by itself later.
  ///
  /// - Throws: A `Diagnostic` for a value that can't be read, or that is there twice.
  func setting(_ option: Option) throws(Diagnostic) -> SearchedSetting {
    if draws, option.values.count == 1, case .range(let range) = option.values[0].kind,
      range.isOpen
    {
      return try span(option, range)
    }
    let values = try arguments.expanded(option.values).map { arguments.resolved($0) }
    guard values.count <= SearchReader.mostValues else {
      throw Diagnostic("a setting has at most 1,000 values", at: option.range)
    }
    if !draws, values.count == 1, option.values.count == 1, case .range = option.values[0].kind {
      throw Diagnostic(
        "a grid takes some numbers of a range, and this is all of them", at: option.range,
        hints: ["\(option.name.text)=\(option.values[0].formatted) log 5, or by a step"])
    }
    var seen: Set<Expression> = []
    for value in values {
      guard seen.insert(value.withoutRanges).inserted else {
        throw Diagnostic("\(option.name.text) has this value twice", at: value.range)
      }
      try check(option.name, value)
    }
    return SearchedSetting(option.name, .choices(values.count), choices: values)
  }

  private func check(_ name: Name, _ value: Expression) throws(Diagnostic) {
    _ = try maker.network(
      changing: [Option(name: name, values: [value], range: name.range.union(value.range))],
      also: fixed)
  }

  /// All numbers between two ends.
  private func span(_ option: Option, _ range: ValueRange) throws(Diagnostic) -> SearchedSetting {
    let name = option.name
    let isLogarithmic = range.step != .none
    if isLogarithmic { _ = try arguments.evaluator.numbers(in: range) }
    let (low, high) = (
      try arguments.evaluator.number(range.from), try arguments.evaluator.number(range.to)
    )
    guard low < high else {
      throw Diagnostic(
        "a range goes up, from a lower number to a higher one", at: option.range)
    }
    switch kind(of: name, low, high) {
    case .whole:
      let ends = try whole(name, range.from)...(try whole(name, range.to))
      for end in [range.from, range.to] { try check(name, end) }
      return SearchedSetting(name, .wholeNumbers(ends, isLogarithmic: isLogarithmic))
    case .real:
      for end in [range.from, range.to] { try check(name, end) }
      return SearchedSetting(name, .numbers(low...high, isLogarithmic: isLogarithmic))
    case .word:
      throw Diagnostic(
        "\(name.text) is no number, so it has no range", at: option.range,
        hints: ["its values stand beside each other: \(name.text)=a,b"])
    }
  }

  private enum NumberKind { case whole, real, word }

  /// What values a setting takes. A part of a schedule is whole where a half is refused.
  private func kind(of name: Name, _ low: Double, _ high: Double) -> NumberKind {
    let key = OptionKey(name)
    guard let definition = VariantMaker.settings.first(where: { $0.takes(key) }) else {
      return .word
    }
    if !key.path.isEmpty {
      let isWhole = low == low.rounded() && high == high.rounded()
      let half = Expression(.number(low + 0.5), range: name.range)
      return isWhole && (try? check(name, half)) == nil ? .whole : .real
    }
    switch definition.kind {
    case .count, .countOrAll: return .whole
    case .number, .fraction: return .real
    case .size, .yesOrNo, .choice, .word, .call, .address: return .word
    }
  }

  private func whole(_ name: Name, _ end: Expression) throws(Diagnostic) -> Int {
    guard let number = Int(exactly: try arguments.evaluator.number(end)) else {
      throw Diagnostic("\(name.text) is a whole number", at: end.range)
    }
    return number
  }

  /// What the settings of a study may be in a finer search round its best trial: a third of what
  /// they were, and of a list of numbers what lies between the neighbours of the best. Words stay as
  /// they are in the best trial.
  ///
  /// - Throws: A `Diagnostic` where all of them are words.
  func finer(_ study: StudyInHand, round: [Option]) throws(Diagnostic) -> [SearchedSetting] {
    var settings: [SearchedSetting] = []
    for setting in study.settings {
      let best = round.first { $0.name.text == setting.name.text }?.values.first
        .flatMap { try? arguments.evaluator.number($0) }
      let name = Name(setting.name.text, range: arguments.command.range)
      if let best, !setting.range.holds(best) {
        throw Diagnostic(
          "the best trial has \(name.text)=\(NumberText.significant(best, digits: 4)), which is "
            + "outside of the last search", at: arguments.command.range,
          hints: ["search local \(name.text)=LOW..HIGH says where to search"])
      }
      if setting.choices.isEmpty {
        settings.append(
          SearchedSetting(name, best.map { setting.range.shrunk(around: $0) } ?? setting.range))
        continue
      }
      let numbers = setting.choices.compactMap { $0.number }
      guard numbers.count == setting.choices.count, let best else { continue }
      let kind = kind(of: name, numbers.min() ?? best, numbers.max() ?? best)
      let range = SearchRange.between(
        neighboursOf: best, in: numbers, areWhole: kind == .whole)
      if let range { settings.append(SearchedSetting(name, range)) }
    }
    guard !settings.isEmpty else {
      throw Diagnostic(
        "no setting of the last search is a number that could be searched more finely",
        at: arguments.command.range, hints: ["search local rate=0.003..0.03 log says a range"])
    }
    return settings
  }
}

extension ValueRange {
  /// Whether it stands for all numbers between its ends, and not for some of them.
  fileprivate var isOpen: Bool {
    switch step {
    case .none, .logarithmic(nil): true
    case .by, .logarithmic: false
    }
  }
}
