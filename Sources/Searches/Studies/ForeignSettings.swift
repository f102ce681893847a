import Commands
import Language
import Networks
import Tuning
import Workbench

/// Reads the settings of trials of another program as options of ours.
struct ForeignSettings {
  let maker: VariantMaker
  private let execution: Execution
  private let range: SourceRange

  init(_ maker: VariantMaker, _ execution: Execution, at range: SourceRange) {
    self.maker = maker
    self.execution = execution
    self.range = range
  }

  /// The options of all trials.
  ///
  /// - Returns: Our name of each setting that is known, the names of the others, and what is different
  ///   about each trial.
  func options(
    of trials: [StudyJournal.Trial]
  ) -> (names: [String: String], unknown: [String], ofTrials: [[Option]]) {
    var (names, unknown): ([String: String], [String]) = ([:], [])
    let all = trials.map { trial in
      trial.parameters.map { parameter in (parameter.name, option(parameter)) }
    }
    for (name, option) in all.joined() where option == nil && !unknown.contains(name) {
      unknown.append(name)
    }
    for (name, option) in all.joined() where !unknown.contains(name) {
      names[name] = option?.name.text
    }
    let known = all.map { options in
      options.compactMap { unknown.contains($0.0) ? nil : $0.1 }
    }
    return (names, unknown, known)
  }

  /// What the settings may be, as the last trial that has them says.
  func settings(
    of trials: [StudyJournal.Trial], _ names: [String: String]
  ) -> [SearchedSetting] {
    var settings: [SearchedSetting] = []
    for parameter in trials.reversed().flatMap(\.parameters) {
      guard let name = names[parameter.name], !settings.contains(where: { $0.name.text == name })
      else { continue }
      settings.append(setting(Name(name, range: range), parameter.range))
    }
    return settings.sorted { $0.name.text < $1.name.text }
  }

  private func setting(_ name: Name, _ range: StudyJournal.Range) -> SearchedSetting {
    switch range {
    case .numbers(let low, let high, let isLogarithmic):
      return SearchedSetting(name, .numbers(low...high, isLogarithmic: isLogarithmic))
    case .wholeNumbers(let low, let high, let isLogarithmic):
      return SearchedSetting(name, .wholeNumbers(low...high, isLogarithmic: isLogarithmic))
    case .choices(let values):
      let options = values.compactMap { option(named: name.text, $0) }
      return SearchedSetting(
        name, .choices(max(1, options.count)),
        choices: options.compactMap(\.values.first))
    }
  }

  /// A setting as it would be typed; nil for one that can't.
  private func option(_ parameter: StudyJournal.Parameter) -> Option? {
    option(named: parameter.name, parameter.value)
  }

  private func option(named name: String, _ value: StudyJournal.Value) -> Option? {
    let text: String
    switch value {
    case .number(let number):
      text = Expression(.number(number), range: range).formatted
    case .text(let word): text = word
    case .flag(let flag): text = flag ? "yes" : "no"
    case .none: return nil
    }
    guard
      let arguments = try? StudyLoading.arguments(
        of: "search manual \(name)=\(text)", execution, at: range),
      arguments.values.count == 1, arguments.command.options.count == 1,
      let option = arguments.command.options.first, option.values.count == 1,
      SearchOptions.areSettings(option.name.text)
    else { return nil }
    let placed = option.placed(at: range)
    return (try? maker.network(changing: [placed])) == nil ? nil : placed
  }
}
