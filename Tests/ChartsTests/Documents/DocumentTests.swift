import Charts
import Testing

@Suite("Documents")
struct DocumentTests {
  private let epoch = Document([
    .text("A sentence."),
    .facts([
      Fact("epoch", .count(100), text: "epoch 100/100"),
      Fact("loss", .number(0.69124), text: "loss 0.6912"),
      Fact("accuracy", .fraction(0.521)),
    ]),
  ])

  @Test("join facts with a middle dot")
  func factsLine() {
    #expect(
      TextRenderer().render(epoch)
        == "A sentence.\nepoch 100/100 · loss 0.6912 · accuracy 52.1%")
  }

  @Test("find the value of a fact by its name")
  func valueByName() {
    #expect(epoch.value(named: "loss") == .number(0.69124))
    #expect(epoch.value(named: "gap") == nil)
  }

  @Test("write each kind of value in its own way")
  func factTexts() {
    #expect(Fact("train", .count(60_000)).text == "train 60,000")
    #expect(Fact("rate", .number(0.001)).text == "rate 0.001")
    #expect(Fact("trained", .flag(false)).text == "trained no")
    #expect(Fact("classes", .list([.count(200), .count(200)])).text == "classes 200 / 200")
    #expect(Fact("accuracy", .missing).text == "accuracy -")
    #expect(Fact(400, "points").text == "400 points")
    #expect(Fact(1, "points").text == "1 point")
    #expect(Fact(1, "classes", singular: "class").text == "1 class")
    #expect(Fact(60_000, "images").text == "60,000 images")
  }

  @Test("begin an indented line where a fact does not fit")
  func factsWrap() {
    let facts = ["epoch 100/100", "loss 0.6912", "accuracy 52.1%", "validation loss 0.6940"]
    let document = Document([.facts(facts.map { Fact(named: $0, .missing, text: $0) })])
    #expect(
      TextRenderer(width: 57).render(document) == """
        epoch 100/100 · loss 0.6912 · accuracy 52.1%
          validation loss 0.6940
        """)
  }

  @Test("wrap prose to the width and keep its indentation, but nothing that is verbatim")
  func proseWraps() {
    let line = "  the training error is far above the target, so the bias is high"
    #expect(
      TextRenderer(width: 40).render(Document([.text(line), .verbatim(line)])) == """
          the training error is far above the
          target, so the bias is high
        \(line)
        """)
  }

  @Test("leave a long word whole, and an empty line empty")
  func longWords() {
    let path = String(repeating: "abcdefghij", count: 6)
    #expect(
      TextRenderer(width: 40).lines(Document([.text("see\n\n\(path) there")]))
        == ["see", "", path, "there"])
  }

  @Test("have no blanks at the ends of lines and no control characters anywhere")
  func cleanText() {
    let document = Document([
      .text("a\u{1B}[31m b\t c  "), .verbatim("x\u{7}\u{202E}y   "), .facts([]),
    ])
    #expect(TextRenderer().lines(document) == ["a[31m b  c", "xy"])
  }

  @Test("take widths from 40 to 200")
  func widths() {
    #expect(TextRenderer(width: -5).width == 40)
    #expect(TextRenderer(width: 39).width == 40)
    #expect(TextRenderer(width: 10_000).width == 200)
    #expect(TextRenderer().width == 80)
  }
}
