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

  let execution: Execution
  let arguments: Arguments
  let method: SearchMethod
  private let data: DataInHand
  let stop: SearchStop

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
    stop = try Self.stop(arguments)
    try refuseMisplaced()
  }

  /// Refuses options that say nothing behind this method.
  private func refuseMisplaced() throws(Diagnostic) {
    let name = method.rawValue
    if let option = arguments.given(SearchOptions.trials), method == .manual {
      throw Diagnostic(
        "\(name) has no number of trials", at: option.range,
        hints: ["search random trials=20 draws so many"])
    }
    if let option = arguments.given(SearchOptions.factor), method != .hyperband, stop != .halving {
      throw Diagnostic(
        "\(name) trains every setting to its end", at: option.range,
        hints: ["search hyperband factor=3 gives two of three up early"])
    }
    try refuseSampler()
    if let option = arguments.given(SearchOptions.parallel), method != .bayes, stop != .median {
      throw Diagnostic(
        "\(name) proposes nothing by what it has seen", at: option.range,
        hints: ["search bayes parallel=4 chooses four settings at once"])
    }
    guard stop != .never, let option = arguments.command.option(SearchOptions.stopName) else {
      return
    }
    if method == .manual {
      throw Diagnostic(
        "search manual trains one setting to its end", at: option.range,
        hints: ["search random rate=0.0001..1 log stop=median gives some up early"])
    }
    if method == .hyperband {
      throw Diagnostic(
        "hyperband has its own way to give settings up", at: option.range,
        hints: ["factor=3 says how many: all but one of three"])
    }
    if method == .bayes, stop == .halving {
      throw Diagnostic(
        "bayes learns from trials one after the other, and halving has all of them at once",
        at: option.range, hints: ["stop=median gives some up all the same"])
    }
  }

  /// Refuses what can't propose the settings of this method.
  private func refuseSampler() throws(Diagnostic) {
    guard let option = arguments.given(SearchOptions.sampler),
      let sampler = try arguments.value(of: SearchOptions.sampler)
    else { return }
    switch (method, sampler) {
    case (.bayes, .tpe), (.bayes, .gp), (.hyperband, .random), (.hyperband, .tpe): return
    case (.bayes, .random):
      throw Diagnostic(
        "bayes proposes by what it has seen, and chance goes by nothing", at: option.range,
        hints: ["search random draws by chance"])
    case (.hyperband, .gp):
      throw Diagnostic(
        "hyperband's trials end after different epochs, and a Gaussian process takes what they come "
          + "to for one measure", at: option.range,
        hints: ["sampler=tpe goes first by who came further, and then by how well"])
    case (.grid, _), (.random, _), (.local, _), (.manual, _):
      throw Diagnostic(
        "\(method.rawValue) proposes nothing by what it has seen", at: option.range,
        hints: ["search bayes sampler=gp does"])
    }
  }

  /// How trials are given up, which stands where else is said how a training ends.
  private static func stop(_ arguments: Arguments) throws(Diagnostic) -> SearchStop {
    guard let option = arguments.command.option(SearchOptions.stopName) else { return .never }
    for value in option.values {
      guard let word = value.text, word != StopReader.earlyName else { continue }
      guard let stop = SearchStop(rawValue: word) else {
        let known = SearchStop.allCases.map(\.rawValue) + [StopReader.earlyName]
        throw Diagnostic(
          "stop takes median, halving, early(patience=10), target(validation_accuracy=90%) or never",
          at: value.range, hints: Wording.suggestion(for: word, among: known) ?? [])
      }
      guard stop != .never else { continue }
      guard option.values.count == 1 else {
        throw Diagnostic("\(stop.rawValue) stands alone", at: value.range)
      }
      return stop
    }
    return .never
  }

  /// The line with all that it needs.
  func line() throws(Diagnostic) -> SearchLine {
    let material = try material()
    let (maker, earlier) = (material.maker, material.earlier)
    let (fixed, varied) = try parted(earlier, maker)
    try checkCounts(of: varied)
    let reader = SearchedSettingReader(maker, fixed: fixed, draws: method.draws, arguments)
    var settings: [SearchedSetting] = []
    for option in varied { settings.append(try reader.setting(option)) }
    var round = method == .manual ? try typed(maker) : []
    if method == .local, let earlier {
      round = earlier.bestOptions(at: arguments.command.range)
      if settings.isEmpty { settings = try reader.finer(earlier, round: round) }
    }
    var line = SearchLine(
      method, of: settings, material, text: SearchLine.text(of: arguments), stop: stop,
      sampler: try arguments.value(of: SearchOptions.sampler) ?? method.usualSampler,
      parallel: try arguments.valueOrUsual(of: SearchOptions.parallel), fixed: fixed, round: round,
      study: try study(earlier), seed: execution.state.seed)
    try count(&line, maker)
    return line
  }

  /// The data, the network that every trial begins with, and the study that the line goes on with.
  private func material() throws(Diagnostic) -> SearchLine.Material {
    let hand = try execution.network(for: arguments, fitting: data)
    let earlier = try earlierStudy(hand)
    var start = earlier?.start ?? hand
    if earlier == nil {
      start.network.initialize(seed: start.network.seed, pool: execution.settings.pool)
      start.history = History()
      start.settings = start.settings ?? TrainingSettings()
    }
    return SearchLine.Material(
      data: data, start: start, earlier: earlier,
      isNewStudy: method.goesOn && earlier == nil && execution.state.study != nil,
      maker: try VariantMaker(start, data, execution, arguments))
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
    _ earlier: StudyInHand?, _ maker: VariantMaker
  ) throws(Diagnostic) -> (fixed: [Option], varied: [Option]) {
    let isStop = { (option: Option) in
      self.stop != .never && option.name.text == SearchOptions.stopName
    }
    let options = arguments.command.options.filter {
      SearchOptions.areSettings($0.name.text) && !isStop($0)
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
        // A value that can't be read is the nearer mistake.
        _ = try maker.network(changing: fixed)
        throw Diagnostic(
          "nothing differs between the trials", at: arguments.command.range,
          hints: [
            "search \(method.rawValue) rate=\(method == .grid ? "0.01,0.1" : "0.0001..1 log")"
          ])
      }
    }
    var kept = earlier?.fixed.map { $0.placed(at: arguments.command.range) } ?? []
    // What gives trials up takes the place of what ends trainings.
    if let option = arguments.command.options.first(where: isStop) {
      kept.removeAll { $0.name.text == option.name.text }
      fixed.append(
        Option(
          name: option.name, values: [Expression(.word("never"), range: option.range)],
          range: option.range))
    }
    return (kept + fixed.map(resolved), varied)
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
      try CriterionReader.criterion(for: data, arguments)
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
  var isSeveral: Bool {
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
