import Language
import Networks
import Notebooks
import Testing

@testable import Commands
@testable import Formulas
@testable import Session

/// A verb of the table, named in the report.
struct VerbCase: Sendable, CustomTestStringConvertible {
  let definition: CommandDefinition
  var testDescription: String { definition.verb }

  static let all = Vocabulary.standard.table.definitions.map { VerbCase(definition: $0) }
}

@Suite("Help")
struct HelpTests {
  @Test("has a sentence and forms that can be read for every verb", arguments: VerbCase.all)
  func forms(_ verb: VerbCase) {
    let definition = verb.definition
    #expect(!definition.summary.isEmpty)
    #expect(!definition.summary.hasSuffix("."))
    #expect(!definition.forms.isEmpty)
    for form in definition.forms where definition.verb != "let" {
      let script = Script(parsing: definition.verb == "for" ? form + "\nend" : form)
      #expect(script.diagnostics.isEmpty, "\(form)")
      let first = form.prefix { $0 != " " }
      #expect(first == definition.verb || first == "\"", "\(form)")
    }
  }

  @Test("has an example that runs in a fresh session", arguments: VerbCase.all)
  func examples(_ verb: VerbCase) {
    let definition = verb.definition
    var session = NotebookSession(settings: .testing())
    for line in definition.example {
      switch session.submit(line) {
      case .cell(_, let cell):
        #expect(!cell.hasFailed, "\(line): \(Transcript.standard.output(of: cell))")
      case .notebook: break
      case let other: Issue.record("\(line): \(other)")
      }
    }
    let mayHaveNone = [
      "fetch", "undo", "redo", "edit", "delete", "cells", "save", "load", "run", "quit",
      "resume", "film", "turn", "inspect",
    ]
    #expect(!definition.example.isEmpty || mayHaveNone.contains(definition.verb))
    #expect(
      definition.example.isEmpty
        || definition.example.contains {
          $0.hasPrefix(definition.verb) || $0.hasSuffix("do \(definition.verb)")
        })
  }

  @Test("shows a page within 80 columns for every verb", arguments: VerbCase.all)
  func pages(_ verb: VerbCase) {
    var session = NotebookSession(settings: .testing())
    let lines = session.lines(of: "help \(verb.definition.verb)")
    #expect(lines.first?.hasPrefix("\(verb.definition.verb): ") == true)
    for line in lines { #expect(line.count <= 80, "\(line)") }
  }

  @Test("fits a screen of 24 rows, with the prompt under it", arguments: VerbCase.all)
  func screen(_ verb: VerbCase) {
    var session = NotebookSession(settings: .testing())
    let short = session.lines(of: "help \(verb.definition.verb)")
    #expect(short.count <= 23)
    let whole = session.lines(of: "help \(verb.definition.verb) all")
    for name in verb.definition.options.map(\.name) + verb.definition.forms {
      #expect(whole.contains { $0.contains(name) }, "\(name)")
    }
    #expect(short == whole || short.last?.contains("help \(verb.definition.verb) all") == true)
    #expect(short.contains { $0.contains("all says everything") } == (short != whole))
  }

  @Test("lists every verb in its family, on a screen each")
  func families() {
    var session = NotebookSession(settings: .testing())
    let list = session.lines(of: "help")
    #expect(list.count <= 23)
    #expect(session.lines(of: "help commands") == list)
    let words = Set(list.joined(separator: " ").split { " ,".contains($0) }.map(String.init))
    for family in CommandDefinition.Family.allCases {
      let lines = session.lines(of: "help family \(family.rawValue)")
      #expect(lines.count <= 23 || family == .notebook, "\(family) takes \(lines.count)")
      let verbs = Vocabulary.standard.table.definitions.filter { $0.family == family }.map(\.verb)
      for verb in verbs {
        #expect(words.contains(verb), "\(verb)")
        #expect(lines.contains { $0.hasPrefix("\(verb) ") }, "\(verb)")
      }
    }
    #expect(session.lines(of: "help training") == session.lines(of: "help family training"))
  }

  @Test("shows of train its eight usual options, one example and where the rest is")
  func train() {
    var session = NotebookSession(settings: .testing())
    let lines = session.lines(of: "help train")
    let options = ["epochs", "batch", "optimizer", "rate", "schedule", "l2", "stop", "restarts"]
    for option in options { #expect(lines.contains { $0.hasPrefix("\(option) ") }, "\(option)") }
    #expect(lines.contains("Example:"))
    #expect(!lines.contains { $0.hasPrefix("amsgrad") })
  }

  @Test("names no verb twice")
  func uniqueVerbs() {
    #expect(Set(Vocabulary.standard.table.verbs).count == Vocabulary.standard.table.verbs.count)
    for definition in Vocabulary.standard.table.definitions {
      #expect(Set(definition.options.map(\.name)).count == definition.options.count)
    }
  }

  /// A value that an option accepts.
  private static func value(of option: OptionDefinition) -> String {
    switch option.kind {
    case .number:
      ["points": "20", "images": "20", "houses": "20", "test": "10", "classes": "3"][
        option.name] ?? "0.5"
    case .count, .size: "1"
    case .countOrAll: "all"
    case .fraction: "40%"
    case .yesOrNo: "no"
    case .choice(let words), .call(let words): words[0]
    case .word: "word"
    case .address: "https://example.org/"
    }
  }

  /// Lines after which every command with options can run, but for the words it needs.
  private static let start = trainedCircles
  private static let words = [
    "data": "circles", "add": "dense 3", "insert": "1 dense 4",
    "replace": "1 dense 4", "fetch": "mnist", "show": "batches",
  ]

  @Test("offers no option that its command does not know", arguments: VerbCase.all)
  func options(_ verb: VerbCase) {
    let definition = verb.definition
    // An option of one kind of data, of layer or of question is unknown to the others.
    let starts = Self.starts(of: definition)
    for option in definition.options {
      let texts = starts.lazy.map { start in
        var session = NotebookSession(running: Self.start)
        return session.text(of: "\(start) \(option.name)=\(Self.value(of: option))")
      }
      #expect(
        texts.contains { !$0.contains("has no option") && !$0.contains("unknown option") },
        "\(definition.verb) \(option.name)")
    }
  }

  /// How lines with an option may begin: as the verb is usually typed here, in each of its forms,
  /// and with each kind of layer.
  private static func starts(of definition: CommandDefinition) -> [String] {
    let usual = words[definition.verb].map { "\(definition.verb) \($0)" } ?? definition.verb
    let forms = definition.forms.map { form in
      form.split(separator: " ").filter { !$0.contains("=") }.joined(separator: " ")
    }
    let place = ["insert": " 1", "replace": " 1", "add": ""][definition.verb]
    let layers = place.map { place in
      LayerTable.kinds.map { "\(definition.verb)\(place) \($0) \(values[$0] ?? "")" }
    }
    let kinds = definition.words.map { "\(definition.verb) \($0)" }
    return [usual] + forms + kinds + (layers ?? [])
  }

  /// What layers need behind their kind.
  private static let values = [
    "dense": "3", "dropout": "0.5", "conv": "2 3x3", "maxpool": "2x2", "avgpool": "2x2",
    "activation": "leaky_relu",
  ]

  @Test("knows the command of every term of the glossary")
  func glossary() {
    for entry in Glossary.entries {
      let script = Script(parsing: entry.command)
      #expect(script.diagnostics.isEmpty, "\(entry.term): \(entry.command)")
      guard case .command(let command)? = script.statements.first else {
        Issue.record("\(entry.term): \(entry.command) is no command")
        continue
      }
      #expect(Vocabulary.standard.table.verbs.contains(command.verb.text), "\(entry.command)")
      #expect(Glossary.entry(for: entry.term)?.term == entry.term)
      #expect(entry.sentence.last == "." || entry.sentence.last == ")", "\(entry.term)")
    }
  }

  /// Lines after which every command of the glossary can run.
  @Test("lets a student try every term of the glossary")
  func glossaryCommands() {
    func searched(_ entry: Glossary.Entry) -> [String] {
      guard entry.command.hasPrefix("plot search") else { return [] }
      return ["search random rate=0.1..1 units=2..4 trials=12 epochs=2 stop=median"]
    }
    // What is added is a hidden layer's neighbour more often than the output layer's.
    let hiddenCircles = ["data circles points=60", "network", "add dense 4 tanh"]
    for entry in Glossary.entries {
      let isAboutImages = ["add conv", "add maxpool", "add avgpool"].contains {
        entry.command.hasPrefix($0)
      }
      var session = NotebookSession(
        running: isAboutImages
          ? ["data digits images=20", "network"]
          : entry.command.hasPrefix("add") ? hiddenCircles : trainedCircles + searched(entry))
      if entry.command.hasPrefix("train epochs=") || entry.command.hasPrefix("compare")
        || entry.command.contains("FILE")
      {
        continue
      }
      switch session.submit(entry.command) {
      case .cell(_, let cell):
        #expect(!cell.hasFailed, "\(entry.term): \(entry.command)")
      case .notebook: break
      case let other: Issue.record("\(entry.command): \(other)")
      }
    }
  }

  @Test("names every function as it is called")
  func functions() {
    var classes = NotebookSession(running: trainedCircles + ["predict validation"])
    var numbers = NotebookSession(
      running: [
        "data houses", "split train=60% validation=20% test=20%", "network", "add dense 1",
      ])
    var normalized = NotebookSession(running: trainedCircles + ["insert 2 batchnorm"])
    var byHand = NotebookSession(running: trainedCircles + ["insert 2 dropout 0.5", "forward"])
    let aboutBatches = ["inputs", "targets", "mask"]
    let aboutNumbers = ["mse", "rmse", "mae", "r2"]
    let aboutNormalization = ["gamma", "beta", "moving_mean", "moving_variance"]
    for function in ExpressionFunction.all {
      // So little training makes nothing 90% sure.
      let usage = function.usage.replacing("(x)", with: "([1, 2; 3, 4])")
      let line = "print \(usage.replacing("90%", with: "50%"))"
      if aboutNumbers.contains(function.name) {
        let text = numbers.text(of: line)
        #expect(numbers.cells.last?.hasFailed == false, "\(line): \(text)")
      } else if aboutBatches.contains(function.name) {
        let text = byHand.text(of: line)
        #expect(byHand.cells.last?.hasFailed == false, "\(line): \(text)")
      } else if aboutNormalization.contains(function.name) {
        let text = normalized.text(of: line)
        #expect(normalized.cells.last?.hasFailed == false, "\(line): \(text)")
      } else {
        let text = classes.text(of: line)
        #expect(classes.cells.last?.hasFailed == false, "\(line): \(text)")
      }
      #expect(!function.meaning.isEmpty)
    }
  }
}
