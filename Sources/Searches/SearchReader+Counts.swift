import Charts
import Commands
import Language
import Networks
import Reports
import Tuning
import Workbench

extension SearchReader {
  private static let mostCombinations = 1e18

  /// Says how many trials a line has, and which of them go on for how long.
  func count(_ line: inout SearchLine, _ maker: VariantMaker) throws(Diagnostic) {
    let wished = try arguments.value(of: SearchOptions.trials)
    let space = line.space.count
    line.wished = wished
    line.isNested = try isNested(line)
    switch method {
    case .manual: line.trials = 1
    case .grid:
      line.trials = min(wished ?? .max, space ?? .max)
      try checkTrials(line.trials)
    case .hyperband: break
    case .random, .bayes, .local:
      line.trials = min(wished ?? SearchOptions.usualTrials, space ?? .max)
    }
    guard method == .hyperband || stop != .never else { return }
    let names = line.round.map(\.name.text)
    let epochs = try epochs(
      maker, fixed: line.fixed.filter { !names.contains($0.name.text) } + line.round)
    let factor = try arguments.valueOrUsual(of: SearchOptions.factor)
    if stop == .halving {
      line.brackets = HyperbandBrackets(halving: line.trials, epochs: epochs, factor: factor)
    }
    guard method == .hyperband else { return }
    let all = HyperbandBrackets(epochs: epochs, factor: factor)
    let brackets = wished.map { all.prefix(settings: $0) } ?? all
    guard brackets.trials > 0 else {
      let first = all.brackets[0][0].settings
      throw Diagnostic(
        "the first bracket has \(first) settings, and a bracket is gone through as a whole",
        at: arguments.range(of: SearchOptions.trials), hints: ["trials=\(first) takes that one"])
    }
    line.brackets = brackets
    line.trials = brackets.trials
  }

  /// Refuses a grid of more settings than a search keeps.
  private func checkTrials(_ count: Int) throws(Diagnostic) {
    let most = SearchOptions.mostTrials
    guard count > most else { return }
    throw Diagnostic(
      "these are \(NumberText.count(count)) settings, and a search tries at most "
        + NumberText.count(most), at: arguments.command.range,
      hints: ["trials=\(most) takes the first ones; search random tries some of all"])
  }

  /// Whether the search is made again within each fold's other examples.
  private func isNested(_ line: SearchLine) throws(Diagnostic) -> Bool {
    guard try arguments.valueOrUsual(of: SearchOptions.nested) else { return false }
    let range = arguments.range(of: SearchOptions.nested)
    guard !method.goesOn else {
      throw Diagnostic(
        "nested=yes is said where a search begins, and this goes on with one", at: range,
        hints: ["search grid and search random begin anew"])
    }
    guard line.study.folds != nil else {
      throw Diagnostic(
        "nested=yes makes the search again for each fold, and there are none", at: range,
        hints: ["folds=5 nested=yes cuts five of them"])
    }
    return true
  }

  /// The most epochs of a trial, where trainings are broken off and go on.
  private func epochs(_ maker: VariantMaker, fixed: [Option]) throws(Diagnostic) -> Int {
    let name = TrainingSetting.epochs.name
    let what = method == .hyperband ? "hyperband" : "stop=\(stop.rawValue)"
    if let option = arguments.command.option(name), option.isSeveral, stop != .median {
      throw Diagnostic(
        "the epochs of \(what) are one number, the most of a setting", at: option.range,
        hints: ["search hyperband rate=0.0001..1 log epochs=81"])
    }
    let settings = try maker.network(changing: [], also: fixed).variant.settings
    var isPlateau = false
    if case .plateau? = settings.rateControl { isPlateau = true }
    guard settings.earlyStopping == nil, settings.targets.isEmpty, settings.maximumSteps == nil,
      !isPlateau
    else {
      throw Diagnostic(
        "\(what) breaks trainings off and goes on with them, and stop=, steps= and plateau don't",
        at: arguments.command.range, hints: ["train epochs=1 without them, and search again"])
    }
    return settings.epochs
  }

  /// Refuses more values of a setting, or more combinations, than can be gone through.
  func checkCounts(of varied: [Option]) throws(Diagnostic) {
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
}
