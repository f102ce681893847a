import Notebooks
import Testing

@Suite("Questions")
struct QuestionTests {
  private static let choices = """
    ask What is high?
    choice the bias
    says The training error is low.
    right the variance
    says Yes, the gap
      is large.
    hint Look at the gap.
    """

  private static let number = """
    ask How large is the gap?
    answer gap within 0.5%
    says That is the variance.
    wrong error
    says That is the error alone.
    else Take one from the other.
    """

  private static let text = """
    ask What is it called?
    answer "overfitting", "over fit*"
    wrong "*bias*"
    says That is another trouble.
    """

  @Test("choices stand under letters, and each is told why it is right or wrong")
  func choosing() throws {
    var question = try Notebook.step("question q", Self.choices)
    let session = FakeSession()
    #expect(
      question.standing(in: session).lines == [
        "What is high?", "a\\) the bias", "b\\) the variance", "Type a letter.",
      ])
    func answer(_ typed: String) -> [String] { question.answer(to: typed, in: session).lines }
    #expect(answer("a") == ["wrong", "Not that.", "a) The training error is low."])
    #expect(
      answer("") == ["stay"] + question.standing(in: session).lines + [Self.notYet])
    #expect(answer("c") == ["stay", "There is no c: the letters are a to b."])
    #expect(answer("hint") == ["stay", "Hint: Look at the gap."])
    #expect(answer("train epochs=3") == ["command"])
    #expect(answer("solution") == ["stay", "The answer: b) the variance"])
    #expect(answer("B)") == ["passed", "Right.", "b) Yes, the gap is large."])
    #expect(answer("skip") == ["passed", "The answer: b) the variance"])
  }

  private static let notYet =
    "Not answered yet. hint helps, solution shows the answer, skip goes on."

  @Test("a formula is worked out in the student's session, and judged as its number")
  func formula() throws {
    var question = try Notebook.step("question q", "ask a\nanswer 0.0025")
    let session = FakeSession(values: [
      "1/400 + 0": 0.0025, "1/20": 0.05, "low": 0.0025, "1/0 - 1": .infinity,
    ])
    func answer(_ typed: String) -> [String] { question.answer(to: typed, in: session).lines }
    #expect(answer("1/20") == ["wrong", "Not that."])
    #expect(answer("1/400 + 0") == ["passed", "1/400 + 0 comes to 0.0025.", "Right."])
    #expect(answer("low") == ["passed", "low comes to 0.0025.", "Right."])
    #expect(answer("1/0 - 1").prefix(2) == ["stay", "1/0 - 1 comes to inf."])
    #expect(
      answer("lwo") == [
        "stay", "That is no number: nothing is called lwo.",
        "Type a number, such as 12.5% or 0.125, or a formula that comes to it.",
      ])
    // Several words may be a command that is misspelled.
    #expect(answer("prnt low") == ["command"])
  }

  @Test("while it waits one line says so, and for what")
  func reminder() throws {
    let session = FakeSession()
    let several = "ask ?\nright a\nsays 1\nchoice b\nsays 2\nright c\nsays 3"
    for (lines, way) in [
      (Self.choices, "type a letter"), (Self.text, "type your answer"),
      (Self.number, "type a number, or a formula for it"),
      (several, "type all letters that are right"),
    ] {
      #expect(
        try Notebook.step("question q", lines).reminder(in: session).lines
          == ["The question still waits: \(way); the return key shows it again."])
    }
  }

  @Test("where several choices are right all of them are asked for")
  func several() throws {
    var question = try Notebook.step(
      "question q", "ask ?\nright a\nsays 1\nchoice b\nsays 2\nright c\nsays 3")
    let session = FakeSession()
    func answer(_ typed: String) -> [String] { question.answer(to: typed, in: session).lines }
    #expect(
      question.standing(in: session).lines.last == "Several are right: type all their letters.")
    #expect(
      answer("a") == ["wrong", "That is right, and not all of it: type all letters in one line."])
    #expect(answer("a, b") == ["wrong", "Not that.", "b) 2"])
    for typed in ["ac", "c a", "a, c"] {
      #expect(answer(typed) == ["passed", "Right.", "a) 1", "c) 3"])
    }
    #expect(answer("aa") == ["stay", "Type a letter from a to c."])
  }

  @Test(
    "a number is right within its tolerance, as a share or a percentage",
    arguments: [
      ("25%", ["passed", "Right.", "That is the variance."]),
      ("0.25", ["passed", "Right.", "That is the variance."]),
      ("25.4 %", ["passed", "Right.", "That is the variance."]),
      ("1/4", ["passed", "Right.", "That is the variance."]),
      ("25 / 100", ["passed", "Right.", "That is the variance."]),
      ("1/0", noNumber("1/0")), ("1/2/4", noNumber("1/2/4")), ("/4", noNumber("/4")),
      ("0.2455", ["passed", "Right.", "That is the variance."]),
      ("25.6%", ["wrong", "Not that.", "Take one from the other."]),
      ("30%", ["wrong", "Not that.", "That is the error alone."]),
      ("25", ["stay", "Do you mean 25%? Type it with the sign."]),
      ("30", ["stay", "Do you mean 30%? Type it with the sign."]),
      ("-7.5", ["stay", "Do you mean -7.5%? Type it with the sign."]),
      ("error", ["wrong", "error comes to 30%.", "Not that.", "That is the error alone."]),
      ("-0.25", ["wrong", "Not that.", "Take one from the other."]),
      ("1e400", ["stay", "1e400 comes to inf.", typeANumber]), ("e", noNumber("e")),
      ("25%%", noNumber("25%%")), ("0,25", noNumber("0,25")), ("1,2345", noNumber("1,2345")),
      ("train epochs=3", ["command"]), ("prnt 1", ["command"]),
      ("skip", ["passed", "The answer: 25% · That is the variance."]),
    ])
  func numbers(typed: String, said: [String]) throws {
    var question = try Notebook.step("question q", Self.number)
    let session = FakeSession(values: ["gap": 0.25, "error": 0.3, "0.5%": 0.005])
    #expect(question.answer(to: typed, in: session).lines == said)
  }

  @Test(
    "a number without its sign is asked about whether it is right or wrong, and costs no answer")
  func bareNumbers() throws {
    var session = FakeSession(values: ["gap": 0.25, "error": 0.3, "0.5%": 0.005])
    session.past.most = 2
    var question = try Notebook.step("question q", Self.number)
    for tenths in stride(from: 11, to: 1000, by: 7) {
      let typed = "\(Double(tenths) / 10)"
      #expect(
        question.answer(to: typed, in: session).lines
          == ["stay", "Do you mean \(typed)%? Type it with the sign."])
    }
  }

  @Test(
    "a percentage is shown as one, to two places",
    arguments: [
      (0.028, "2.8%"), (0.478333, "47.83%"), (-0.05, "-5%"), (1, "100%"), (0.0004, "0.04%"),
      (0.99996, "99.996%"), (0.00003, "0.003%"), (0.995, "99.5%"), (0.1, "10%"), (0, "0%"),
    ])
  func shownPercentage(value: Double, shown: String) throws {
    var question = try Notebook.step("question q", "ask How much?\nanswer x within 0.1%")
    let session = FakeSession(values: ["x": value])
    #expect(question.answer(to: "skip", in: session).lines == ["passed", "The answer: \(shown)"])
  }

  @Test("a percentage is offered for a share alone")
  func wideTolerance() throws {
    var question = try Notebook.step("question q", "ask How many?\nanswer 3 within 2")
    let session = FakeSession()
    #expect(question.answer(to: "100", in: session).lines == ["wrong", "Not that."])
    #expect(question.answer(to: "300", in: session).lines == ["wrong", "Not that."])
    #expect(question.answer(to: "4.5", in: session).lines.first == "passed")
  }

  @Test(
    "the answer is shown as a text, and never as a look",
    arguments: [
      (
        "\"*scal*\", \"feature scaling\", \"*range*\"\nsays They come as they are.",
        "The answer: feature scaling · They come as they are."
      ),
      (
        "\"*scal*\", \"*range*\"\nsays They come as they are.",
        "The answer: They come as they are."
      ),
      ("\"*scal*\", \"*range*\"", "The answer: scal"),
    ])
  func shownText(answer: String, shown: String) throws {
    var question = try Notebook.step("question q", "ask What?\nanswer \(answer)")
    #expect(question.answer(to: "skip", in: FakeSession()).lines == ["passed", shown])
  }

  @Test(
    "several words that begin as a command are tried as one, unless they are the answer to the letter"
  )
  func triedFirst() throws {
    let text = "ask What?\nanswer \"train longer\", \"*epoch*\"\nwrong \"*rate*\"\nsays No."
    let question = try #require(try Notebook.step("question q", text) as? Question)
    for (typed, isTried) in [
      ("train rate=0.1", true), ("train epochs=3", true), ("train longer", false), ("train", false),
      ("the rate", false),
    ] {
      #expect(question.isTriedFirst(typed, in: FakeSession()) == isTried, "\(typed)")
    }
    let choices = try #require(try Notebook.step("question q", Self.choices) as? Question)
    #expect(!choices.isTriedFirst("train rate=0.1", in: FakeSession()))
  }

  private static let typeANumber =
    "Type a number, such as 12.5% or 0.125, or a formula that comes to it."

  private static func noNumber(_ typed: String) -> [String] {
    ["stay", "That is no number: nothing is called \(typed).", typeANumber]
  }

  @Test("an answer that was shown lets the return key go on, until the question is left")
  func shown() throws {
    var question = try Notebook.step("question q", Self.choices)
    let session = FakeSession()
    _ = question.answer(to: "solution", in: session)
    #expect(question.answer(to: "", in: session).lines == ["passed"])
    #expect(question.answer(to: "", in: session).lines.last == Self.notYet)
  }

  @Test("the right number comes from the student's own session")
  func ownRun() throws {
    for gap in [0.1, 0.2] {
      var question = try Notebook.step("question q", Self.number)
      let session = FakeSession(values: ["gap": gap, "error": 0.9, "0.5%": 0.005])
      #expect(question.answer(to: "\(gap)", in: session).lines.first == "passed")
      #expect(question.answer(to: "\(0.3 - gap)", in: session).lines.first == "wrong")
    }
  }

  @Test(
    "a text is told by its look, and what is a command is run",
    arguments: [
      ("overfitting", "passed"), ("Over-Fitting", "passed"), ("over fit", "passed"),
      ("overfitting it", "wrong"), ("high bias", "wrong"), ("nothing", "wrong"),
      ("train epochs=3", "command"), ("", "stay"),
    ])
  func texts(typed: String, becomes: String) throws {
    var question = try Notebook.step("question q", Self.text)
    let answer = question.answer(to: typed, in: FakeSession()).lines
    #expect(answer.first == becomes)
    if typed == "high bias" { #expect(answer.last == "That is another trouble.") }
  }

  @Test(
    "what a question lacks is told with a line",
    arguments: [
      ("", 1, "the question has no \"ask\" in its first line"),
      ("right a\nsays b", 2, "the question has no \"ask\" in its first line"),
      ("ask a", 1, "the question has no answer"),
      ("ask a\nask b\nanswer 1", 3, "\"ask\" stands here a second time"),
      ("ask a\nright b\nsays c", 1, "the question has one choice"),
      ("ask a\nchoice b\nsays c\nchoice d\nsays e", 1, "the question has no right choice"),
      ("ask a\nright b\nchoice c\nsays d", 3, "nothing is said of this choice"),
      ("ask a\nright b\nsays c\nsays d", 5, nil),
      ("ask a\nright b\nanswer c", 4, "a question with choices has no \"answer\""),
      ("ask a\nanswer 1\nwrong 2", 4, "nothing is said of this wrong answer"),
      ("ask a\nanswer 1\nwrong \"b\"\nsays c", 4, "the answer is a number, and this is none"),
      ("ask a\nanswer \"b\nsays c", 3, "this is no answer that can be expected"),
      ("ask a\nanswer \"*\"", 3, nil), ("ask a\nanswer 1 within", 3, nil),
      ("ask a\nanser 1", 3, "a question has no line \"anser\"; did you mean: answer"),
      ("ask a\nanswer 1\n> print 1", 4, "a question has no inputs"),
      ("ask", 2, "\"ask\" needs a text behind it"),
      ("ask a\nsays b\nanswer 1", 3, nil), ("ask a\nanswer 1\nanswer 2", 4, nil),
    ])
  func incomplete(lines: String, line: Int, problem: String?) {
    let error = #expect(throws: NotebookError.self) { try Notebook.step("question q", lines) }
    #expect(error?.line == line, "\(error?.problem ?? "")")
    if let problem { #expect(error?.problem == problem) }
  }

  @Test("a wrong answer that would be taken for the right one is a fault")
  func proving() throws {
    var run = FakeSession(values: ["gap": 0.25, "error": 0.251, "0.5%": 0.005])
    try Notebook.step("question q", Self.number).prove(in: &run)
    #expect(
      run.faults == ["5: this wrong answer, 0.251, is taken for the answer of line 3"])
    run = FakeSession(values: ["gap": 0.25, "error": 0.3, "0.5%": 0.005])
    try Notebook.step("question q", Self.number).prove(in: &run)
    try Notebook.step("question q", Self.number).replay(in: &run)
    #expect(run.faults.isEmpty)
    run.values["gap"] = nil
    try Notebook.step("question q", Self.number).replay(in: &run)
    #expect(run.faults == ["3: can't be evaluated: gap: nothing is called gap"])
  }
}
