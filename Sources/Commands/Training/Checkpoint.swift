import Formulas
import Language
import Networks
import Workbench

/// `checkpoint=every(10, run.safetensors)`: which epochs of a training go into which file.
package struct Checkpoint: Sendable {
  /// Which epochs are written.
  enum Occasion: Equatable, Sendable {
    /// Every so many epochs of the run.
    case every(Int)
    /// Each epoch that is better than all before it.
    case best(Monitor)
  }

  var occasion: Occasion
  var path: String
  /// Whether any file may be written over, and not only a checkpoint.
  var overwrites = false
  /// Where it was typed.
  var range: SourceRange
}

/// Reads `checkpoint=run.safetensors`, `checkpoint=every(10, run.safetensors)` and
/// `checkpoint=best(run.safetensors, monitor=validation_loss)`.
enum CheckpointReader {
  static let option = CommandOption<Checkpoint>(
    OptionDefinition(
      name: "checkpoint", kind: .call(["every", "best"]),
      meaning: "writes the network after each epoch, for load and resume: run.safetensors, "
        + "every(10, run.safetensors), best(run.safetensors, monitor=validation_loss)"),
    read: checkpoint)

  /// The checkpoints of a command, in order.
  static func checkpoints(_ arguments: Arguments) throws(Diagnostic) -> [Checkpoint] {
    var checkpoints: [Checkpoint] = []
    for value in arguments.expressions(of: option) {
      let checkpoint = try arguments.value(value, as: option)
      guard !checkpoints.contains(where: { $0.path == checkpoint.path }) else {
        throw Diagnostic("two checkpoints can't share a file", at: checkpoint.range)
      }
      checkpoints.append(checkpoint)
    }
    return checkpoints
  }

  private static func checkpoint(
    _ value: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> Checkpoint {
    guard case .call(let name, let inner) = value.kind else {
      return Checkpoint(
        occasion: .every(1), path: try path(value, arguments), range: value.range)
    }
    switch name.text {
    case "every": return try every(inner, arguments, at: value.range)
    case "best": return try best(inner, arguments, at: value.range)
    default:
      throw Wording.unknownWord(
        name.text, what: "kind of checkpoint", among: ["every", "best"], at: name.range)
    }
  }

  private static func every(
    _ inner: [Argument], _ arguments: Arguments, at range: SourceRange
  ) throws(Diagnostic) -> Checkpoint {
    var checkpoint = Checkpoint(occasion: .every(1), path: "", range: range)
    let values = try read(inner, into: &checkpoint, options: ["overwrite"], arguments)
    guard let last = values.last, values.count <= 2 else {
      throw Diagnostic(
        "every needs a number of epochs and a file", at: range,
        hints: ["it is typed: every(10, run.safetensors)"])
    }
    if values.count == 2 {
      checkpoint.occasion = .every(
        try arguments.count(values[0], what: "the number of epochs", in: 1...1_000_000))
    }
    checkpoint.path = try path(last, arguments)
    return checkpoint
  }

  private static func best(
    _ inner: [Argument], _ arguments: Arguments, at range: SourceRange
  ) throws(Diagnostic) -> Checkpoint {
    var checkpoint = Checkpoint(occasion: .best(.validationLoss), path: "", range: range)
    let values = try read(inner, into: &checkpoint, options: ["monitor", "overwrite"], arguments)
    guard let first = values.first, values.count == 1 else {
      throw Diagnostic(
        "best needs a file", at: range,
        hints: ["it is typed: best(run.safetensors, monitor=validation_loss)"])
    }
    checkpoint.path = try path(first, arguments)
    return checkpoint
  }

  /// Reads the options, and gives back the values.
  private static func read(
    _ inner: [Argument], into checkpoint: inout Checkpoint, options: [String],
    _ arguments: Arguments
  ) throws(Diagnostic) -> [Expression] {
    var values: [Expression] = []
    for argument in inner {
      switch argument {
      case .value(let value): values.append(value)
      case .option(let option):
        guard let value = option.values.first, options.contains(option.name.text) else {
          throw Wording.unknownWord(
            option.name.text, what: "option of a checkpoint", among: options, at: option.name.range)
        }
        if option.name.text == "monitor" {
          checkpoint.occasion = .best(try MonitorName.monitor(value, arguments.evaluator))
        } else {
          checkpoint.overwrites = try arguments.yesOrNo(value, what: "overwrite")
        }
      }
    }
    return values
  }

  private static func path(
    _ value: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> String {
    guard let path = arguments.text(of: value), path.hasSuffix(".safetensors") else {
      throw Diagnostic(
        "a checkpoint is a file that ends in .safetensors", at: value.range,
        hints: ["checkpoint=every(10, run.safetensors)"])
    }
    return path
  }
}
