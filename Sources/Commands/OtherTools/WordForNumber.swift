import Charts
import Language
import Networks
import Workbench

/// Words that stand where a number is expected: `epochs=ten`, `l2=high`, `batch=full`, `add dropout
/// half`. What to type follows from what the option takes.
enum WordForNumber {
  /// What is told of a name that has no value; nil for other faults, and where nothing is known.
  static func hints(
    for fault: Diagnostic, of source: String, _ definition: CommandDefinition,
    in table: CommandTable
  ) -> [String]? {
    let word = fault.range.text(in: source)
    guard fault.message == Wording.nothing(called: word), source.utf8.count <= longest else {
      return nil
    }
    let line = { (value: String) in
      "it is typed: \(fault.range.replaced(by: value, in: source))"
    }
    let number = WrittenNumber.value(of: word)
    let plain = Loanword.plain(word)
    guard let option = option(at: fault.range, of: source, definition, table) else {
      // In a formula any name may be one that was forgotten.
      guard definition.form != .formula, definition.form != .formulas else { return nil }
      return number.map { [line(NumberText.significant($0, digits: 6))] }
        ?? (isOfSize(plain) ? ["a number is expected here"] : nil)
    }
    guard let numbers = Numbers(option.kind) else { return nil }
    if let number, numbers.contains(number) {
      let text = numbers.text(number)
      // One share alone may be less than all that is to be cut.
      return [option.kind == .fraction ? "in digits: \(option.name)=\(text)" : line(text)]
    }
    if all.contains(plain), option.kind == .countOrAll { return [line("all")] }
    if nothing.contains(plain), numbers.contains(0) { return [line(numbers.text(0))] }
    if nothing.contains(plain) || usual.contains(plain) {
      return ["without \(option.name)=… it is as usual" + (option.standard.map { ": \($0)" } ?? "")]
    }
    let expected =
      "\(option.name) must be \(numbers.expected); help \(definition.verb) \(option.name)"
    return number != nil || isOfSize(plain) ? [expected] : [expected] + fault.hints
  }

  /// The option whose value stands there; nil for a value that is known by its place.
  private static func option(
    at range: SourceRange, of source: String, _ definition: CommandDefinition, _ table: CommandTable
  ) -> OptionDefinition? {
    // Most lines have no option, and need not be read again for that.
    guard source.utf8.contains(UInt8(ascii: "=")),
      case .command(let command)? = Script(parsing: source, forms: table.forms).statements.first,
      let typed = command.options.first(where: { $0.values.contains { $0.range == range } })
    else { return nil }
    let options = definition.behind(command.values.first?.text).options
    let ours = Loanword.options[typed.name.text]
    return options.first { $0.takes(OptionKey(typed.name)) } ?? options.first { $0.name == ours }
  }

  /// The bytes of the longest line that is said anew.
  private static let longest = 120

  private static let nothing: Set<String> = [
    "none", "off", "no", "never", "null", "nil", "nothing", "false", "without", "disabled",
  ]
  private static let usual: Set<String> = [
    "default", "auto", "automatic", "usual", "standard", "best", "optimal", "recommended",
  ]
  private static let all: Set<String> = [
    "full", "fullbatch", "whole", "everything", "entire", "max", "maximum",
  ]
  private static let sizes: Set<String> = [
    "high", "low", "big", "small", "large", "little", "tiny", "huge", "medium", "more", "less",
    "few", "many", "some", "most", "much", "long", "short", "fast", "slow", "strong", "weak", "yes",
    "on", "true", "unlimited", "infinite", "infinity", "inf", "enough", "min", "minimum",
  ]

  private static func isOfSize(_ word: String) -> Bool {
    [sizes, all, usual, nothing].contains { $0.contains(word) }
  }
}

/// The numbers that an option takes.
private struct Numbers {
  /// What stands behind "must be".
  let expected: String
  let contains: (Double) -> Bool
  private let isShare: Bool

  /// nil for an option that takes no numbers.
  init?(_ kind: OptionDefinition.Kind) {
    switch kind {
    case .number(let bounds): (expected, contains) = (bounds.text, bounds.contains)
    case .count(let range):
      let ends = [range.lowerBound, range.upperBound].map { NumberText.count($0) }
      expected = "a whole number from \(ends[0]) to \(ends[1])"
      contains = { number in Int(exactly: number).map(range.contains) ?? false }
    case .countOrAll:
      expected = "a whole number, or all"
      contains = { Int(exactly: $0).map { $0 > 0 } ?? false }
    case .fraction:
      expected = "a share from 0% to 100%"
      contains = { (0...100).contains($0) }
    case .size, .yesOrNo, .choice, .word, .call, .address: return nil
    }
    isShare = kind == .fraction
  }

  /// A number as it is typed there.
  func text(_ number: Double) -> String {
    let text = { NumberText.significant($0, digits: 6) }
    return isShare ? text(number > 1 ? number : number * 100) + "%" : text(number)
  }
}
