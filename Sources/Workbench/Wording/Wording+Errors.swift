import Charts
package import Language
package import Networks
package import TensorEngine

/// Facts of the rooms below, put into words and given a place in the line.
extension Wording {
  /// A file that could not be read or written.
  package static func diagnostic(for error: FileError, at range: SourceRange) -> Diagnostic {
    if error.isInterruption { return interrupted(at: range) }
    return Diagnostic(
      "\(error.path): \(error.problem)", at: range, hints: error.hint.map { [$0] } ?? [])
  }

  /// A refusal of the engine; it points at the setting that it is about, where that was typed.
  package static func diagnostic(
    for error: EngineError, in command: Command?, at range: SourceRange
  ) -> Diagnostic {
    switch error {
    case .outOfRange(let what, let valid, _):
      return Diagnostic("\(what) must be \(bounds(valid))", at: place(of: what, command, range))
    case .misfit(let what, let misfit):
      return Diagnostic(
        "\(what) can't be \(text(of: misfit))", at: place(of: what, command, range))
    case .shapeMismatch(let what, let expected, let actual):
      return Diagnostic("\(what) needs \(expected), but it is \(actual)", at: range)
    case .needsImage(let layer, let input):
      let numbers = input.rank == 1 ? count(input.count, "number") : "\(input)"
      return Diagnostic(
        "\(layer) needs images (height x width x channels), but its input is \(numbers)",
        at: range,
        hints: ["it stands on image data (data digits, data mnist), before flatten and dense"])
    case .windowTooLarge(let layer, let window, let image):
      return Diagnostic(
        "a window of \(window) does not fit into an image of \(image)", at: range,
        hints: ["a smaller window does, or padding=same: \(layer) … padding=same"])
    case .diverged(let epoch, let step, let what):
      return Diagnostic(
        "the training diverged: in epoch \(epoch), step \(step), the \(what) stopped being finite",
        at: place(of: "rate", command, range),
        hints: [
          "a smaller rate usually helps, or scale standard; the network is as it was"
        ])
    case .memory(let shortage):
      return diagnostic(for: shortage, at: place(of: "batch", command, range))
    case .work(let excess):
      return diagnostic(for: excess, in: command, at: command?.range ?? range)
    case .interrupted: return interrupted(at: range)
    }
  }

  /// What a value can't be, and why: behind "can't be".
  static func text(of misfit: Misfit) -> String {
    switch misfit {
    case .unordered: "out of order: they must rise"
    case .rates(let count, let boundaries):
      "\(count) for \(boundaries) boundaries: there must be one more of them than boundaries"
    case .weights(let count, let classes):
      "\(Self.count(count, "number")): it needs one for each of \(classes) classes"
        + (count == 1 && classes == 2 ? " (in a comparison, in brackets: [1, 5])" : "")
    case .numbers: "used on numbers: it needs classes"
    case .belongsElsewhere(let owners, let other):
      "used with \(other): it belongs to \(owners.joined(separator: ", "))"
    case .empty: "empty: it names a quantity"
    case .unknownName(let name, let known): "\(name): there are \(known.joined(separator: ", "))"
    case .ofAnotherNetwork: "of another network"
    case .tooLarge(let constant): "\(constant): a constant is at most 3.4e38"
    case .takesMinutes(let initializer, let shape):
      "\(initializer): a matrix \(shape) would take minutes to make"
    }
  }

  /// What is said of a line that was called off, where no cell is left out for it.
  package static func interrupted(at range: SourceRange) -> Diagnostic {
    Diagnostic(interruption, at: range)
  }

  /// What is said of a cell that was called off.
  package static let interruption = "interrupted: the notebook is as it was"

  /// A refusal of a network; it points at the option that it is about, where that was typed.
  package static func diagnostic(
    for error: NetworkError, in command: Command? = nil, at range: SourceRange
  ) -> Diagnostic {
    switch error {
    case .engine(let error):
      return diagnostic(for: error, in: command, at: range)
    case .noLayers:
      return Diagnostic("the network has no layers", at: range, hints: ["add dense 1 sigmoid"])
    case .noParameters:
      return Diagnostic(
        "none of the network's layers can learn", at: range, hints: ["add dense 1 sigmoid"])
    case .allFrozen:
      return Diagnostic(
        "every layer that could learn is frozen", at: range, hints: ["unfreeze all"])
    case .noExamples:
      return Diagnostic("there are no examples", at: range)
    case .outputMismatch(let mismatch):
      return diagnostic(
        for: mismatch, isLossGiven: command?.option("loss") != nil,
        at: place(of: "loss", command, range))
    case .cannotMonitor(let monitor):
      return unmeasured(
        monitor, by: "stop= watches", at: place(of: "stop", command, range))
    case .cannotAimAt(let monitor):
      return unmeasured(
        monitor, by: "the target is of", at: place(of: "stop", command, range))
    case .cannotWaitFor(let monitor):
      return unmeasured(
        monitor, by: "plateau watches", at: place(of: "schedule", command, range))
    case .otherExamples(let expected, let actual):
      return Diagnostic(
        "the training was broken off with \(count(expected, "training example")), and here "
          + (actual == 1 ? "is 1" : "are \(NumberText.count(actual))"), at: range,
        hints: ["the same data, split and seed as then bring them back"])
    }
  }

  /// What a callback that watches a quantity needs and this training has not.
  package static func unmeasured(_ monitor: Monitor, by who: String, at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      "\(who) \(monitor.rawValue), which this training does not measure", at: range,
      hints: monitor.needsValidation
        ? [
          "split train=60% validation=20% test=20% makes a validation split",
          "\(monitor.rawValue.replacing("validation_", with: "")) is there always: it is of the "
            + "training examples",
        ] : ["an accuracy is of classes, and these targets are numbers"])
  }

  private static func diagnostic(
    for mismatch: OutputMismatch, isLossGiven: Bool, at range: SourceRange
  ) -> Diagnostic {
    let targets =
      switch mismatch.targets {
      case .classes(let count): "\(count) classes"
      case .values(let width): width == 1 ? "one number an example" : "\(width) numbers an example"
      }
    let loss = isLossGiven ? " with loss \(mismatch.loss.rawValue)" : ""
    return Diagnostic(
      "the last layer, \(mismatch.layer), does not fit \(targets)\(loss)", at: range,
      hints: mismatch.fitting.contains(mismatch.layer)
        ? ["without loss= it fits"]
        : mismatch.fitting.isEmpty
          ? [] : ["it would fit: \(mismatch.fitting.joined(separator: ", or "))"])
  }

  private static func place(
    of what: String, _ command: Command?, _ range: SourceRange
  ) -> SourceRange {
    guard let command, command.option(what) != nil else { return range }
    return command.place(of: what)
  }

  /// "1 to 8" reads "from 1 to 8"; other bounds read as they are.
  private static func bounds(_ text: String) -> String {
    text.first?.isNumber == true && text.contains(" to ") ? "from \(text)" : text
  }
}

extension Command {
  /// The place of an option's value, or of the verb if the option is not given.
  package func place(of option: String) -> SourceRange {
    self.option(option)?.values.first?.range ?? verb.range
  }
}
