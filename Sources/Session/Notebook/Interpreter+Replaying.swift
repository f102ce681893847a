import Commands
import Language
import Networks
import Searches
import Workbench

extension Interpreter {
  /// The source that gives the same result when it is run again: an interrupted training says after
  /// how many steps it stops, a search after how many trials, work that the person allowed says so,
  /// and what was watched is over.
  static func replayable(
    _ script: Script, _ statements: [Statement], _ execution: Execution
  ) -> String {
    let (places, forms) = (execution.consents.places, execution.table.forms)
    if places.isEmpty, !execution.isCutShort { return script.withoutWatching(forms).source }
    var options: [TypedOption] = []
    let limits = [
      (TrainingSetting.steps.name, execution.stoppedAtStep),
      (SearchOptions.trials.name, execution.stoppedAtTrial),
    ]
    for case (let name, let count?) in limits {
      guard case .command(let command) = statements[0] else { continue }
      options.append(
        TypedOption(
          name, "\(count)", replacing: command.option(name), behind: command.range.upperBound))
    }
    options += statements.working.filter { places.contains($0.place) }.map {
      TypedOption(WorkConsent.option.name, "yes", replacing: $0.given, behind: $0.end)
    }
    // From the back, so that the places before stay where they are; of two at one place the first
    // comes to stand before the other.
    let inOrder = options.enumerated().sorted {
      ($0.element.place.lowerBound, $0.offset) < ($1.element.place.lowerBound, $1.offset)
    }
    var bytes = Array(script.source.utf8)
    for option in inOrder.reversed().map(\.element) {
      bytes.replaceSubrange(
        option.place.lowerBound..<option.place.upperBound, with: option.text.utf8)
    }
    if inOrder.isEmpty { return script.withoutWatching(forms).source }
    return Script(parsing: bytes, forms: forms).withoutWatching(forms).source
  }
}

/// An option that a source is given, in the place of the one that it has or behind all others.
private struct TypedOption {
  let place: SourceRange
  let text: String

  init(_ name: String, _ value: String, replacing given: Option?, behind end: Int) {
    let option = "\(name)=\(value)"
    place = given?.range ?? SourceRange(end, end)
    text = given == nil ? " \(option)" : option
  }
}

/// A statement whose work the person can allow.
private struct WorkingStatement {
  let place: Int
  let end: Int
  let given: Option?
}

extension [Statement] {
  /// The statements that can say `yes=yes`, those of loops too.
  fileprivate var working: [WorkingStatement] {
    flatMap { statement -> [WorkingStatement] in
      switch statement {
      case .command(let command):
        [
          WorkingStatement(
            place: command.range.lowerBound, end: command.range.upperBound,
            given: command.option(WorkConsent.option.name))
        ]
      case .binding(let binding):
        [
          WorkingStatement(
            place: binding.range.lowerBound, end: binding.range.upperBound, given: binding.option)
        ]
      case .loop(let loop): loop.body.working
      case .rule, .edit, .note, .blank, .malformed: []
      }
    }
  }
}
