import Charts
import Formulas
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `set digits 9`: how numbers are shown; `set memory 2`: how much the cells may hold; `set pictures
/// blocks`: what pictures are made of on a terminal; `set weights 1 …`, `set bias 1 …`: parameters by
/// hand.
package enum SetCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "set", family: .notebook,
    summary: "sets the digits of print, the memory, weights, or how the terminal is used",
    forms: [
      "set digits 9", "set memory 2", "set pictures ascii", "set pictures blocks",
      "set pictures braille", "set color never", "set paging off", "set editor vi",
      "set keep errors",
      "set weights 1 ([0.5, 1; -1, 2])", "set bias 1 0",
    ],
    words: ["digits", "memory"] + wishes.map(\.name) + ["weights", "bias"],
    completion: CommandCompletion(
      following: { word in wishes.first { $0.name == word }?.words ?? [] },
      kindsFollowing: { ["weights", "bias"].contains($0) ? [.layers] : [] }),
    example: ["set digits 9", "print pi"])

  /// What is no cell but a wish for the student's own terminal, with the words that it takes.
  package static let wishes: [(name: String, words: [String])] = [
    ("pictures", Pictures.allCases.map(\.rawValue)), ("color", ["auto", "always", "never"]),
    ("paging", ["on", "off"]), ("editor", ["emacs", "vi"]), ("keep", ["nothing", "errors"]),
  ]

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let setting = try arguments.value(0, orSay: "set needs the name of a setting: set digits 9")
    let word = try arguments.word(setting, among: definition.words, what: "setting")
    if wishes.contains(where: { $0.name == word }) {
      throw Diagnostic(
        "set \(word) is for the terminal and stands on its own", at: setting.range)
    }
    if word == "memory" { return try setMemory(&execution, arguments) }
    if word != "digits" { return try setParameter(word, &execution, arguments) }
    try arguments.expect(atMost: 2)
    let value = try arguments.value(1, orSay: "set digits needs a number: set digits 9")
    let digits = try arguments.count(value, what: "digits", in: 1...17)
    execution.state.digits = digits
    return SettingReport.digits(digits)
  }

  /// Sets how much memory the cells may hold, in GiB.
  private static func setMemory(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> SettingReport {
    try arguments.expect(atMost: 2)
    let value = try arguments.value(1, orSay: "set memory needs a number of GiB: set memory 2")
    let number = try arguments.evaluator.number(value)
    guard number >= 1.0 / 16, number <= Double(Wording.mostGibibytes) else {
      throw Diagnostic(
        "the memory must be from 0.0625 to \(Wording.mostGibibytes) GiB", at: value.range)
    }
    let bytes = Int(number * Double(Wording.gibibyte))
    let held = execution.state.heldBytes
    guard held < bytes else {
      throw Diagnostic("the cells hold \(Wording.bytes(held)) already", at: value.range)
    }
    do throws(MemoryShortage) {
      let most = execution.settings.files.rights.memory.map { max($0, execution.state.memoryLimit) }
      try MemoryBudget.current.requireRaising(to: bytes, most: most)
    } catch {
      throw Wording.diagnostic(for: error, at: value.range)
    }
    execution.state.memoryLimit = bytes
    return .memory(bytes)
  }

  /// Sets the weights or the biases of a layer: to one number, or to a matrix of their shape.
  private static func setParameter(
    _ word: String, _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> SetParameterReport {
    try arguments.expect(atMost: 3)
    var hand = try execution.network(for: arguments)
    let layers = hand.network.layers.count
    let place = try arguments.value(1, orSay: "set \(word) needs a layer: set \(word) 1 0.5")
    guard layers > 0 else { throw Diagnostic("the network has no layers", at: place.range) }
    let number = try arguments.count(place, what: "the layer", in: 1...layers)
    let name = word == "weights" ? "kernel" : "bias"
    guard let old = hand.network.parameters[number - 1][name] else {
      throw Diagnostic(
        "layer \(number), \(hand.network.summaries[number - 1].text), has no \(word)",
        at: place.range)
    }
    let value = try arguments.value(2, orSay: "set \(word) needs a value: set \(word) 1 0.5")
    let elements = try self.elements(value, like: old, arguments)
    do {
      try hand.network.setParameter(
        name, ofLayer: number - 1, to: Tensor(shape: old.shape, elements: elements))
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: value.range)
    }
    // Biases alone make no network of another one.
    if name == "kernel" { hand.origin = .elsewhere }
    execution.state.network = hand
    return SetParameterReport(word, ofLayer: number, elements: elements.count)
  }

  private static func elements(
    _ value: Expression, like old: Tensor, _ arguments: Arguments
  ) throws(Diagnostic) -> [Float] {
    let numbers: [Double]
    switch try arguments.evaluator.quantity(value) {
    case .number(let number): numbers = Array(repeating: number, count: old.elements.count)
    case .matrix(let matrix):
      let columns = old.shape.last
      let rows = old.elements.count / max(1, columns)
      guard matrix.rows == rows, matrix.columns == columns else {
        throw Diagnostic(
          "\(rows) x \(columns) numbers are expected, not \(matrix.rows) x \(matrix.columns)",
          at: value.range)
      }
      numbers = matrix.elements
    case let other:
      throw Diagnostic("numbers are expected, not \(other.kind)", at: value.range)
    }
    let elements = numbers.map { Float($0) }
    guard elements.allSatisfy(\.isFinite) else {
      throw Diagnostic("these numbers do not fit into float32", at: value.range)
    }
    return elements
  }
}
