import Commands
import Formulas
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// Reads `grid rate=0.01,0.1 batch=16,32 folds=5`, what stands behind `search` and behind `plan`.
struct SearchReader {
  static let mostValues = 1000
  private static let mostCombinations = 1e18

  private let execution: Execution
  private let arguments: Arguments
  private let method: SearchMethod
  private let data: DataInHand

  /// Reads the method and looks for the data.
  init(_ execution: Execution, _ arguments: Arguments) throws(Diagnostic) {
    self.execution = execution
    self.arguments = arguments
    let words = SearchMethod.allCases.map(\.rawValue)
    let verb = arguments.definition.verb
    let value = try arguments.value(
      0, orSay: "\(verb) needs to know how: \(verb) grid rate=0.01,0.1")
    let word = try arguments.word(value, among: words, what: "search")
    guard let method = SearchMethod(rawValue: word) else {
      throw Wording.unknownWord(word, what: "search", among: words, at: value.range)
    }
    self.method = method
    try arguments.expect(atMost: 1)
    data = try execution.data(for: arguments)
    if let option = arguments.given(SearchOptions.trials), !method.takesTrials {
      throw Diagnostic(
        "\(method.rawValue) has no number of trials", at: option.range,
        hints: ["search random trials=20 draws so many"])
    }
    if let option = arguments.given(SearchOptions.factor), method != .hyperband {
      throw Diagnostic(
        "\(method.rawValue) trains every setting to its end", at: option.range,
        hints: ["search hyperband factor=3 gives two of three up early"])
    }
    if let option = arguments.given(SearchOptions.parallel), method != .bayes {
      throw Diagnostic(
        "\(method.rawValue) proposes nothing by what it has seen", at: option.range,
        hints: ["search bayes parallel=4 chooses four settings at once"])
    }
  }

  /// The line with all that it needs.
  func line() throws(Diagnostic) -> SearchLine {
    let hand = try execution.network(for: arguments, fitting: data)
    let earlier = try earlierStudy(hand)
    var start = earlier?.start ?? hand
    if earlier == nil {
      start.network.initialize(seed: start.network.seed, pool: execution.settings.pool)
      start.history = History()
      start.settings = start.settings ?? TrainingSettings()
    }
    let maker = try VariantMaker(start, data, execution, arguments)
    let (fixed, varied) = try parted(earlier)
    try checkCounts(of: varied)
    let reader = SearchedSettingReader(maker, fixed: fixed, draws: method.draws, arguments)
    var settings: [SearchedSetting] = []
    for option in varied { settings.append(try reader.setting(option)) }
    var round = method == .manual ? try typed(maker) : []
    if method == .local, let earlier {
      round = earlier.bestOptions(at: arguments.command.range)
      if settings.isEmpty { settings = try reader.finer(earlier, round: round) }
    }
    let space = SearchSpace(settings.map(\.axis))
    let brackets = method == .hyperband ? try self.brackets(maker, fixed: fixed) : nil
    let wished = try arguments.valueOrUsual(of: SearchOptions.trials)
    let trials =
      switch method {
      case .manual: 1
      case .grid: space.count ?? 1
      case .hyperband: brackets?.trials ?? 1
      case .random, .bayes, .local: min(wished, space.count ?? wished)
      }
    return SearchLine(
      method: method, parallel: try arguments.valueOrUsual(of: SearchOptions.parallel),
      brackets: brackets, data: data,
      start: start, settings: settings, fixed: fixed, round: round,
      trials: trials, study: try study(earlier), earlier: earlier, seed: execution.state.seed,
      maker: maker)
  }

  /// The study that `local` and `manual` go on with; nil where a new one begins.
  private func earlierStudy(_ hand: NetworkInHand) throws(Diagnostic) -> StudyInHand? {
    guard method.goesOn else { return nil }
    if let study = execution.state.study, study.isOn(data), study.isOf(hand),
      study.seed == execution.state.seed
    {
      if method == .local, study.study.best == nil {
        throw Diagnostic(
          "every trial of the search failed, so there is no best one", at: arguments.command.range,
          hints: ["search random rate=0.0001..1 log begins anew"])
      }
      return study
    }
    if method == .manual { return nil }
    throw Diagnostic(
      execution.state.study == nil
        ? "search local goes on from the best trial, and nothing has been searched yet"
        : "search local goes on from the best trial, and that is of other data or another network",
      at: arguments.command.range, hints: ["search random rate=0.0001..1 log begins anew"])
  }

  /// What is said of all trials, and what differs between them.
  private func parted(
    _ earlier: StudyInHand?
  ) throws(Diagnostic) -> (fixed: [Option], varied: [Option]) {
    let options = arguments.command.options.filter {
      SearchOptions.areSettings($0.name.text)
    }
    var (fixed, varied): ([Option], [Option]) = ([], [])
    switch method {
    case .manual:
      guard !options.isEmpty else {
        throw Diagnostic(
          "search manual needs a setting: search manual rate=0.02", at: arguments.command.range)
      }
      if let several = options.first(where: { $0.isSeveral }) {
        throw Diagnostic(
          "search manual tries one setting, and this is several values", at: several.range,
          hints: ["search grid \(several.formatted) tries each of them"])
      }
    case .local:
      varied = options
      if let single = options.first(where: { !$0.isSeveral }) {
        throw Diagnostic(
          "search local needs a range here", at: single.range,
          hints: ["search local \(single.name.text)=LOW..HIGH, or without any: they shrink"])
      }
    case .grid, .random, .bayes, .hyperband:
      fixed = options.filter { !$0.isSeveral }
      varied = options.filter(\.isSeveral)
      guard !varied.isEmpty else {
        throw Diagnostic(
          "nothing differs between the trials", at: arguments.command.range,
          hints: [
            "search \(method.rawValue) rate=\(method == .grid ? "0.01,0.1" : "0.0001..1 log")"
          ])
      }
    }
    let kept = earlier?.fixed.map { $0.placed(at: arguments.command.range) } ?? []
    return (kept + fixed.map(resolved), varied)
  }

  /// What Hyperband trains for how long.
  private func brackets(
    _ maker: VariantMaker, fixed: [Option]
  ) throws(Diagnostic) -> HyperbandBrackets {
    let name = TrainingSetting.epochs.name
    if let option = arguments.command.option(name), option.isSeveral {
      throw Diagnostic(
        "the epochs of hyperband are one number, the most of a setting", at: option.range,
        hints: ["search hyperband rate=0.0001..1 log epochs=81"])
    }
    let settings = try maker.network(changing: [], also: fixed).variant.settings
    var isPlateau = false
    if case .plateau? = settings.rateControl { isPlateau = true }
    guard settings.earlyStopping == nil, settings.targets.isEmpty, settings.maximumSteps == nil,
      !isPlateau
    else {
      throw Diagnostic(
        "hyperband breaks trainings off and goes on with them, and stop=, steps= and plateau don't",
        at: arguments.command.range, hints: ["train epochs=1 without them, and search again"])
    }
    return HyperbandBrackets(
      epochs: settings.epochs, factor: try arguments.valueOrUsual(of: SearchOptions.factor))
  }

  /// Refuses more values of a setting, or more combinations, than can be gone through.
  private func checkCounts(of varied: [Option]) throws(Diagnostic) {
    var combinations = 1.0
    for option in varied where method == .grid || option.values.count > 1 {
      let count = try arguments.expanded(option.values).count
      guard count <= Self.mostValues else {
        throw Diagnostic("a setting has at most 1,000 values", at: option.range)
      }
      combinations *= Double(count)
    }
    if method == .grid, combinations > Self.mostCombinations {
      throw Diagnostic(
        "these are more combinations than can be counted", at: arguments.command.range,
        hints: ["search random tries some of them"])
    }
  }

  /// What the student typed of a trial.
  private func typed(_ maker: VariantMaker) throws(Diagnostic) -> [Option] {
    let options = arguments.command.options
      .filter { SearchOptions.areSettings($0.name.text) }.map(resolved)
    // A value that can't be read is a mistake; a network that can't be built is a trial.
    _ = try maker.network(changing: options)
    return options
  }

  private func resolved(_ option: Option) -> Option {
    Option(
      name: option.name, values: option.values.map { arguments.resolved($0) }, range: option.range)
  }

  /// An empty study as it is asked for, or the one to go on with.
  private func study(_ earlier: StudyInHand?) throws(Diagnostic) -> SearchStudy {
    if let earlier {
      for option in [SearchOptions.folds.name, SearchOptions.repeats.name, SearchOptions.by.name] {
        guard let given = arguments.command.option(option) else { continue }
        throw Diagnostic(
          "\(option)= is said where a search begins, and this goes on with one", at: given.range,
          hints: ["search grid and search random begin anew"])
      }
      return earlier.study
    }
    let criterion =
      try CriterionReader.criterion(SearchOptions.by, for: data, arguments)
      ?? (data.isClassification ? .error : .loss)
    if criterion == .loss, let losses = arguments.command.option("loss"), losses.isSeveral {
      throw Diagnostic(
        "values of different losses don't compare", at: losses.range,
        hints: ["by=\(data.isClassification ? "error" : "mse") judges all trials alike"])
    }
    return SearchStudy(
      by: criterion,
      folds: try arguments.value(of: SearchOptions.folds),
      repeats: try arguments.valueOrUsual(of: SearchOptions.repeats))
  }
}

extension Option {
  /// Whether it stands for several values.
  fileprivate var isSeveral: Bool {
    if values.count > 1 { return true }
    if case .range? = values.first?.kind { return true }
    return false
  }

  /// The same option without a place of its own, to be kept beyond its line.
  var kept: Option {
    Option(
      name: Name(name.text, range: SourceRange(0, 0)), values: values.map(\.withoutRanges),
      range: SourceRange(0, 0))
  }

  /// The same option in another line, which errors point at.
  func placed(at range: SourceRange) -> Option {
    Option(
      name: Name(name.text, range: range), values: values.map { Expression($0.kind, range: range) },
      range: range)
  }
}

extension StudyInHand {
  /// What is different about the best trial; nothing where all failed.
  func bestOptions(at range: SourceRange) -> [Option] {
    guard let best = study.best else { return [] }
    return options[best.number - 1].map { $0.placed(at: range) }
  }
}

extension Arguments {
  /// A value that stays what it is whatever names of the student's are bound to later.
  func resolved(_ value: Expression) -> Expression {
    if case .percent = value.kind { return value }
    if let number = try? evaluator.number(value) {
      return Expression(.number(number), range: value.range)
    }
    if case .word = value.kind, let word = text(of: value) {
      return Expression(.word(word), range: value.range)
    }
    return value
  }
}
