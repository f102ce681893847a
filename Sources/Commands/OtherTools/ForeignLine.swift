import Charts
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
    return sentences[plain]
  }

  private static let nothingToImport = "everything is there already: help lists the commands"
  private static let noShell = "files are read by data csv FILE; Ctrl-Z goes to the shell, fg back"
  private static let question = "help lists the commands, explain TERM says what a word means"
  private static let ofLessons = "it belongs to a lesson: learn lists these"
  private static let variants = "many settings are tried by: search grid rate=0.1,0.01"

  private static let sentences = [
    "import": nothingToImport, "from": nothingToImport, "pip": nothingToImport,
    "using": nothingToImport, "include": nothingToImport,
    "recover":
      "from the shell: overfit --recover has a lost session back, --recover drop forgets it",
    "reset": "initialize draws the weights anew; network begins an empty one",
    "restart": "initialize draws the weights anew; network begins an empty one",
    "clear": "Ctrl-L clears the screen; network begins an empty network",
    "cls": "Ctrl-L clears the screen; network begins an empty network",
    "ls": noShell, "dir": noShell, "cd": noShell, "pwd": noShell, "cat": noShell,
    "what": question, "how": question, "who": question, "hi": question, "hello": question,
    "tell": question, "please": question, "man": question, "info": question, "doc": question,
    "hint": ofLessons, "next": ofLessons, "skip": ofLessons, "solution": ofLessons,
    "grid": variants, "gridsearch": variants, "gridsearchcv": variants, "tune": variants,
    "optimize": variants, "random": "settings are drawn by: search random rate=0.0001..1 log",
    "randomizedsearchcv": "settings are drawn by: search random rate=0.0001..1 log",
    "gradient": "forward, backward and step take one batch through; show gradients",
    "del": "remove 2 takes a layer out, delete 5 a cell", "pop": "remove 2 takes a layer out",
    "while": loop, "if": condition, "def": "a value has a name by let: let x = 3",
  ]

  static func example(of kind: String) -> String {
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
      return (count?.wholeNumber).map { "train epochs=\($0)" } ?? training(values)
    case "network": return layerByLayer
    default: return nil
    }
  }

  /// `train learning rate 0.1`, `train early stopping`, `train until 95%`.
  private static func training(_ values: [Expression]) -> String? {
    switch values.first?.text {
    case "learning", "rate":
      let number = values.lazy.compactMap { (value: Expression) -> String? in
        if case .number(let number) = value.kind {
          NumberText.significant(number, digits: 6)
        } else {
          nil
        }
      }.first
      return "train rate=\(number ?? "0.1")"
    case "early": return "train stop=early(patience=10)"
    case "until": return "when accuracy(validation) > 95% do stop"
    default: return nil
    }
  }

  /// A fault of a line of a programming language, with the line that does it here; nil for other lines.
  package static func explained(
    _ fault: Diagnostic, of source: String, in table: CommandTable
  ) -> Diagnostic? {
    var fault = fault
    let first = source.prefix { $0 != " " }
    if let line = ForeignCall(source)?.line(in: table) {
      fault.hints = ["here it is typed: \(line)"]
    } else if let hint = statements[String(first)], first != "for" || source.last == ":" {
      fault.hints = [hint]
    } else if let verb = shapes[String(first)], source.dropFirst(first.count).allSatisfy(isOfShape)
    {
      fault.hints = ["it is typed: \(verb)"]
    } else {
      return nil
    }
    return fault
  }

  private static func isOfShape(_ sign: Character) -> Bool {
    sign.isNumber || " .,:/-%x()[]".contains(sign)
  }

  /// Verbs that are typed behind numbers with signs of any kind between them elsewhere.
  private static let shapes = [
    "split": "split train=60% validation=20% test=20%", "network": layerByLayer,
  ]

  private static let layerByLayer = "network, then add dense 8 relu for each layer"

  private static let loop = "a loop: for rate in 0.1, 0.01, the lines in it, and end"
  private static let condition = "what is done in a training: when loss < 0.1 do stop"

  /// Words that begin a statement of a programming language.
  private static let statements = [
    "for": loop, "while": loop, "if": condition, "elif": condition, "else:": condition,
    "def": "a value has a name by let: let x = 3",
    "class": "a network: network, then add dense 8 relu",
    "lambda": "a value has a name by let: let x = 3", "with": loop,
  ]
}
