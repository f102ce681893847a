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
    ])
  func missed(card: String, typed: String) {
    #expect(!GapAnswer(card).means(GapAnswer(typed)), "\(typed)")
  }
}
