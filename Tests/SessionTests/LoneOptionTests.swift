import Language
import Testing

@testable import Commands
@testable import Session
@testable import Workbench

/// What is told to whom types an option alone, a verb with parentheses, or a word of another tongue.
@Suite("Lines that are nearly one of the language")
struct LoneOptionTests {
  private static let lines = [
    "data circles points=60 noise=0.2", "split train=60% validation=20% test=20%", "network small",
    "add dense 4 relu", "add dense 1 sigmoid", "train epochs=2",
  ]
  private static let table = Vocabulary.standard.table
  private static let trainings = table.definition(of: "train")?.options ?? []

  /// The lines that a hint tells to type.
  private func told(_ typed: String, after lines: [String] = lines) -> [String] {
    var session = NotebookSession(running: lines)
    guard let fault = session.submit(typed).fault else {
      Issue.record("\(typed) is taken")
      return []
    }
    return fault.hints.compactMap { hint in
      hint.firstRange(of: ": ").map { String(hint[$0.upperBound...]) }
    }
  }

  /// Whether a line runs; what is only not allowed to this session does.
  private func runs(_ line: String) -> Bool {
    var session = NotebookSession(running: Self.lines)
    let fault = session.submit(line).fault
    return fault == nil || fault?.message.contains("may not write") == true
  }

  @Test("an option of a training leads to a line that has it and runs", arguments: trainings)
  func option(_ option: OptionDefinition) {
    for value in ["nonsense", "0.5", "2", "yes", "True", "high"] + option.choices {
      for sign in ["=", " = "] {
        let typed = "\(option.name)\(sign)\(value)"
        let line = told(typed).first ?? ""
        #expect(line.hasPrefix("train ") && line.contains(" \(option.name)="), "\(typed): \(line)")
        // Whether a loss or a picture suits the network is another matter.
        if case .choice(let words) = option.kind, words.contains(value) { continue }
        #expect(runs(line), "\(typed): \(line)")
      }
    }
  }

  @Test(
    "an option is found under its other names, with its value where that is one",
    arguments: [
      ("epochen=10", "train epochs=10"), ("épochs=10", "train epochs=10"),
      ("Époques = 10", "train epochs=10"), ("lernrate=0.1", "train rate=0.1"),
      ("lr=0.1", "train rate=0.1"), ("learning_rate = high", "train rate=0.01"),
      ("epocs=10", "train epochs=10"), ("epochs=ten", "train epochs=10"),
      ("l2=high", "train l2=0.01"), ("batch=all", "train batch=all"),
      ("stop=early(patience=5)", "train stop=early(patience=5)"),
      ("nesterov=True", "train optimizer=sgd momentum=0.9 nesterov=yes"),
      ("class_weight=1,5", "train class_weight=1,5"), ("rate=0.1,0.01", "compare rate=0.1,0.01"),
      ("early_stopping=True", "train stop=early(patience=10)"),
      ("patience=3", "train stop=early(patience=3)"), ("kernel_regularizer=l2", "train l2=0.01"),
      ("validation_split=0.2", "split train=80% validation=20%"), ("random_state=3", "seed 3"),
      ("validation=20%", "split validation=20%"), ("noise=0.3", "data circles noise=0.3"),
      ("seed=7", "seed 7"),
    ])
  func named(_ typed: String, _ line: String) {
    #expect(told(typed).first == line, "\(typed)")
    #expect(runs(line), "\(line)")
  }

  @Test(
    "a name that is none of an option gets its value by let, with one that there is",
    arguments: [
      ("x1=3", "let x1 = 3"), ("x = 2 * y", "let x = 2 * y"), ("x = True", "let x = 3"),
      ("name = bar", "let name = 3"), ("x = 5,5", "let x = 5.5"), ("r = 2 * pi", "let r = 2 * pi"),
    ])
  func names(_ typed: String, _ line: String) {
    #expect(told(typed, after: Self.lines + ["let y = 4"]) == [line])
    var session = NotebookSession(running: ["let y = 4"])
    let fault = session.submit(line).fault
    #expect(fault == nil)
  }

  @Test(
    "a comma behind a formula is a point, or stands in brackets",
    arguments: [
      ("let x = 5,5", ["let x = 5.5"]), ("print 5,5", ["print 5.5"]),
      ("print 2 * 0,5", ["print 2 * 0.5"]), ("let x = 5, 5", ["let x = [5, 5]"]),
      ("let x = 1,000", ["let x = 1000", "let x = 1.000"]),
      ("print error(train), 1 + 2", ["print [error(train), 1 + 2]"]),
    ])
  func commas(_ typed: String, _ lines: [String]) {
    #expect(told(typed) == lines)
    for line in lines { #expect(runs(line), "\(line)") }
  }

  @Test(
    "a verb with its word in parentheses leads to the verb with the word", arguments: VerbCase.all)
  func call(_ verb: VerbCase) {
    let definition = verb.definition
    // What is a formula already can be read.
    guard ![.formula, .formulas].contains(definition.form),
      !["let", "when"].contains(definition.verb)
    else { return }
    for word in definition.words where word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    {
      for typed in ["\(definition.verb)(\(word))", "\(definition.verb)( \(word) )"] {
        #expect(told(typed).first?.hasPrefix("\(definition.verb) \(word)") == true, "\(typed)")
      }
    }
  }

  @Test(
    "a verb with a name in parentheses keeps the name",
    arguments: [
      ("help(train)", "help train"), ("help(\"train\")", "help train"),
      ("explain(dropout)", "explain dropout"), ("learn(dropout)", "learn dropout"),
      ("use(small)", "use small"), ("run('mine.md')", "run mine.md"), ("copy(big)", "copy big"),
      ("network(big)", "network big"), ("save(mine.md)", "save mine.md"),
      ("fetch(mnist)", "fetch mnist"),
      ("load('wine.csv')", "data csv wine.csv target=COLUMN"),
      ("load(model)", "load network net.safetensors"),
      ("X_train, y_train = load()", "data circles, or data csv FILE target=COLUMN"),
    ])
  func kept(_ typed: String, _ line: String) {
    #expect(told(typed).first == line)
  }

  @Test("what is printed elsewhere has one answer, in each way to ask for it")
  func printed() {
    for typed in ["history", "print history", "print(history)"] {
      #expect(told(typed) == ["show history"], "\(typed)")
    }
    for name in ["data", "model", "loss", "accuracy", "weights", "predictions", "X", "df"] {
      #expect(told("print \(name)") == told("print(\(name))"), "\(name)")
    }
  }
}
