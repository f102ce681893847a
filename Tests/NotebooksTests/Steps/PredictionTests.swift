import Notebooks
import Testing

@Suite("Predictions")
struct PredictionTests {
  private static let choices = """
    ask What will it do?
    measure error
    choice It rises.
    when now > before
    says Less is learned by heart.
    choice It falls.
    when now < before
    choice It stays.
    """

  @Test("what was said stands beside what came, and nothing is graded")
  func contrast() throws {
    var prediction = try Notebook.step("prediction p", Self.choices)
    let before = FakeSession(values: ["error": 0.1])
    let now = FakeSession(values: ["error": 0.2], holding: ["check now > before"])
    #expect(prediction.awaitsCells)
    #expect(prediction.contrast(from: before, to: now) == nil)
    #expect(
      prediction.answer(to: "b", in: before).lines
        == ["passed", "Your prediction is kept until the cells have run."])
    #expect(
      prediction.contrast(from: before, to: now)?.lines == [
        "You predicted: It falls.", "What came: It rises. (0.1 before, 0.2 now)",
        "Less is learned by heart.",
      ])
    #expect(
      prediction.contrast(from: before, to: before)?.lines.dropFirst()
        == ["What came: It stays. (0.1 before, 0.1 now)"])
    #expect(prediction.answer(to: "", in: before).lines == ["passed"])
    #expect(prediction.contrast(from: before, to: now) == nil)
  }

  @Test("a number is predicted where there are no choices")
  func number() throws {
    var prediction = try Notebook.step("prediction p", "ask How much?\nmeasure error")
    let session = FakeSession(values: ["error": 0.2])
    #expect(prediction.answer(to: "train", in: session) == .command)
    #expect(prediction.answer(to: "30%", in: session).lines.first == "passed")
    #expect(
      prediction.contrast(from: session, to: session)?.lines
        == ["You predicted: 30%", "What came: 0.2"])
  }

  @Test("in the lesson's own run exactly one choice comes")
  func settling() throws {
    let prediction = try Notebook.step(
      "prediction p", Self.choices.replacing("choice It stays.", with: ""))
    let before = FakeSession(values: ["error": 0.1])
    var run = before
    prediction.settle(from: before, in: &run)
    #expect(run.faults == ["1: of the choices of prediction p, none came"])
    run = FakeSession(holding: ["check now > before"])
    prediction.settle(from: before, in: &run)
    #expect(run.faults == ["3: can't be evaluated: error: nothing is called error"])
    run = FakeSession(
      values: ["error": 1], holding: ["check now > before", "check now < before"])
    prediction.settle(from: before, in: &run)
    #expect(run.faults == ["1: of the choices of prediction p, 2 came"])
  }

  @Test(
    "what a prediction lacks is told with a line",
    arguments: [
      ("ask a", 1, "the prediction has nothing to put beside it"),
      ("ask a\nchoice b\nwhen c", 1, "the prediction has one choice"),
      ("ask a\nchoice b\nchoice c\nwhen d", 3, "nothing says when this is what came"),
      ("ask a\nwhen b", 3, nil), ("ask a\nmeasure b\nmeasure c", 4, nil),
      ("measure b", 2, "the prediction has no \"ask\" in its first line"),
      ("ask a\nanswer b", 3, "a prediction has no line \"answer\""),
    ])
  func incomplete(lines: String, line: Int, problem: String?) {
    let error = #expect(throws: NotebookError.self) { try Notebook.step("prediction p", lines) }
    #expect(error?.line == line, "\(error?.problem ?? "")")
    if let problem { #expect(error?.problem == problem) }
  }
}
