import Notebooks
import Testing

@Suite("Cards and claims")
struct CardTests {
  @Test("cards are turned over one by one")
  func turning() throws {
    var deck = try Notebook.step(
      "cards", "card What is a?\nback It is b.\nfill A {gap}, and {another one}.")
    let session = FakeSession()
    #expect(deck.name == "cards")
    #expect(deck.standing(in: session).lines.first == "Card 1 of 2: What is a?")
    #expect(deck.answer(to: "train", in: session) == .command)
    #expect(
      deck.answer(to: "", in: session).lines
        == ["stay", "It is b.", "", "Card 2 of 2: A (...), and (...)."])
    #expect(deck.answer(to: "valley", in: session).lines == ["passed", "gap · another one"])
  }

  @Test("a card, a sentence with gaps and a term know how they can be asked")
  func forms() throws {
    let notebook = try Notebook(
      text: "```cards\ncard a\nback b\nfill c {d e} f {g}\nterm h\nback i\n```\n", name: "a.md")
    #expect(notebook.cards.map(\.form) == [.question, .gaps(["d e", "g"]), .term])
    #expect(notebook.cards.map(\.front.text) == ["a", "c (...) f (...)", "h"])
    #expect(notebook.cards.map(\.back.text) == ["b", "d e · g", "i"])
    #expect(notebook.cards.map(\.front.line) == [2, 4, 5])
  }

  @Test("a claim is read as prose, and holds in the lesson's own run")
  func claim() throws {
    let claim = try Notebook.step("claim c", "says A is better.\nholds a < b")
    #expect(claim.prose == "A is better.")
    var run = FakeSession()
    claim.replay(in: &run)
    #expect(run.faults == ["3: the claim c does not hold: no"])
    run = FakeSession(holding: ["check a < b"])
    claim.replay(in: &run)
    #expect(run.faults.isEmpty)
    run = FakeSession()
    try Notebook.step("claim c", "says A is b.\nholds a < b\ntie").replay(in: &run)
    #expect(run.faults.isEmpty)
  }

  @Test(
    "what they lack is told with a line",
    arguments: [
      ("cards", "", 1, "there is no card in here"),
      ("cards", "card a", 2, "the card has no back"),
      ("cards", "term a\ncard b\nback c", 2, "the term has no back"),
      ("cards", "back a", 2, nil), ("cards", "fill a", 2, "the sentence has no gap"),
      ("cards", "fill a {} b", 2, nil), ("cards", "fill a {b", 2, nil),
      (
        "cards a b", "card a\nback b", 1,
        "a block of cards needs a name of letters, digits, - and _"
      ),
      ("claim c", "says a", 1, "the claim has no \"holds\""),
      ("claim c", "holds a", 1, "the claim has no \"says\""),
      ("claim c", "says a\nholds b\nholds c", 4, "\"holds\" stands here a second time"),
      ("claim", "says a\nholds b", 1, "a claim needs a name of letters, digits, - and _"),
      ("claim c", "says a\nholds b\ntie c", 4, "\"tie\" stands alone on its line"),
    ])
  func incomplete(kind: String, lines: String, line: Int, problem: String?) {
    let error = #expect(throws: NotebookError.self) { try Notebook.step(kind, lines) }
    #expect(error?.line == line, "\(error?.problem ?? "")")
    if let problem { #expect(error?.problem == problem) }
  }
}
