import Notebooks
import Testing

@Suite("What is typed into a gap")
struct GapAnswerTests {
  @Test(
    "is the word, whatever its case, its hyphens and its number",
    arguments: [
      ("training", "Training "), ("dropout", "drop-out"), ("dropout", "Drop Out"),
      ("learning rate", "the learning rates"), ("weights", "weight"), ("batches", "batch"),
      ("loss", "losses"), ("bias", "biases"), ("category", "categories"), ("100000", "100,000"),
      ("1.25", "1.25"), ("p (1 - p) / n", "p(1-p)/n"), ("moving", "*moving*."),
      ("early stopping", "early\u{2010}stopping"), ("one tenth", "a one tenth"), ("Éta", "éta"),
      ("nodes", "node"), ("boxes", "box"), ("0.5", ".5"), ("0.5", "0.50"), ("0.5", "50%"),
      ("0.172", "17.2%"), ("16", "16.0"), ("16", "+16."), ("1e-3", "0.001"), ("-0.5", "-.50"),
    ])
  func met(card: String, typed: String) {
    #expect(GapAnswer(card).means(GapAnswer(typed)), "\(typed)")
    #expect(GapAnswer(typed).means(GapAnswer(card)), "\(typed)")
  }

  @Test(
    "is not another word, another number, or nothing",
    arguments: [
      ("training", ""), ("training", "   "), ("training", "train"), ("small", "smaller"),
      ("16", "12"), ("-1", "1"), ("1.25", "125"), ("loss", "los angeles"), ("k", "ks"), ("", ""),
      ("loss", "los"), ("bias", "bia"), ("mass", "mas"), ("axis", "axi"), ("minus", "minu"),
      ("nodes", "nod"), ("rates", "rat"), ("gas", "ga"), ("0.5", "50"), ("0.5", "0.51"),
      ("16", "16.000001"), ("1, 2", "12"), ("0", "-1"), ("0.5", "5"),
    ])
  func missed(card: String, typed: String) {
    #expect(!GapAnswer(card).means(GapAnswer(typed)), "\(typed)")
  }
}
