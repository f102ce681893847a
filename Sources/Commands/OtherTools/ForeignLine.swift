package import Language
import Networks

/// What to type instead of lines that other tools take and this one does otherwise.
package enum ForeignLine {
  /// What an option of theirs is here, as lines to type; nil for one that means nothing here.
  static func hints(forOption name: String) -> [String]? { options[name] }

  private static let options: [String: [String]] = [
    "validation_split": [
      "a split comes before the training: split train=80% validation=20%",
      "the training then measures the validation split too",
    ],
    "validation_data": ["a split comes before the training: split train=80% validation=20%"],
    "patience": ["it belongs to early stopping: stop=early(patience=10)"],
    "early_stopping": ["here it is a way to stop: stop=early(patience=10)"],
    "callbacks": [
      "each is an option: stop=early(patience=10), checkpoint=run.safetensors, schedule=…"
    ],
    "verbose": ["there is nothing to turn off; show history and plot loss show each epoch"],
    "shuffle": ["the training examples are shuffled anew in each epoch, by the seed"],
    "metrics": ["metrics are asked for afterwards: evaluate, show metrics validation"],
    "kernel_regularizer": ["a penalty is an option of its own: l2=0.01, or l1=0.001"],
    "dropout": ["dropout is a layer: insert 2 dropout 0.3"],
    "hidden_layer_sizes": ["layers are added one by one: add dense 8 relu"],
    "input_shape": ["the input's shape follows from the data"],
    "input_dim": ["the input's shape follows from the data"],
    "in_features": ["the input's size follows from the layer before"],
    "random_state": ["the seed is set for the whole notebook: seed 3"],
    "seed": ["the seed is set for the whole notebook: seed 3"],
  ]

  /// What to type instead of a line whose first word is no verb; nil for nothing.
  static func hint(forVerb verb: String) -> String? {
    if let kind = Loanword.layer(verb) { return "a layer is added: add \(example(of: kind))" }
    let plain = Loanword.plain(verb)
    if let optimizer = Optimizer.Kind(rawValue: plain) {
      return "an optimizer is an option of a training: train optimizer=\(optimizer.rawValue)"
    }
    return ["import": nothingToImport, "from": nothingToImport, "pip": nothingToImport][plain]
  }

  private static let nothingToImport = "everything is there already: help lists the commands"

  private static func example(of kind: String) -> String {
    let examples = [
      "dense": " 8 relu", "conv": " 8 3x3 relu", "maxpool": " 2x2", "avgpool": " 2x2",
    ]
    return kind + (examples[kind] ?? (kind == "dropout" ? " 0.3" : ""))
  }

  /// The line that was meant by values which a command does not expect; nil where it is not sure.
  static func line(meantBy command: Command) -> String? {
    let values = command.values
    switch command.verb.text {
    case "split":
      let shares = values.map { if case .percent(let share) = $0.kind { share } else { 0.0 } }
      guard shares.count == 1, let share = shares.first, share > 0, share < 1 else { return nil }
      let percent = Int((share * 100).rounded())
      return "split train=\(percent)% validation=\(100 - percent)%"
    case "train":
      let count = values.first?.text == "epochs" ? values.dropFirst().first : values.first
      return (count?.wholeNumber).map { "train epochs=\($0)" }
    default: return nil
    }
  }

  /// A fault of a line that calls a method or a verb as a function, with the line that does it here.
  package static func explained(
    _ fault: Diagnostic, of source: String, in table: CommandTable
  ) -> Diagnostic {
    guard let name = calledName(source), !source.contains("\n") else { return fault }
    var fault = fault
    if let line = methods[name] {
      fault.hints = ["here it is typed: \(line)"]
    } else if table.definition(of: name) != nil {
      fault.hints = ["a command has no parentheses: \(name)"]
    }
    return fault
  }

  private static let methods = [
    "fit": "train epochs=100", "compile": "train optimizer=adam loss=mse", "evaluate": "evaluate",
    "predict": "predict test", "summary": "show network", "add": "add dense 8 relu",
    "score": "evaluate", "parameters": "show network",
  ]

  /// "fit" of `model.fit(…`, "evaluate" of `evaluate()`; nil for a line that begins with no call.
  private static func calledName(_ source: String) -> String? {
    let head = source.drop { $0 == " " }.prefix { $0.isLetter || $0 == "_" || $0 == "." }
    guard source.drop(while: { $0 == " " }).dropFirst(head.count).first == "(" else { return nil }
    return head.split(separator: ".").last.map(String.init)
  }
}
