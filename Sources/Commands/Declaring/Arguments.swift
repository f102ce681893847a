import Charts
package import Formulas
package import Language
package import Networks
import Workbench

/// The arguments of a command as its definition reads them: typed, within bounds, or an error
/// that points at the word at fault.
package struct Arguments {
  /// The command as it was read.
  package let command: Command
  /// What the command declares.
  package private(set) var definition: CommandDefinition
  /// What computes the formulas that stand for values.
  package let evaluator: Evaluator

  /// The values that are known by their place.
  package let values: [Expression]

  /// Takes the arguments of a command as its definition declares them.
  ///
  /// - Throws: a `Diagnostic` if an option is unknown or given twice.
  package init(
    _ command: Command, of definition: CommandDefinition, evaluator: Evaluator
  ) throws(Diagnostic) {
    let definition = definition.behind(command.values.first?.text)
    self.command = command
    self.definition = definition
    self.evaluator = evaluator
    values = command.values
    var seen: Set<String> = []
    for option in command.options {
      let name = option.name.text
      let key = OptionKey(option.name)
      guard definition.options.contains(where: { $0.takes(key) }) else {
        throw Wording.unknownOption(option.name, of: definition)
      }
      guard seen.insert(name).inserted else {
        throw Diagnostic("\(name) is given twice", at: option.name.range)
      }
    }
  }

  /// The same arguments for a reader of some options that the command may take only in part: the
  /// others are not given.
  package func taking(_ options: [OptionDefinition]) -> Arguments {
    var arguments = self
    arguments.definition.options += options.filter { option in
      !definition.options.contains { $0.name == option.name }
    }
    return arguments
  }

  /// The same arguments for what takes some options of the command's alone, each as it declares it.
  package func limited(to options: [OptionDefinition]) -> Arguments {
    var arguments = self
    arguments.definition.options = options
    return arguments
  }

  /// Values with each range spelled out.
  package func expanded(_ values: [Expression]) throws(Diagnostic) -> [Expression] {
    var expanded: [Expression] = []
    for value in values {
      guard case .range(let range) = value.kind else {
        expanded.append(value)
        continue
      }
      expanded += try evaluator.numbers(in: range).map {
        Expression(.number($0), range: value.range)
      }
    }
    return expanded
  }

  /// A value as a number within bounds; `what` names it in the error.
  package func number(
    _ value: Expression, what: String, in bounds: Bounds
  ) throws(Diagnostic) -> Double {
    try evaluator.number(value, what: what, in: bounds)
  }

  /// A value as a share from 0 to 1; `what` names it in the error.
  package func fraction(_ value: Expression, what: String) throws(Diagnostic) -> Double {
    let number = try evaluator.number(value)
    guard (0...1).contains(number) else {
      throw Diagnostic(
        "\(what) must be a share from 0% to 100%", at: value.range,
        hints: isPlain(value) && number > 1 && number <= 100
          ? ["\(what)=\(value.formatted)%"] : [])
    }
    return number
  }

  private func isPlain(_ value: Expression) -> Bool {
    if case .number = value.kind { true } else { false }
  }

  /// A value as a whole number in a range; `what` names it in the error.
  package func count(
    _ value: Expression, what: String, in range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int {
    try evaluator.count(value, what: what, in: range)
  }

  /// A value as `yes` or `no`; `what` names it in the error.
  package func yesOrNo(_ value: Expression, what: String) throws(Diagnostic) -> Bool {
    try evaluator.yesOrNo(value, what: what)
  }

  /// A value as a name: a word, a text or a whole number.
  func name(_ value: Expression, of option: String) throws(Diagnostic) -> String {
    try evaluator.name(value, of: option)
  }

  /// The word that a value is, or that a loop gave to the name it is.
  package func text(of value: Expression) -> String? { evaluator.text(of: value) }

  /// An option as it would be typed without names of the student's: "epochs=5" where a loop
  /// says `epochs=n`.
  package func shown(_ option: Option) -> String {
    let values = option.values.map { value -> String in
      guard case .word(let name) = value.kind,
        let bound = evaluator.state.bindings.value(of: name)
      else { return value.formatted }
      switch bound {
      case .number(let number): return NumberText.significant(number, digits: 6)
      case .word(let word): return word
      case .matrix, .truth: return value.formatted
      }
    }
    return "\(option.name.text)=\(values.joined(separator: ","))"
  }

  /// The one value of an option that was typed; nil without an option.
  func single(_ option: Option?) throws(Diagnostic) -> Expression? {
    guard let option, let value = option.values.first else { return nil }
    let name = option.name.text
    guard option.values.count == 1 else {
      let isDecimal = option.values.count == 2 && option.values.allSatisfy { $0.wholeNumber != nil }
      throw Diagnostic(
        "\(name) takes one value", at: option.values[1].range,
        hints: isDecimal ? ["a decimal is written with a point: \(name)=0.1"] : [])
    }
    return value
  }

  /// Refuses values beyond the first `count`.
  package func expect(atMost count: Int) throws(Diagnostic) {
    guard values.count > count else { return }
    throw Diagnostic(
      "\(definition.verb) did not expect this", at: values[count].range,
      hints: (ForeignLine.line(meantBy: command, of: definition) ?? form).map {
        ["it is typed: \($0)"]
      } ?? [])
  }

  /// The form of the command that begins most like what was typed.
  private var form: String? {
    var best: (form: String, shared: Int)?
    let typed = [command.verb.text] + values.map { $0.text ?? "" }
    for form in definition.forms {
      let words = form.split(separator: " ").map(String.init)
      let shared = zip(words, typed).prefix { $0 == $1 }.count
      if shared > (best?.shared ?? 0) { best = (form, shared) }
    }
    return best?.form
  }

  /// The value at a place, or an error under the verb that says what is missing.
  package func value(_ index: Int, orSay missing: String) throws(Diagnostic) -> Expression {
    guard index < values.count else {
      let end = command.range.upperBound
      throw Diagnostic(
        missing, at: SourceRange(command.verb.range.lowerBound, end),
        hints: missing.contains(":") ? [] : form.map { ["it is typed: \($0)"] } ?? [])
    }
    return values[index]
  }

  /// A value as one of the words that are allowed at its place.
  package func word(
    _ value: Expression, among words: [String], what: String
  ) throws(Diagnostic) -> String {
    try evaluator.word(value, among: words, what: what)
  }
}
